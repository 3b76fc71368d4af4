namespace JointDesk.Talk.Understanding;

/// <summary>
/// Words by what is left of them when one or two letters are taken away: a misspelt word and the right one have such a rest in common, so that
/// it is found by looking up rests instead of comparing with every word.
/// </summary>
internal sealed class NearWords
{
    private const int Shortest = 4, TwoEditsFrom = 8, Longest = 24;

    private readonly List<string> words = [];
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, int> heads = [];
    private readonly List<(int Word, int Next)> chain = [];

    public void Add(string word)
    {
        if (!known.Add(word) || word.Length is < Shortest or > Longest || !word.All(char.IsAsciiLetter))
        {
            return;
        }

        words.Add(word);
        var rests = new Rests(word, Edits(word.Length));
        while (rests.Next(out ulong rest))
        {
            chain.Add((words.Count - 1, heads.TryGetValue(rest, out int next) ? next : -1));
            heads[rest] = chain.Count - 1;
        }
    }

    /// <summary>Whether it is one of the words; the short ones count too.</summary>
    public bool Contains(ReadOnlySpan<char> word) => known.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>The word that is one slip away, of a long one two; null if there is none.</summary>
    public string? Find(ReadOnlySpan<char> word)
    {
        if (word.Length is < Shortest or > Longest)
        {
            return null;
        }

        string? best = null;
        int most = Edits(word.Length);
        var rests = new Rests(word, most);
        while (most >= 0 && rests.Next(out ulong rest))
        {
            for (int at = heads.TryGetValue(rest, out int head) ? head : -1; at >= 0; at = chain[at].Next)
            {
                string candidate = words[chain[at].Word];
                int edits = EditDistance.Within(word, candidate, most);
                if (edits <= most)
                {
                    (best, most) = (candidate, edits - 1);
                }
            }
        }

        return best;
    }

    private static int Edits(int length) => length < TwoEditsFrom ? 1 : 2;

    /// <summary>Hashes of a word without no, one or two of its letters.</summary>
    private ref struct Rests(ReadOnlySpan<char> word, int most)
    {
        private readonly ReadOnlySpan<char> word = word;
        private int first = -1;
        private int second = -1;

        public bool Next(out ulong rest)
        {
            rest = 14695981039346656037;
            if (first >= word.Length)
            {
                return false;
            }

            for (int i = 0; i < word.Length; i++)
            {
                rest = i == first || i == second ? rest : (rest ^ word[i]) * 1099511628211;
            }

            second = first < 0 ? -1 : second < 0 ? first + 1 : second + 1;
            if (first < 0 || most < 2 || second >= word.Length)
            {
                first++;
                second = -1;
            }

            return true;
        }
    }
}
