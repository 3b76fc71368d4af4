using JointDesk.Recognizers.Grammar;
using JointDesk.Recognizers.Scanning;
using NodaTime;
using NodaTime.Calendars;

namespace JointDesk.Recognizers.Expressions;

internal sealed partial class ExpressionReader
{
    /// <summary>week 31, the week of the 18th, w/c 4 Feb, this working week, the weekend of Halloween, weekends.</summary>
    private int Weeks(int i, Said one)
    {
        int at = Word(i, "the") ? i + 1 : i;
        if (scan.Kind(at) == Tok.WeekUnit && Word(at, "week"))
        {
            return WeekByNumber(at, one) is var numbered && numbered > at ? numbered : WeekOf(at, at + 1, i, one);
        }

        if (Word(i, "w") && scan.Kind(i + 1) == Tok.Slash && Word(i + 2, "c"))
        {
            return DayAt(i + 3, out var day, out int next) && SetDays(one, Monday(day), Monday(day).AddDays(7), PeriodUnit.Week) ? next : i;
        }

        if (Turn(i, out int turn) && (scan.Kind(i + 1) == Tok.Working && scan.Kind(i + 2) == Tok.WeekUnit || Word(i + 1, "workweek")))
        {
            var monday = Monday(today).AddWeeks(turn);
            return SetDays(one, monday, monday.AddDays(5), PeriodUnit.Week) ? i + (Word(i + 1, "workweek") ? 2 : 3) : i;
        }

        return Weekends(i, at, one);
    }

    private int WeekByNumber(int at, Said one)
    {
        int number = at + 1;
        if (scan.Kind(number) != Tok.Num || scan[number] is not { Form: NumForm.Arabic, Ordinal: false } || scan.Value(number) is < 1 or > 53
            || scan.Kind(number + 1) is Tok.AmPm or Tok.Colon or Tok.Slash or Tok.HourMark)
        {
            return at;
        }

        int of = Past(number + 1, Tok.OfMark);
        bool yearSaid = Year(of, out int year, out int end) && of > number + 1;
        year = yearSaid ? year : today.Year;
        int week = Math.Min(scan.Value(number), WeekYearRules.Iso.GetWeeksInWeekYear(year));
        var monday = WeekYearRules.Iso.GetLocalDate(year, week, IsoDayOfWeek.Monday);
        one.First = at;
        return SetDays(one, monday, monday.AddDays(7), PeriodUnit.Week) ? yearSaid ? end : number + 1 : at;
    }

    private int WeekOf(int at, int of, int failed, Said one)
    {
        bool opens = scan.Kind(of) == Tok.OfMark || scan.Kind(of) == Tok.Start;
        return opens && DayAt(of + 1, out var day, out int next) && SetDays(one, Monday(day), Monday(day).AddDays(7), PeriodUnit.Week) && at > 0 ? next : failed;
    }

    private int Weekends(int i, int at, Said one)
    {
        if (scan.Kind(at) == Tok.Weekend && !Han(at))
        {
            if (scan.Kind(at + 1) == Tok.OfMark && DayAt(at + 2, out var day, out int next))
            {
                return WeekendAt(day, one) ? next : i;
            }

            if (Word(at, "weekends") && scan.Kind(at - 1) is not (Tok.Num or Tok.Every))
            {
                one.Set = true;
                one.Timex = "P1WE";
                return at + 1;
            }
        }

        // every two weekends
        if (scan.Kind(i) == Tok.Every && scan.Kind(i + 1) == Tok.Num && scan.Kind(i + 2) == Tok.Weekend)
        {
            one.Set = true;
            one.Timex = $"P{scan.Value(i + 1)}WE";
            return i + 3;
        }

        // labor day 2021 weekend
        int end = Holidays.Match(scan, i, out var rule);
        if (end == i || Coming(rule) is not { } named)
        {
            return i;
        }

        if (Year(end, out int year, out int after) && rule(year) is { } thatYear)
        {
            (named, end) = (thatYear, after);
        }

        return scan.Kind(end) == Tok.Weekend && WeekendAt(named, one) ? end + 1 : i;
    }

    /// <summary>The two days nearest, and the Monday too where that is the day itself.</summary>
    private static bool WeekendAt(LocalDate day, Said one)
    {
        bool monday = day.Weekday() == IsoDayOfWeek.Monday;
        var saturday = monday ? day.AddDays(-2) : Monday(day).AddDays(5);
        return SetDays(one, saturday, saturday.AddDays(monday ? 3 : 2), PeriodUnit.Weekend);
    }
}
