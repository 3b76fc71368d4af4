using System.Buffers;
using System.Runtime.InteropServices;
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
        // each clause of the text adds at most what it is long, and the mark before it
        char[] buffer = ArrayPool<char>.Shared.Rent(analysis.Length * 2 + 2);
        var text = analysis.Folded;
        int length = 0;
        for (int i = 0; i < text.Length;)
        {
            int end = i;
            while (end < text.Length && !Clauses.IsBreak(text[end]) && !Clauses.IsStop(text, end))
            {
                end++;
            }

            length = Append(analysis, i, end, buffer, length);
            i = end + 1;
        }

        string? title = length == 0 ? null : new string(buffer, 0, length);
        ArrayPool<char>.Shared.Return(buffer);
        return title;
    }

    /// <summary>Writes what a clause adds to the title behind its first <paramref name="length"/> characters; the new length.</summary>
    private static int Append(Analysis analysis, int start, int end, char[] buffer, int length)
    {
        int from = length == 0 ? 0 : length + 2;
        var kept = buffer.AsSpan(from, Keep(analysis, start, end, buffer.AsSpan(from)));

        // 、 between two names that are gone
        var trimmed = kept.Trim(" 、（）()");
        if (HasHan(trimmed))
        {
            trimmed = Close(trimmed);
        }

        ReadOnlySpan<char> clause = Strip(trimmed);
        if (clause.Length == 0)
        {
            return length;
        }

        bool han = TextFold.IsHan(clause[0]);
        int at = length == 0 ? 0 : han ? length + 1 : length + 2;
        clause.CopyTo(buffer.AsSpan(at));
        if (at > 0)
        {
            (han ? "，" : ", ").CopyTo(0, buffer, length, at - length);
        }

        return at + clause.Length;
    }

    /// <summary>The clause without its times and names, one blank in place of each.</summary>
    private static int Keep(Analysis analysis, int start, int end, Span<char> kept)
    {
        int n = 0;
        for (int i = start; i < end; i++)
        {
            char c = analysis.IsTime(i) || Names(analysis, i) ? ' ' : analysis.Text[i];
            if (!(c == ' ' && (n == 0 || kept[n - 1] == ' ')))
            {
                kept[n++] = c;
            }
        }

        return n;
    }

    private static bool HasHan(ReadOnlySpan<char> text)
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
        foreach (ref var mention in CollectionsMarshal.AsSpan(analysis.Mentions))
        {
            if (index >= mention.Start && index < mention.End)
            {
                return mention.IsParty || mention.Kind == MentionKind.Handling;
            }
        }

        return false;
    }

    /// <summary>Chinese needs no gap where something was cut.</summary>
    private static Span<char> Close(Span<char> text)
    {
        int n = 0;
        char before = '\0';
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool gap = c == ' ' && (i == 0 || i + 1 == text.Length || TextFold.IsHan(before) || TextFold.IsHan(text[i + 1]) || before == '、');
            before = c;
            if (!gap)
            {
                text[n++] = c;
            }
        }

        return text[..n].Trim("、和 ");
    }

    private static Span<char> Strip(Span<char> text)
    {
        for (bool more = true; more && text.Length > 0;)
        {
            more = false;
            foreach (string word in Lead)
            {
                if (Is(text, 0, word) && Whole(text, word))
                {
                    text = text[word.Length..].TrimStart(" ：:、");
                    more = true;
                    break;
                }
            }
        }

        for (bool more = true; more && text.Length > 0;)
        {
            more = false;
            foreach (string word in Tail)
            {
                int at = text.Length - word.Length;
                if (Is(text, at, word) && (!char.IsAsciiLetter(word[0]) || at == 0 || text[at - 1] == ' ') && !(word is "完成" or "前" or "内" && at > 0))
                {
                    text = text[..at].TrimEnd(" ，,");
                    more = true;
                    break;
                }
            }
        }

        return text;
    }

    private static bool Is(ReadOnlySpan<char> text, int at, string word)
    {
        if (at < 0 || at + word.Length > text.Length)
        {
            return false;
        }

        for (int i = 0; i < word.Length; i++)
        {
            if (TextFold.Fold(text[at + i]) != word[i])
            {
                return false;
            }
        }

        return true;
    }

    private static bool Whole(ReadOnlySpan<char> text, string word)
    {
        int at = word.Length;
        return !TextFold.IsHan(word[0])
            ? at >= text.Length || !char.IsAsciiLetterOrDigit(text[at])
            : !(word is "来" or "去" or "派" or "给" or "在" or "我" or "任务" && at < text.Length && text[at] is '源' or '现' or '往' or '出');
    }
}
