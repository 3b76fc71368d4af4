using JointDesk.Recognizers.Scanning;
using NodaTime;

namespace JointDesk.Recognizers.Grammar;

internal sealed partial class AtomReader
{
    /// <summary>Festivals, and days of the lunar calendar: 中秋节, 正月十五, 腊月二十三, 农历八月初一.</summary>
    private int NamedDay(int i, ref Atom atom)
    {
        // 明年春节, 2027年感恩节, 农历元宵
        int said = 0;
        bool numbered = scan.Kind(i) == Tok.Num && scan.Kind(i + 1) == Tok.YearUnit && IsYear(i, out said);
        int festival = scan.Kind(i) == Tok.RelYear ? Skip(i + 1, Tok.OfMark) : numbered ? Skip(i + 2, Tok.OfMark) : i;
        if (festival > i && scan.Kind(festival) == Tok.Festival)
        {
            int value = scan.Value(festival);
            int year = numbered ? said : today.Year + scan.Value(i);
            var date = IsLunar(value) ? Lunar(value / 100 % 100, value % 100, new LocalDate(year, 1, 1)) : Holidays.Solar(value, year);
            return SetDate(ref atom, date ?? today, DayForm.Absolute, true) ? festival + 1 : i;
        }

        if (scan.Kind(i) == Tok.LunarMonth && scan.Kind(i + 1) == Tok.Festival)
        {
            return NamedDay(i + 1, ref atom) is var inner && inner > i + 1 ? inner : i;
        }

        return Holiday(i, ref atom) is var holiday && holiday > i ? holiday : scan.Kind(i) is Tok.Festival or Tok.LunarMonth ? FestivalOrLunar(i, ref atom) : i;
    }

    /// <summary>The interval of a day that falls on another date each year: no rule can say when.</summary>
    public const int Movable = -1;

    private static bool IsLunar(int festival) => festival is > 10_000 and < 20_000;

    private int Holiday(int i, ref Atom atom)
    {
        bool latin = scan.Kind(i) is Tok.Other or Tok.Festival or Tok.MonthName or Tok.Working && char.IsAsciiLetter(scan.Text(i)[0]);
        int holiday = latin ? Holidays.Match(scan, i, out var rule) : Unnamed(i, out rule);
        if (holiday > i)
        {
            var date = rule(today.Year) is { } thisYear && thisYear >= today ? thisYear : rule(today.Year + 1);
            Recurs(rule, ref atom);
            return SetDate(ref atom, date ?? today, DayForm.MonthDay, date is not null) ? holiday : i;
        }

        return i;
    }

    /// <summary>What an RFC 5545 rule can say of a holiday: its date, the nth weekday of its month, or nothing (Easter).</summary>
    private void Recurs(Func<int, LocalDate?> rule, ref Atom atom)
    {
        int nth = 0, date = 0, month = 0;
        for (int year = today.Year; year < today.Year + 12; year++)
        {
            if (rule(year) is not { } day)
            {
                continue;
            }

            int these = 10 * ((day.Day - 1) / 7 + 1) + (int)day.Weekday();
            nth = nth == 0 || nth == these ? these : -1;
            date = date == 0 || date == day.Day ? day.Day : -1;
            month = month == 0 || month == day.Month ? day.Month : -1;
        }

        bool weekday = date < 0 && nth > 0 && month > 0;
        (atom.Nth, atom.Mask) = weekday ? (nth / 10, 1 << (nth % 10)) : (0, 0);
        atom.Interval = weekday || (date > 0 && month > 0) ? 0 : Movable;
    }

    private int FestivalOrLunar(int i, ref Atom atom)
    {
        int month, day, next;
        if (scan.Kind(i) == Tok.Festival)
        {
            (month, day, next) = (scan.Value(i) / 100 % 100, scan.Value(i) % 100, i + 1);
            if (!IsLunar(scan.Value(i)))
            {
                // 每年母亲节: the atom says which weekday of which month it is
                (atom.Nth, atom.Mask) = scan.Value(i) is > 20_000 and < 30_000 ? (day / 10, 1 << (day % 10)) : (0, 0);
                atom.Interval = scan.Value(i) == 30_000 ? Movable : 0;
                var date = Holidays.Solar(scan.Value(i), today.Year) is { } thisYear && thisYear >= today ? thisYear : Holidays.Solar(scan.Value(i), today.Year + 1);
                return SetDate(ref atom, date ?? today, DayForm.MonthDay, date is not null) ? next : i;
            }
        }
        else
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

        bool fits = month is >= 1 and <= 12 && day is >= 1 and <= 30;
        atom.Interval = Movable;
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
            var date = LocalDate.FromDateTime(moon.ToDateTime(y, n, d, 0, 0, 0, 0)).AddDays(eve ? -1 : 0);
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
