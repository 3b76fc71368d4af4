namespace JointDesk.Talk.Understanding;

/// <summary>Clauses of a text: stretches between commas, stops and colons.</summary>
internal static class Clauses
{
    public static bool IsBreak(char folded) => folded is ',' or ';' or '。' or '!' or '?' or '\n' or ':';

    /// <summary>Whether the dot at an index ends a sentence rather than standing inside a number or an abbreviation.</summary>
    public static bool IsStop(ReadOnlySpan<char> folded, int i) =>
        folded[i] == '.' && (i + 1 >= folded.Length || folded[i + 1] == ' ') && !(i > 0 && folded[i - 1] == 'm' && i > 1 && folded[i - 2] == '.');

    /// <summary>The clause that holds an index, without its breaks.</summary>
    public static (int Start, int End) At(ReadOnlySpan<char> folded, int index)
    {
        int start = index;
        while (start > 0 && !IsBreak(folded[start - 1]) && !IsStop(folded, start - 1))
        {
            start--;
        }

        int end = index;
        while (end < folded.Length && !IsBreak(folded[end]) && !IsStop(folded, end))
        {
            end++;
        }

        return (start, end);
    }
}
