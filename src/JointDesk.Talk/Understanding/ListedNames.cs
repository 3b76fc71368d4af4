using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

/// <summary>What stands between departments in a list and is none that anybody knows: 法制、河豚队、网安, Legal, Foobar and Cyber. It is asked about, not dropped.</summary>
internal sealed class ListedNames(DepartmentWords words, Vocabulary vocabulary)
{
    private const int LongestHan = 8, MostWords = 3;

    /// <summary>两个大队 and 兄弟支队 are no name.</summary>
    private const string Counts = "一二两三四五六七八九十几多本贵该全兄";

    public void Find(Analysis analysis)
    {
        var text = analysis.Folded;
        for (int k = 1; k < analysis.Mentions.Count; k++)
        {
            var (before, after) = (analysis.Mentions[k - 1], analysis.Mentions[k]);
            if (before.Kind != MentionKind.Department || after.Kind != MentionKind.Department || after.Start - before.End is < 4 or > 60)
            {
                continue;
            }

            var gap = text[before.End..after.Start];
            int left = LeftMark(gap);
            int right = RightMark(gap);
            if (left == 0 || right == 0 || left + right >= gap.Length)
            {
                continue;
            }

            int start = before.End + left;
            int length = gap.Length - left - right;
            if (IsHanName(text.Slice(start, length)) || IsLatinName(analysis, start, length))
            {
                analysis.Mentions.Insert(k, new Mention { Kind = MentionKind.Department, Start = start, Length = length, Ids = [], Rule = "listed among departments" });
                k++;
            }
        }

        Last(analysis);
    }

    /// <summary>What follows the last of a list and looks like one of them: 网安、经侦和缉查队开会, Cyber and Foobar.</summary>
    private void Last(Analysis analysis)
    {
        var text = analysis.Folded;
        for (int k = analysis.Mentions.Count - 1; k >= 0; k--)
        {
            var mention = analysis.Mentions[k];
            int next = k + 1 < analysis.Mentions.Count ? analysis.Mentions[k + 1].Start : text.Length;
            if (mention.Kind != MentionKind.Department || mention.End >= text.Length)
            {
                continue;
            }

            int start = mention.End + Mark(text[mention.End..next]);
            int length = start == mention.End ? 0 : Math.Max(HanLast(text[start..next]), LatinLast(analysis, start, next));
            if (length > 0)
            {
                analysis.Mentions.Insert(k + 1, new Mention { Kind = MentionKind.Department, Start = start, Length = length, Ids = [], Rule = "last among departments" });
            }
        }
    }

    private static int Mark(ReadOnlySpan<char> gap) => gap.Length == 0 ? 0 : gap[0] is '和' or '与' or '及' or '跟' ? 1 : LeftMark(gap);

    /// <summary>A name that ends in what departments end in, before the end of its clause or a word that is known.</summary>
    private int HanLast(ReadOnlySpan<char> rest)
    {
        for (int length = 1; length <= Math.Min(LongestHan, rest.Length); length++)
        {
            if (!TextFold.IsHan(rest[length - 1]) || HanNeighbours.IsBoundary(rest[length - 1]) || Counts.Contains(rest[length - 1]))
            {
                return 0;
            }

            bool ends = length == rest.Length || !TextFold.IsHan(rest[length]) || HanNeighbours.IsBoundary(rest[length])
                || (length + 1 < rest.Length && vocabulary.KnowsPair(rest.Slice(length, 2)));
            int body = length < 3 ? 0 : words.BodyOf(rest[..length]);
            if (ends && (body > 1 || (body == 1 && rest[length - 1] is '队' or '局' or '处' or '科' or '办')))
            {
                return length;
            }
        }

        return 0;
    }

    private int LatinLast(Analysis analysis, int start, int next)
    {
        int end = start;
        while (end < next && (char.IsAsciiLetter(analysis.Folded[end]) || (analysis.Folded[end] == ' ' && end + 1 < next && char.IsUpper(analysis.Text[end + 1]))))
        {
            end++;
        }

        return end > start && IsLatinName(analysis, start, end - start) ? end - start : 0;
    }

    /// <summary>How long the mark is that ends the name before: 、 or a comma or "and".</summary>
    private static int LeftMark(ReadOnlySpan<char> gap) =>
        gap[0] == '、' ? 1 : gap.StartsWith(", and ") ? 6 : gap.StartsWith(", ") ? 2 : gap.StartsWith(" and ") ? 5 : 0;

    private static int RightMark(ReadOnlySpan<char> gap) =>
        gap[^1] is '、' or '和' or '与' or '及' ? 1 : gap.EndsWith(", and ") ? 6 : gap.EndsWith(" and ") ? 5 : gap.EndsWith(", ") ? 2 : 0;

    private bool IsHanName(ReadOnlySpan<char> name)
    {
        if (name.Length is < 2 or > LongestHan || vocabulary.KnowsPair(name))
        {
            return false;
        }

        foreach (char c in name)
        {
            if (!TextFold.IsHan(c) || HanNeighbours.IsBoundary(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>One to three words with a capital each that no phrase uses.</summary>
    private bool IsLatinName(Analysis analysis, int start, int length)
    {
        int count = 0;
        for (int i = start; i < start + length; i++)
        {
            int end = i;
            while (end < start + length && char.IsAsciiLetter(analysis.Folded[end]))
            {
                end++;
            }

            if (end == i || !char.IsUpper(analysis.Text[i]) || vocabulary.Knows(analysis.Folded[i..end]) || (end < start + length && analysis.Folded[end] != ' '))
            {
                return false;
            }

            count++;
            i = end;
        }

        return count is > 0 and <= MostWords;
    }
}
