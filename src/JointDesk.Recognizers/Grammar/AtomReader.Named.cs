using JointDesk.Recognizers.Scanning;
using NodaTime;

namespace JointDesk.Recognizers.Grammar;

internal sealed partial class AtomReader
{
    /// <summary>Festivals, and days of the lunar calendar: 中秋节, 正月十五, 腊月二十三, 农历八月初一.</summary>
    private int NamedDay(int i, ref Atom atom)
    {
        int festival = scan.Kind(i) == Tok.RelYear ? Skip(i + 1, Tok.OfMark) : i;
        if (festival > i && scan.Kind(festival) == Tok.Festival)
        {
            // 明年春节
            int value = scan.Value(festival);
            int year = today.Year + scan.Value(i);
            var date = value > 10_000 ? Lunar(value / 100 % 100, value % 100, new LocalDate(year, 1, 1)) : Safe(year, value / 100, value % 100, out _);
            return SetDate(ref atom, date, DayForm.Absolute, true) ? festival + 1 : i;
        }

        int holiday = scan.Kind(i) is Tok.Other or Tok.Festival or Tok.MonthName or Tok.Working ? Holidays.Match(scan, i, out var rule) : Unnamed(i, out rule);
        if (holiday > i)
        {
            var date = rule(today.Year) is { } thisYear && thisYear >= today ? thisYear : rule(today.Year + 1);
            return SetDate(ref atom, date ?? today, DayForm.MonthDay, date is not null) ? holiday : i;
        }

        int month, day, next;
        if (scan.Kind(i) == Tok.Festival)
        {
            (month, day, next) = (scan.Value(i) / 100 % 100, scan.Value(i) % 100, i + 1);
            if (scan.Value(i) < 10_000)
            {
                return SetDate(ref atom, MonthDay(today.Year, month, day, true, out bool ok), DayForm.MonthDay, ok) ? next : i;
            }
        }
        else if (scan.Kind(i) == Tok.LunarMonth)
        {
            bool said = scan.Value(i) > 0;
            int at = said || scan.Kind(i + 1) == Tok.LunarMonth ? i + 1 : i + 3;
            month = said ? scan.Value(i) : at == i + 1 ? scan.Value(++at - 1) : scan.Kind(i + 1) == Tok.Num && scan.Kind(i + 2) == Tok.MonthUnit ? scan.Value(i + 1) : 0;
            (day, next) = (scan.Kind(at) is Tok.LunarDay or Tok.Num ? scan.Value(at) : 0, at + 1);
            if (scan.Kind(next) == Tok.DayMark && scan.Kind(at) == Tok.Num)
            {
                next++;
            }
        }
        else
        {
            return i;
        }

        bool fits = month is >= 1 and <= 12 && day is >= 1 and <= 30;
        return fits && SetDate(ref atom, Lunar(month, day, today), DayForm.MonthDay, true) ? next : i;
    }

    private static int Unnamed(int i, out Func<int, LocalDate?> rule)
    {
        rule = static _ => null;
        return i;
    }

    /// <summary>The next such day of the lunar year; New Year's Eve is the day before the first.</summary>
    private static LocalDate Lunar(int month, int day, LocalDate from)
    {
        var moon = LunarYears.Calendar;
        for (int year = Math.Clamp(from.Year - 1, 1902, 2098); ; year++)
        {
            bool eve = month == 12 && day == 30;
            int y = eve ? year + 1 : year;
            int m = eve ? 1 : month;
            int leap = moon.GetLeapMonth(y);
            int n = leap > 0 && m >= leap ? m + 1 : m;
            int d = eve ? 1 : Math.Min(day, moon.GetDaysInMonth(y, n));
            var date = LocalDate.FromDateTime(moon.ToDateTime(y, n, d, 0, 0, 0, 0)).PlusDays(eve ? -1 : 0);
            if (date >= from || year >= 2098)
            {
                return date;
            }
        }
    }

    /// <summary>Apart, so that only who reads a lunar day pays for the tables.</summary>
    private static class LunarYears
    {
        public static readonly System.Globalization.ChineseLunisolarCalendar Calendar = new();
    }
}
