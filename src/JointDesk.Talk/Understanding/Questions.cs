namespace JointDesk.Talk.Understanding;

/// <summary>Whether a text asks rather than says. What asks is no answer, no report and no decision, however alike its words.</summary>
internal static class Questions
{
    private static readonly WordKinds Words = new("questions");
    private static readonly string[] Ends = Words["end"];
    private static readonly NameTrie Begins = Trie(Words["begin"]);

    public static bool Asks(ReadOnlySpan<char> folded)
    {
        folded = folded.Trim(" .。!,");
        if (folded.Length == 0)
        {
            return false;
        }

        foreach (string end in Ends)
        {
            if (folded.EndsWith(end))
            {
                return true;
            }
        }

        return Begins.Longest(folded, 0, out _) > 0;
    }

    private static NameTrie Trie(string[] words)
    {
        var trie = new NameTrie();
        foreach (string word in words)
        {
            trie.Add(word, 0);
        }

        return trie;
    }
}
