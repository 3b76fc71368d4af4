using JointDesk.Cases;

namespace JointDesk.Talk.Understanding;

/// <summary>A TLP label as it is said: TLP:RED for Wang Fang, 红色（王芳）, make it green.</summary>
internal static class HandlingLabels
{
    private static readonly (string Word, Tlp Label)[] Labels =
    [
        ("tlp:amber+strict", Tlp.AmberStrict), ("amber+strict", Tlp.AmberStrict), ("amber strict", Tlp.AmberStrict), ("琥珀+严格", Tlp.AmberStrict), ("琥珀严格", Tlp.AmberStrict),
        ("tlp:red", Tlp.Red), ("tlp:amber", Tlp.Amber), ("tlp:green", Tlp.Green), ("tlp:clear", Tlp.Clear), ("tlp:white", Tlp.Clear),
        ("tlp red", Tlp.Red), ("tlp amber", Tlp.Amber), ("tlp green", Tlp.Green), ("tlp clear", Tlp.Clear), ("tlp: red", Tlp.Red), ("tlp: amber", Tlp.Amber),
        ("tlp: green", Tlp.Green), ("tlp: clear", Tlp.Clear), ("tlp-red", Tlp.Red), ("tlp-amber", Tlp.Amber), ("tlp-green", Tlp.Green),
        ("琥珀色", Tlp.Amber), ("琥珀", Tlp.Amber), ("绿色", Tlp.Green), ("红色", Tlp.Red), ("白色", Tlp.Clear), ("透明", Tlp.Clear),
        ("amber", Tlp.Amber), ("green", Tlp.Green), ("red", Tlp.Red), ("clear", Tlp.Clear),
    ];

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
            alone &= inside || text[i] is ' ' or '(' or ')' or '[' or ']' or '、' || "改为成用标按和与仅限给发知悉级别范围是的通报案情况我们把请".Contains(text[i]) || IsSmallWord(text, i);
        }

        if (!tlp && !alone)
        {
            return null;
        }

        return new HandlingSpan(alone ? start : from, alone ? end : Follow(text, analysis, at + length), label);
    }

    private static bool IsSmallWord(ReadOnlySpan<char> text, int i)
    {
        int start = i;
        while (start > 0 && char.IsAsciiLetter(text[start - 1]))
        {
            start--;
        }

        int end = i;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
        {
            end++;
        }

        return end > start && text[start..end] is "for" or "to" or "and" or "only" or "the" or "make" or "it" or "mark" or "as" or "handling" or "set" or "change" or "please" or "tlp";
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
            else if (!(text[i] is ' ' or '(' or ')' or '、' or '[' or ']' || IsSmallWord(text, i) || "和与及只给仅限看阅知悉".Contains(text[i])))
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
