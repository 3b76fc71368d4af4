namespace JointDesk.Talk.Understanding;

/// <summary>The words about a case, of <c>dialogs/shared/cases</c>.</summary>
internal static class CaseWords
{
    private static readonly WordKinds Words = new("cases");
    private static readonly string[] Tails = Words["tail"], Behind = Words["behind"], Before = Words["before"];

    /// <summary>The length of what ends a case's name at an offset, 0 if nothing does.</summary>
    public static int Tail(ReadOnlySpan<char> text, int at)
    {
        if (at < text.Length)
        {
            foreach (string tail in Tails)
            {
                if (text[at..].StartsWith(tail))
                {
                    return tail.Length;
                }
            }
        }

        return 0;
    }

    /// <summary>618 is a case in 618的会, and in 618元 or 地点618 it is none.</summary>
    public static bool SaysSo(ReadOnlySpan<char> text, int start, int end)
    {
        foreach (string word in Behind)
        {
            if (text[end..].StartsWith(word))
            {
                return IsWhole(text, start, end);
            }
        }

        foreach (string word in Before)
        {
            if (text[..start].EndsWith(word))
            {
                return IsWhole(text, start, end);
            }
        }

        return false;
    }

    private static bool IsWhole(ReadOnlySpan<char> text, int start, int end) =>
        (start == 0 || !IsFigure(text[start - 1])) && (end == text.Length || !IsFigure(text[end]));

    private static bool IsFigure(char c) => char.IsAsciiDigit(c) || c is '.' or ':' or '-' or '/' or '%';
}
