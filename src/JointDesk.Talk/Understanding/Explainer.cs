using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

/// <summary>The stretches of a reading with the rules that read them and their values.</summary>
internal static class Explainer
{
    public static IReadOnlyList<ExplainedSpan> Spans(Analysis analysis, ReadOnlySpan<char> masked, Fields fields, Surroundings surroundings)
    {
        List<ExplainedSpan> spans = [];
        foreach (var mention in analysis.Mentions)
        {
            spans.Add(new ExplainedSpan(mention.Start, analysis.Slice(mention), mention.Rule, ValueOf(analysis, mention, fields)));
        }

        string text = new(masked);
        spans.AddRange(TimeRecognizer.Explain(text, surroundings.Time).Select(e =>
            new ExplainedSpan(e.Span.Start, analysis.Text.Substring(e.Span.Start, e.Span.Length), $"{fields.TimeBy}: {e.Rule}", $"{e.Type} {ValueOf(e.Values[0])}".Trim())));

        // Words that only say what the times are for, such as 前 or instead, are no times of their own.
        foreach (var span in fields.TimeSpans)
        {
            if (!spans.Exists(s => s.Start >= span.Start && s.Start < span.Start + span.Length))
            {
                spans.Add(new ExplainedSpan(span.Start, analysis.Text.Substring(span.Start, span.Length), $"{fields.TimeBy}: time", null));
            }
        }

        return [.. spans.OrderBy(s => s.Start)];
    }

    private static string ValueOf(TimeValue value) => value.Value ?? (value.Start is { } from ? $"{from} to {value.End}" : "");

    private static string? ValueOf(Analysis analysis, in Mention mention, Fields fields) => mention.Kind switch
    {
        MentionKind.Handling when fields.Handling is { } handling =>
            string.Join(' ', handling.Departments.Concat(handling.Officers).Concat(handling.Unknown.Select(u => u + "?")).Prepend(handling.Label.ToString())),
        MentionKind.Place or MentionKind.Number => analysis.Slice(mention),
        _ => mention.Ids.Count > 0 ? string.Join(" | ", mention.Ids) : null,
    };
}
