namespace JointDesk.Talk.Understanding;

/// <summary>Folded names in one trie: how long a message takes depends on its length, not on how many names there are.</summary>
internal sealed class NameTrie
{
    private readonly Dictionary<long, int> edges = [];
    private readonly List<int> ends = [-1];

    /// <summary>A bit per first character, since most places of a text begin no name.</summary>
    private readonly ulong[] firsts = new ulong[1024];

    /// <summary>The entry a name leads to; the same entry for the same folded name.</summary>
    public int Add(ReadOnlySpan<char> folded, int fresh)
    {
        int node = 0;
        if (folded.Length > 0)
        {
            firsts[folded[0] >> 6] |= 1UL << (folded[0] & 63);
        }

        foreach (char c in folded)
        {
            long key = (long)node << 16 | c;
            if (!edges.TryGetValue(key, out int next))
            {
                next = ends.Count;
                ends.Add(-1);
                edges[key] = next;
            }

            node = next;
        }

        if (ends[node] < 0)
        {
            ends[node] = fresh;
        }

        return ends[node];
    }

    /// <summary>The longest name that begins at an offset and does not end inside a Latin word; its length, 0 if there is none.</summary>
    public int Longest(ReadOnlySpan<char> folded, int start, out int entry)
    {
        entry = -1;
        if ((firsts[folded[start] >> 6] >> (folded[start] & 63) & 1) == 0)
        {
            return 0;
        }

        int length = 0;
        int node = 0;
        for (int i = start; i < folded.Length && edges.TryGetValue((long)node << 16 | folded[i], out node); i++)
        {
            if (ends[node] >= 0 && !(i + 1 < folded.Length && char.IsAsciiLetterOrDigit(folded[i]) && char.IsAsciiLetterOrDigit(folded[i + 1])))
            {
                entry = ends[node];
                length = i + 1 - start;
            }
        }

        return length;
    }
}
