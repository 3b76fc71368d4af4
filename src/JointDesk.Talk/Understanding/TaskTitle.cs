using System.Text;
using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

/// <summary>A task's title: the sentence without who, by when and the words that hand it over.</summary>
internal static class TaskTitle
{
    private static readonly string[] Lead =
    [
        "新建任务", "布置任务", "下达任务", "分派任务给", "分派任务", "派任务", "给布置个任务", "督办任务", "任务", "督办", "交办给", "交办", "派给", "交给", "转给", "指定专人", "指定", "责成", "要求", "安排", "布置给", "布置", "指派", "分派给", "分派", "委托",
        "麻烦", "烦请", "务必", "请", "由", "让", "派", "给", "催一下", "需要", "需", "负责", "牵头", "主办", "承办", "来", "去", "于", "在", "把", "通知", "帮我", "记得", "别忘了", "提醒我", "提醒一下", "提醒", "一下", "叫我", "设个", "我", "并", "的", "各单位", "各成员单位", "各参会单位", "大家",
        "task for", "task", "action item for", "action item", "action", "new task", "assign", "ask", "please", "have", "tell", "let", "get", "make", "put", "want", "i want", "in charge of", "is responsible for", "responsible for", "to", "will", "should",
        "must", "shall", "needs to", "need to", "has to", "have to", "is to", "are to", "with", "for", "delegate", "hand", "could you", "could", "can you", "can", "remind me", "remind us", "remind", "set a reminder", "about", "that", "everyone", "everybody", "all departments", "all teams",
        "and", "reminder", "of", "leads",
    ];

    private static readonly string[] Tail =
    [
        "协办", "配合", "协助", "主办", "负责", "牵头", "承办", "来办", "去办", "完成", "前", "之前", "以前", "内", "截止", "到期", "assisting", "assists", "assist", "helping", "leads", "in charge", "owner", "by", "before", "due", "deadline", "within", "until", "on", "the", "is",
        "提醒我", "提醒一下", "提醒", "please", "as",
    ];

    public static string? Of(Analysis analysis)
    {
        var text = analysis.Folded;
        var title = new StringBuilder();
        for (int i = 0; i < text.Length;)
        {
            int end = i;
            while (end < text.Length && !Clauses.IsBreak(text[end]) && !Clauses.IsStop(text, end))
            {
                end++;
            }

            string clause = Clause(analysis, i, end);
            if (clause.Length > 0)
            {
                title.Append(title.Length == 0 ? "" : TextFold.IsHan(clause[0]) ? "，" : ", ").Append(clause);
            }

            i = end + 1;
        }

        return title.Length == 0 ? null : title.ToString();
    }

    private static string Clause(Analysis analysis, int start, int end)
    {
        var kept = new StringBuilder(end - start);
        for (int i = start; i < end; i++)
        {
            bool cut = analysis.IsTime(i) || Names(analysis, i);
            char c = cut ? ' ' : analysis.Text[i];
            if (!(c == ' ' && (kept.Length == 0 || kept[^1] == ' ')))
            {
                kept.Append(c);
            }
        }

        // 、 between two names that are gone
        string text = kept.ToString().Trim(' ', '、', '（', '）', '(', ')');
        if (HasHan(text))
        {
            text = Close(text);
        }

        return Strip(text);
    }

    private static bool HasHan(string text)
    {
        foreach (char c in text)
        {
            if (TextFold.IsHan(c))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Names(Analysis analysis, int index)
    {
        foreach (ref var mention in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(analysis.Mentions))
        {
            if (index >= mention.Start && index < mention.End)
            {
                return mention.Kind is MentionKind.Department or MentionKind.Handling;
            }
        }

        return false;
    }

    /// <summary>Chinese needs no gap where something was cut.</summary>
    private static string Close(string text)
    {
        var closed = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            bool gap = text[i] == ' ' && (i == 0 || i + 1 == text.Length || TextFold.IsHan(text[i - 1]) || TextFold.IsHan(text[i + 1]) || text[i - 1] == '、');
            if (!gap)
            {
                closed.Append(text[i]);
            }
        }

        return closed.ToString().Trim('、', '和', ' ');
    }

    private static string Strip(string text)
    {
        for (bool more = true; more && text.Length > 0;)
        {
            more = false;
            string folded = TextFold.Fold(text);
            foreach (string word in Lead)
            {
                if (folded.StartsWith(word, StringComparison.Ordinal) && Whole(folded, word.Length, word))
                {
                    text = text[word.Length..].TrimStart(' ', '：', ':', '、');
                    more = true;
                    break;
                }
            }
        }

        for (bool more = true; more && text.Length > 0;)
        {
            more = false;
            string folded = TextFold.Fold(text);
            foreach (string word in Tail)
            {
                bool latin = char.IsAsciiLetter(word[0]);
                if (folded.EndsWith(word, StringComparison.Ordinal) && (!latin || folded.Length == word.Length || folded[^(word.Length + 1)] == ' ')
                    && !(word is "完成" or "前" or "内" && folded.Length > word.Length))
                {
                    text = text[..^word.Length].TrimEnd(' ', '，', ',');
                    more = true;
                    break;
                }
            }
        }

        return text;
    }

    private static bool Whole(string folded, int at, string word) =>
        TextFold.IsHan(word[0]) ? !(word is "来" or "去" or "派" or "给" or "在" or "我" or "任务" && at < folded.Length && folded[at] is '源' or '现' or '往' or '出') : at >= folded.Length || !char.IsAsciiLetterOrDigit(folded[at]);
}
