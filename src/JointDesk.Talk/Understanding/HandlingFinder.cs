using JointDesk.Cases;
using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

/// <summary>Who may know, as said: 仅限刑侦支队知悉, 只给王芳看, TLP:AMBER+STRICT, for CID only, 知悉范围：绿色.</summary>
internal static class HandlingFinder
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

    private static readonly string[] Openers = ["仅限于", "仅限", "只限于", "只限", "限于", "仅供", "只给", "仅给", "只让", "只发给", "只对", "仅对", "只能", "仅由", "限", "仅"];

    private static readonly string[] Closers =
        ["知悉", "知晓", "知道", "知情", "可见", "查看", "可看", "阅看", "能看", "看", "阅", "掌握", "内部", "公开", "传阅"];

    private static readonly string[] Latin = ["only for ", "for ", "visible to ", "visible only to ", "restricted to ", "restrict to ", "limited to ", "limit to ", "only to ", "eyes of ", "shared with "];

    /// <summary>Bounds for texts that are no sentences, so that none takes long.</summary>
    private const int MostTries = 6, LongestClause = 120;

    /// <summary>The handling clause; its mentions of departments and officers are taken out of the analysis.</summary>
    public static HandlingMention? Find(Analysis analysis, Lexicon names)
    {
        var text = analysis.Folded;
        var found = Han(text) ?? Label(text, analysis) ?? English(text);
        if (found is not { } span)
        {
            return null;
        }

        List<string> departments = [];
        List<string> officers = [];
        List<string> unknown = [];
        for (int i = analysis.Mentions.Count - 1; i >= 0; i--)
        {
            var mention = analysis.Mentions[i];
            if (mention.Start < span.Start || mention.End > span.End || mention.Kind is not (MentionKind.Department or MentionKind.Officer))
            {
                continue;
            }

            var into = mention.Ids.Count != 1 ? unknown : mention.Kind == MentionKind.Department ? departments : officers;
            into.Insert(0, mention.Ids.Count == 1 ? mention.Ids[0] : analysis.Slice(mention));
            analysis.Mentions.RemoveAt(i);
        }

        if (span.Label is null && departments.Count + officers.Count + unknown.Count == 0)
        {
            return null;
        }

        var label = span.Label ?? (officers.Count > 0 && departments.Count == 0 ? Tlp.Red : Tlp.AmberStrict);
        if (span.Label == Tlp.Amber && departments.Count > 0 && officers.Count == 0)
        {
            label = Tlp.AmberStrict;
        }

        _ = names;
        analysis.Add(MentionKind.Handling, span.Start, span.End - span.Start, [], span.Label is null ? "handling: who may know" : "handling: label");
        return new HandlingMention(label, departments, officers, unknown, new TextSpan(span.Start, span.End - span.Start));
    }

    private static (int Start, int End, Tlp? Label)? Han(ReadOnlySpan<char> text)
    {
        int range = text.IndexOf("知悉范围");
        if (range >= 0)
        {
            var (_, stop) = Clauses.At(text, Math.Min(text.Length - 1, SkipColon(text, range + 4)));
            var (start, _) = Clauses.At(text, range);
            int label = LabelIn(text, range, stop, out var tlp);
            return (start, stop, label >= 0 ? tlp : null);
        }

        foreach (string opener in Openers)
        {
            int tries = 0;
            for (int at = text.IndexOf(opener); at >= 0 && tries++ < MostTries;)
            {
                var (start, end) = Clauses.At(text, at);
                end = Math.Min(end, at + LongestClause);
                foreach (string closer in Closers)
                {
                    int close = text[at..end].IndexOf(closer);
                    if (close > opener.Length)
                    {
                        int stop = at + close + closer.Length;
                        stop = end - stop <= 3 ? end : stop;
                        bool lead = at - start <= 4;
                        return (lead ? start : at, stop, null);
                    }
                }

                int next = text[(at + 1)..].IndexOf(opener);
                at = next < 0 ? -1 : at + 1 + next;
            }
        }

        return null;
    }

    private static int SkipColon(ReadOnlySpan<char> text, int i)
    {
        while (i < text.Length && text[i] is ':' or ' ' or '为' or '是')
        {
            i++;
        }

        return i;
    }

    /// <summary>A label with what stands behind it: TLP:RED for Wang Fang, 红色（王芳）. A bare colour counts only as a clause of its own.</summary>
    private static (int Start, int End, Tlp? Label)? Label(ReadOnlySpan<char> text, Analysis analysis)
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
            alone &= inside || text[i] is ' ' or '(' or ')' or '[' or ']' or '、' || "改为成用标按和与仅限给发知悉级别范围是的级".Contains(text[i]) || IsSmallWord(text, i);
        }

        if (!tlp && !alone)
        {
            return null;
        }

        return (alone ? start : from, alone ? end : Follow(text, analysis, at + length), label);
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
            if (analysis.Covered(i))
            {
                reach = i + 1;
            }
            else if (!(text[i] is ' ' or '(' or ')' or '、' or '[' or ']' || IsSmallWord(text, i) || "和与给仅限".Contains(text[i])))
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

    private static int LabelIn(ReadOnlySpan<char> text, int from, int to, out Tlp label) => LabelIn(text, from, to, out label, out _);

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

    /// <summary>for CID only, CID only, restricted to Legal, eyes only.</summary>
    private static (int Start, int End, Tlp? Label)? English(ReadOnlySpan<char> text)
    {
        foreach (string opener in Latin)
        {
            int tries = 0;
            for (int at = text.IndexOf(opener); at >= 0 && tries++ < MostTries;)
            {
                var (start, end) = Clauses.At(text, at);
                bool strong = opener is not ("for " or "shared with ");
                int only = text[at..end].IndexOf(" only");
                int eyes = text[at..end].IndexOf(" eyes");
                if ((at == 0 || text[at - 1] is ' ' or ',' or '(') && (strong || only > 0 || eyes > 0))
                {
                    int stop = strong && only < 0 ? end : at + Math.Max(only + 5, eyes + 5);
                    stop = text[Math.Min(stop, end)..end].StartsWith(" only") ? stop + 5 : stop;
                    return (at - start <= 14 ? start : at, Math.Min(stop, end), null);
                }

                int next = text[(at + 1)..].IndexOf(opener);
                at = next < 0 ? -1 : at + 1 + next;
            }
        }

        int tail = text.IndexOf(" only");
        if (tail > 0 && (tail + 5 >= text.Length || !char.IsAsciiLetter(text[tail + 5])))
        {
            var (start, end) = Clauses.At(text, tail);
            if (tail - start < 40 && end - tail <= 6)
            {
                return (start, end, null);
            }
        }

        return null;
    }
}
