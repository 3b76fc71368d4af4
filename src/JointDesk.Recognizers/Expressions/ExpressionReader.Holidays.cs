using JointDesk.Recognizers.Grammar;
using JointDesk.Recognizers.Scanning;

namespace JointDesk.Recognizers.Expressions;

internal sealed partial class ExpressionReader
{
    /// <summary>A holiday by name, with the year if one is said: christmas eve, labor day 2021, next new year day.</summary>
    private int Holiday(int i, Said one)
    {
        bool turned = scan.Kind(i) is Tok.Next or Tok.This && !Han(i);
        int at = turned ? i + 1 : i;
        if (scan.Kind(at) is not (Tok.Other or Tok.Festival or Tok.Weekday or Tok.Num or Tok.Next or Tok.MonthName or Tok.Weekend or Tok.Last or Tok.Working))
        {
            return i;
        }

        int end = LongestName(at);
        if (end == at || Han(at))
        {
            return i;
        }

        string name = Spelled(at, end);
        if (Holidays.Find(name, today.Year) is not { } day)
        {
            return i;
        }

        int of = Past(end, Tok.OfMark, Tok.Comma);
        bool dated = Year(of, out int year, out int after);
        if (scan.Kind(dated ? after : end) == Tok.Weekend)
        {
            return i;
        }

        if (dated && Holidays.Find(name, year) is { } thatYear)
        {
            (one.Day, one.Form) = (thatYear, DayForm.Absolute);
            return after;
        }

        (one.Day, one.Form, one.Unit) = (day < today ? Holidays.Find(name, today.Year + 1) : day, DayForm.MonthDay, PeriodUnit.Holiday);
        return one.Day is null ? i : end;
    }

    private int LongestName(int i)
    {
        for (int end = Math.Min(i + 5, scan.Count); end > i; end--)
        {
            if (char.IsAsciiLetter(scan.Text(end - 1)[0]) && Holidays.Knows(Spelled(i, end)))
            {
                return end;
            }
        }

        return i;
    }

    /// <summary>The words as a name is kept: without marks and owners, one blank between.</summary>
    private string Spelled(int first, int end)
    {
        int from = scan[first].Start;
        string text = new(scan.Folded[from..scan[end - 1].End]);
        return text.Replace("'s", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal).Replace("-", " ", StringComparison.Ordinal)
            .Replace("saint", "st", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal);
    }
}
