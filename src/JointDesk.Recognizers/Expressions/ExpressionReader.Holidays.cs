using JointDesk.Recognizers.Grammar;
using JointDesk.Recognizers.Scanning;

namespace JointDesk.Recognizers.Expressions;

internal sealed partial class ExpressionReader
{
    /// <summary>A holiday by name, with the year if one is said: christmas eve, labor day 2021, next new year day.</summary>
    private int Holiday(int i, Said one)
    {
        int at = scan.Kind(i) is Tok.Next or Tok.This && !Han(i) ? i + 1 : i;
        int end = Holidays.Match(scan, at, out var day);
        bool dated = Year(Past(end, Tok.OfMark, Tok.Comma), out int year, out int after);
        if (end == at || scan.Kind(dated ? after : end) == Tok.Weekend)
        {
            return i;
        }

        if (dated && day(year) is { } thatYear)
        {
            (one.Day, one.Form) = (thatYear, DayForm.Absolute);
            return after;
        }

        (one.Day, one.Form, one.Unit) = (Coming(day), DayForm.MonthDay, PeriodUnit.Holiday);
        return one.Day is null ? i : end;
    }

    private NodaTime.LocalDate? Coming(Func<int, NodaTime.LocalDate?> day) => day(today.Year) is { } date && date >= today ? date : day(today.Year + 1);
}
