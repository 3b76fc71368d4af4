using JointDesk.Recognizers;

namespace JointDesk.Talk.Understanding;

/// <summary>What stands between departments in a list and is none that anybody knows: 法制、河豚队、网安, Legal, Foobar and Cyber. It is asked about, not dropped.</summary>
internal sealed class ListedNames(Vocabulary vocabulary)
{
    private const int LongestHan = 8, MostWords = 3;

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
