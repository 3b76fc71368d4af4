using System.Text;
using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

/// <summary>The sentence's own matter: a task without its owner and date, a resolution without 决议：, a reason without the refusal.</summary>
internal static class Bodies
{
    private static readonly WordKinds Words = new("matter");
    private static readonly string[] Leads = Words["resolve"];
    private static readonly string[] InformLeads = Words["inform"];
    private static readonly string[] ReportLeads = Words["report"];

    public static string? Of(Analysis analysis, Fields fields, string intent)
    {
        return intent switch
        {
            Intents.Resolve => AfterLead(analysis.Text, analysis.Folded, Leads),
            Intents.ShareInfo => Share(analysis, fields),
            Intents.ReportProgress => AfterLead(analysis.Text, analysis.Folded, ReportLeads),
            Intents.AssignTask or Intents.RequestInfo or Intents.SetReminder => TaskTitle.Of(analysis),
            Intents.CompleteTask => Rest(analysis, BodyWords.Done),
            Intents.ReturnTask => Rest(analysis, BodyWords.Returned),
            Intents.RsvpNo or Intents.RsvpTentative => Rest(analysis, BodyWords.Answer, keepsOtherTimes: true),
            Intents.RsvpYes => Rest(analysis, BodyWords.Answer),
            Intents.ExtendDeadline => Rest(analysis, BodyWords.Extend),
            Intents.Cancel or Intents.Reschedule => Rest(analysis, BodyWords.Cancel),
            _ => null,
        };
    }

    /// <summary>Words in which one changes who may know and says nothing else.</summary>
    private static readonly string[] ChangeOfHandling = Words["handling"];

    /// <summary>The text as it was written, without the clause that says who may know; null where that is all it says.</summary>
    private static string? Share(Analysis analysis, Fields fields)
    {
        string text = analysis.Text;
        foreach (var span in HandlingSpans(fields).Where(span => span.Start + span.Length <= text.Length).OrderByDescending(span => span.Start))
        {
            text = Without(text, span);
        }

        text = text.Trim(' ', '，', ',', '；', ';', '：', ':', '\n', '\r', '(', ')', '（', '）', '【', '】').TrimStart('。', '.', ' ');
        string? body = AfterLead(text, TextFold.Fold(text), InformLeads);
        return string.IsNullOrEmpty(body) || (fields.Handling is not null && SaysNothingElse(body)) ? null : body;
    }

    private static IEnumerable<TextSpan> HandlingSpans(Fields fields) =>
        fields.Handling is not { } handling ? [] : handling.LabelSpan is { } label ? [handling.Span, label] : [handling.Span];

    /// <summary>What stood on both sides of the clause keeps one mark between it, not two.</summary>
    private static string Without(string text, TextSpan span)
    {
        var (before, after) = (text[..span.Start], text[(span.Start + span.Length)..]);
        bool twice = before.TrimEnd() is [.., '。' or '.' or '，' or ',' or '；' or ';'] && after is ['。' or '.' or '，' or ',' or '；' or ';' or '：' or ':', ..];
        return before + (twice ? after[1..] : after);
    }

    private static bool SaysNothingElse(string body)
    {
        string rest = TextFold.Fold(body);
        foreach (string word in ChangeOfHandling)
        {
            rest = rest.Replace(word, "", StringComparison.Ordinal);
        }

        return !rest.Any(char.IsLetterOrDigit);
    }

    /// <summary>What follows 决议： or "resolved that"; the whole text where no such words open it.</summary>
    private static string? AfterLead(string text, ReadOnlySpan<char> folded, string[] leads)
    {
        int start = 0;
        foreach (string lead in leads)
        {
            if (folded.StartsWith(lead) && lead.Length > start && (folded.Length == lead.Length || TextFold.IsHan(lead[0]) || !char.IsAsciiLetter(folded[lead.Length])))
            {
                int after = lead.Length;
                bool marked = after < folded.Length && folded[after] is ':' or ',' or ' ';
                bool verb = lead is not ("情况" or "案情" or "通报" or "决定" or "同意" or "结论" or "进展" or "update" or "status" or "progress" or "brief" or "information" or "decision" or "agreed" or "decided");
                start = marked || (verb && TextFold.IsHan(lead[0])) ? after : start;
            }
        }

        while (start < folded.Length && folded[start] is ':' or ',' or ' ')
        {
            start++;
        }

        if (start > 0 && folded[start..].StartsWith("that "))
        {
            start += 5;
        }
        else if (start > 0 && folded[start..].StartsWith("to ") && folded.StartsWith("the meeting"))
        {
            start += 3;
        }

        string body = text[start..].Trim();
        return body.Length == 0 ? null : body;
    }

    /// <summary>The clauses that say more than the intent itself: a reason, a result.</summary>
    /// <param name="keepsOtherTimes">去不了，周四可以: a time beside the refusal is more than the refusal.</param>
    private static string? Rest(Analysis analysis, NameTrie common, bool keepsOtherTimes = false)
    {
        var text = analysis.Folded;
        var body = new StringBuilder();
        char before = '\0';
        for (int i = 0; i < text.Length;)
        {
            int end = i;
            while (end < text.Length && !Clauses.IsBreak(text[end]) && !Clauses.IsStop(text, end))
            {
                end++;
            }

            if (BodyWords.Loose(analysis, i, end, common) > 1 || (keepsOtherTimes && i > 0 && IsOtherTime(analysis, i, end)))
            {
                if (body.Length > 0)
                {
                    body.Append(before);
                    if (before is ',' or '.' or ';')
                    {
                        body.Append(' ');
                    }
                }

                body.Append(analysis.Text.AsSpan(i, end - i).Trim());
            }

            before = end < text.Length ? analysis.Text[end] : '\0';
            i = end + 1;
        }

        return body.Length == 0 ? null : body.ToString();
    }

    /// <summary>Whether no time stands in the first clause and one does in a later clause that refuses nothing.</summary>
    public static bool OffersAnother(Analysis analysis)
    {
        int at = 0;
        while (at < analysis.Length && !analysis.IsTime(at))
        {
            at++;
        }

        var (start, end) = at < analysis.Length ? Clauses.At(analysis.Folded, at) : default;
        return start > 0 && IsOtherTime(analysis, start, end);
    }

    /// <summary>A clause with a time that refuses nothing.</summary>
    private static bool IsOtherTime(Analysis analysis, int start, int end)
    {
        ReadOnlySpan<char> clause = analysis.Folded[start..end];
        bool timed = false;
        for (int i = start; i < end && !timed; i++)
        {
            timed = analysis.IsTime(i);
        }

        return timed && clause.IndexOfAny("不没无") < 0 && clause.IndexOf("n't") < 0 && clause.IndexOf("not ") < 0;
    }
}
