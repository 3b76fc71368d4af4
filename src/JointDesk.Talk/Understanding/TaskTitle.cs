using System.Buffers;
using System.Runtime.InteropServices;
using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

/// <summary>A task's title: the sentence without who, by when and the words that hand it over.</summary>
internal static class TaskTitle
{
    private static readonly WordKinds Words = new("task");
    private static readonly string[] Lead = Words["lead"], Tail = Words["tail"];

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
        bool han = clause.Length > 0 && TextFold.IsHan(clause[0]);

        // 让经侦派人: what is left of it says nothing
        if (clause.Length == 0 || (han && clause.Length == 1))
        {
            return length;
        }

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
