using JointDesk.Cases;
using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

/// <summary>A TLP label as it is said: TLP:RED for Wang Fang, 红色（王芳）, make it green.</summary>
internal static class HandlingLabels
{
    private static readonly WordKinds Words = new("labels");

    /// <summary>Those that name the protocol are looked for first: what they say is no colour of something.</summary>
    private static readonly (string Word, Tlp Label)[] Labels =
    [
        .. ((Tlp[])[Tlp.AmberStrict, Tlp.Red, Tlp.Amber, Tlp.Green, Tlp.Clear])
            .SelectMany(label => Words[label.ToString().ToLowerInvariant()].Select(word => (Word: word, label)))
            .OrderBy(l => l.label != Tlp.AmberStrict).ThenBy(l => !l.Word.StartsWith("tlp", StringComparison.Ordinal)),
    ];

    private static readonly string[] Small = Words["small"], Beside = Words["beside"];

    /// <summary>A label with what stands behind it: TLP:RED for Wang Fang, 红色（王芳）. A bare colour counts only as a clause of its own.</summary>
    public static HandlingSpan? Find(ReadOnlySpan<char> text, Analysis analysis)
    {
        int at = LabelIn(text, 0, text.Length, out var label, out int length);
        if (at < 0)
        {
            return null;
        }

        int from = at;
        int colon = text[at..].StartsWith("tlp:") ? at + 4 : at;
        var (start, _) = Clauses.At(text, at);
        var (_, end) = Clauses.At(text, Math.Min(text.Length - 1, colon));
        bool tlp = text[at..].StartsWith("tlp");
        bool alone = true;
        for (int i = start; i < end; i++)
        {
            bool inside = (i >= at && i < at + length) || analysis.Covered(i);
            alone &= inside || text[i] is ' ' or '(' or ')' or '[' or ']' or '、' || IsSmall(text, i, Small);
        }

        if (!tlp && !alone)
        {
            return null;
        }

        return new HandlingSpan(alone ? start : from, alone ? end : Follow(text, analysis, at + length), label);
    }

    /// <summary>A Chinese character, or the English word that an offset lies in, is one of the list.</summary>
    private static bool IsSmall(ReadOnlySpan<char> text, int i, string[] words)
    {
        bool han = TextFold.IsHan(text[i]);
        int start = i;
        while (!han && start > 0 && char.IsAsciiLetter(text[start - 1]))
        {
            start--;
        }

        int end = han ? i + 1 : i;
        while (!han && end < text.Length && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        foreach (string word in words)
        {
            if (text[start..end].SequenceEqual(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Behind a label inside a sentence: "for A and B", （王芳）.</summary>
    private static int Follow(ReadOnlySpan<char> text, Analysis analysis, int end)
    {
        int reach = end;
        for (int i = end; i < text.Length; i++)
        {
            if (HandlingFinder.IsReader(analysis, i))
            {
                reach = i + 1;
            }
            else if (!(text[i] is ' ' or '(' or ')' or '、' or '[' or ']' || IsSmall(text, i, Small) && !TextFold.IsHan(text[i]) || IsSmall(text, i, Beside)))
            {
                break;
            }
            else if (text[i] is ')' or ']')
            {
                reach = i + 1;
            }
        }

        return reach;
    }

    public static int LabelIn(ReadOnlySpan<char> text, int from, int to, out Tlp label) => LabelIn(text, from, to, out label, out _);

    private static int LabelIn(ReadOnlySpan<char> text, int from, int to, out Tlp label, out int length)
    {
        foreach (var (word, tlp) in Labels)
        {
            for (int at = from; at < to;)
            {
                int hit = text[at..to].IndexOf(word);
                if (hit < 0)
                {
                    break;
                }

                at += hit;
                bool whole = !char.IsAsciiLetter(word[0]) || ((at == 0 || !char.IsAsciiLetter(text[at - 1])) && (at + word.Length >= text.Length || !char.IsAsciiLetter(text[at + word.Length])));
                if (whole)
                {
                    (label, length) = (tlp, word.Length);
                    return at;
                }

                at += word.Length;
            }
        }

        (label, length) = (default, 0);
        return -1;
    }
}
