using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

/// <summary>Words that belong to an intent itself: a clause of nothing else says no more than the intent does.</summary>
internal static class BodyWords
{
    private static readonly WordKinds Words = new("matter");
    public static readonly NameTrie Done = Trie("done");
    public static readonly NameTrie Returned = Trie("returned");
    public static readonly NameTrie Answer = Trie("answer");
    public static readonly NameTrie Extend = Trie("extend");
    public static readonly NameTrie Cancel = Trie("cancel");

    private static NameTrie Trie(string kind)
    {
        var trie = new NameTrie();
        foreach (string word in Words["common"].Concat(Words[kind]))
        {
            trie.Add(word, 0);
        }

        return trie;
    }

    /// <summary>How many characters (Chinese) or words (Latin) of a stretch are neither found things nor words of the trie.</summary>
    public static int Loose(Analysis analysis, int start, int end, NameTrie common)
    {
        var text = analysis.Folded;
        int loose = 0;
        for (int i = start; i < end;)
        {
            if (analysis.Covered(i) || analysis.IsTime(i) || !(TextFold.IsHan(text[i]) || char.IsAsciiLetterOrDigit(text[i])))
            {
                i++;
                continue;
            }

            bool word = char.IsAsciiLetterOrDigit(text[i]);
            int n = common.Longest(text, i, out _);
            if (n > 0)
            {
                i += n;
                continue;
            }

            loose += word ? 2 : 1;
            do
            {
                i++;
            }
            while (word && i < end && (char.IsAsciiLetterOrDigit(text[i]) || text[i] == '\''));
        }

        return loose;
    }
}
