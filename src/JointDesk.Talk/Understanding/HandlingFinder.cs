using JointDesk.Cases;
using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

/// <summary>Who may know, as said: 仅限刑侦支队知悉, 只给王芳看, TLP:AMBER+STRICT, for CID only, 知悉范围：绿色.</summary>
internal static class HandlingFinder
{
    /// <summary>The handling clause; its mentions of departments and officers are taken out of the analysis.</summary>
    public static HandlingMention? Find(Analysis analysis, TimeContext time)
    {
        var text = analysis.Folded;
        var label = HandlingLabels.Find(text, analysis);
        var clause = HandlingClauses.Han(text, analysis) ?? HandlingClauses.English(text, analysis);
        // TLP:RED 证人住址在西山，只给王芳看: the label stands apart from the readers, and is no part of what is told.
        var apart = clause is { } c && label is { } l && !Meet(c, l) ? label : null;
        if ((apart is null && clause is not null && label is not null ? Joined(clause.Value, label.Value) : clause ?? label) is not { } span)
        {
            return null;
        }

        List<string> departments = [];
        List<string> officers = [];
        var unknown = Unknown(analysis, span);
        for (int i = analysis.Mentions.Count - 1; i >= 0; i--)
        {
            var mention = analysis.Mentions[i];
            if (mention.Start < span.Start || mention.End > span.End || mention.Kind is not (MentionKind.Department or MentionKind.Officer))
            {
                continue;
            }

            if (mention.Ids.Count != 1)
            {
                unknown.Remove(analysis.Slice(mention));
            }

            var into = mention.Ids.Count != 1 ? unknown : mention.Kind == MentionKind.Department ? departments : officers;
            into.Insert(0, mention.Ids.Count == 1 ? mention.Ids[0] : analysis.Slice(mention));
            analysis.Mentions.RemoveAt(i);
        }

        // "extend the limit to 21 December", "limited to two hours" let nobody in and keep nobody out
        if (span.Label is null && departments.Count + officers.Count == 0 && unknown.TrueForAll(name => TimeRecognizer.Read(name, time).Spans is [{ Start: 0 }, ..]))
        {
            return null;
        }

        Add(analysis, span);
        if (apart is { } beside)
        {
            Add(analysis, beside);
        }

        var implied = officers.Count > 0 && departments.Count == 0 ? Tlp.Red : Tlp.AmberStrict;
        return new HandlingMention(LabelOf(span.Label, apart?.Label, implied, departments, officers), departments, officers, unknown, SpanOf(span))
        {
            LabelSpan = apart is { } other ? SpanOf(other) : null,
        };
    }

    /// <summary>The label as said, or what those named imply; where both were said and differ, the one that lets in fewer.</summary>
    private static Tlp LabelOf(Tlp? said, Tlp? apart, Tlp implied, List<string> departments, List<string> officers) =>
        apart is { } label ? (Tlp)Math.Min((int)label, (int)implied)
        : said == Tlp.Amber && departments.Count > 0 && officers.Count == 0 ? Tlp.AmberStrict
        : said ?? implied;

    private static bool Meet(HandlingSpan a, HandlingSpan b) => a.Start <= b.End && b.Start <= a.End;

    private static HandlingSpan Joined(HandlingSpan clause, HandlingSpan label) =>
        clause with { Start = Math.Min(clause.Start, label.Start), End = Math.Max(clause.End, label.End), Label = label.Label };

    private static TextSpan SpanOf(HandlingSpan span) => new(span.Start, span.End - span.Start);

    private static void Add(Analysis analysis, HandlingSpan span) =>
        analysis.Add(MentionKind.Handling, span.Start, span.End - span.Start, [], span.Label is null ? "handling: who may know" : "handling: label");

    /// <summary>What stands between 只给 and 看 and is nobody known: 只给王芳和张三看 must not lose 张三.</summary>
    private static List<string> Unknown(Analysis analysis, HandlingSpan span)
    {
        List<string> unknown = [];
        int start = span.NamesFrom;
        for (int i = span.NamesFrom; i <= span.NamesTo; i++)
        {
            bool between = i == span.NamesTo || IsReader(analysis, i) || HandlingClauses.Between.Contains(analysis.Folded[i]);
            if (between && Name(analysis.Text[start..i]) is { Length: > 0 } name)
            {
                unknown.Add(name);
            }

            start = between ? i + 1 : start;
        }

        return unknown;
    }

    /// <summary>A name without the small words beside it: "and Zhang San only".</summary>
    private static string Name(string text) =>
        string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.ToLowerInvariant() is not ("and" or "or" or "only" or "the" or "eyes")));

    /// <summary>A department or an officer stands there: who may be let in; a case or a number is matter of the sentence.</summary>
    internal static bool IsReader(Analysis analysis, int at)
    {
        foreach (var mention in analysis.Mentions)
        {
            if (mention.Start <= at && at < mention.End && mention.Kind is MentionKind.Department or MentionKind.Officer)
            {
                return true;
            }
        }

        return false;
    }
}

/// <param name="NamesFrom">Where the readers are named, in a clause that does nothing else; to <paramref name="NamesTo"/>.</param>
internal readonly record struct HandlingSpan(int Start, int End, Tlp? Label, int NamesFrom = 0, int NamesTo = 0);
