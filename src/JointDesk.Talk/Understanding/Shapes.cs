namespace JointDesk.Talk.Understanding;

/// <summary>What is a number or a case by its look alone, whether anybody knows it or not.</summary>
internal static class Shapes
{
    /// <summary>2026-001 and 2026-001-1: a year, a number of three figures, and for an assignment one more.</summary>
    public static int Number(ReadOnlySpan<char> text, int i)
    {
        int year = Digits(text, i);
        if (year != 4 || text[i] != '2' || text[i + 1] != '0' || i + 5 >= text.Length || text[i + 4] != '-')
        {
            return 0;
        }

        int number = Digits(text, i + 5);
        if (number is < 3 or > 5)
        {
            return 0;
        }

        int end = i + 5 + number;
        if (end + 1 < text.Length && text[end] == '-' && Digits(text, end + 1) is > 0 and < 4 and var part)
        {
            end += 1 + part;
        }

        return end < text.Length && char.IsAsciiLetterOrDigit(text[end]) && char.IsAsciiDigit(text[end]) ? 0 : end - i;
    }

    private static int Digits(ReadOnlySpan<char> text, int i)
    {
        int n = 0;
        while (i + n < text.Length && char.IsAsciiDigit(text[i + n]))
        {
            n++;
        }

        return n;
    }

    /// <summary>“6·18”案, 6.18专案, JH-2026-0618, Operation Lantern, the June 18 case: a case by its look.</summary>
    public static int Case(ReadOnlySpan<char> text, ReadOnlySpan<char> original, int i)
    {
        int at = i;
        bool quoted = text[at] == '"';
        if (quoted)
        {
            at++;
        }

        if (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            int month = Digits(text, at);
            int dot = at + month;
            if (month <= 2 && dot + 1 < text.Length && text[dot] is '·' or '.' or '-' && Digits(text, dot + 1) is >= 1 and <= 2 and var day)
            {
                bool middle = text[dot] == '·';
                int end = dot + 1 + day;
                bool closed = end < text.Length && text[end] == '"';
                if (quoted && !closed)
                {
                    return 0;
                }

                end += quoted ? 1 : 0;
                int tail = CaseWords.Tail(text, end);
                return tail > 0 ? end + tail - i : quoted || middle ? end - i : 0;
            }

            return 0;
        }

        if (quoted)
        {
            int close = text[(i + 1)..].IndexOf('"');
            if (close is > 0 and < 20 && CaseWords.Tail(text, i + 2 + close) is var tail && tail > 0)
            {
                return close + 2 + tail;
            }

            return 0;
        }

        if (char.IsAsciiLetter(text[i]))
        {
            return Lettered(text, original, i);
        }

        return 0;
    }

    private static int Lettered(ReadOnlySpan<char> text, ReadOnlySpan<char> original, int i)
    {
        // JH-2026-0618
        int letters = 0;
        while (i + letters < text.Length && char.IsAsciiLetter(text[i + letters]))
        {
            letters++;
        }

        int at = i + letters;
        if (letters is >= 1 and <= 5 && at + 9 < text.Length + 1 && at < text.Length && text[at] == '-' && Digits(text, at + 1) == 4
            && at + 5 < text.Length && text[at + 5] == '-' && Digits(text, at + 6) is >= 3 and <= 6 and var tail)
        {
            return letters + 6 + tail;
        }

        // a name has a capital: "we have an operation that day" names none
        if (text[i..].StartsWith("operation ") && i + 11 < text.Length && char.IsAsciiLetterUpper(original[i + 10]))
        {
            int end = i + 10;
            while (end < text.Length && char.IsAsciiLetter(text[end]))
            {
                end++;
            }

            return end - i;
        }

        return Month(text, i);
    }

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    /// <summary>the June 18 case, September 7 case.</summary>
    private static int Month(ReadOnlySpan<char> text, int i)
    {
        int at = text[i..].StartsWith("the ") ? i + 4 : i;
        foreach (string month in Months)
        {
            if (at < text.Length && text[at..].StartsWith(month) && at + month.Length + 1 < text.Length && text[at + month.Length] == ' ')
            {
                int day = at + month.Length + 1;
                int digits = Digits(text, day);
                int end = day + digits;
                if (digits is 1 or 2 && end < text.Length && text[end..].StartsWith(" case") && !(end + 5 < text.Length && char.IsAsciiLetter(text[end + 5])))
                {
                    return end + 5 - i;
                }
            }
        }

        return 0;
    }
}
