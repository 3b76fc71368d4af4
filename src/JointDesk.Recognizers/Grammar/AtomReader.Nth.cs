using JointDesk.Recognizers.Scanning;
using NodaTime;

namespace JointDesk.Recognizers.Grammar;

internal sealed partial class AtomReader
{
    /// <summary>第一个周一, 最后一个周五, 最后一个工作日, first Friday of each month, last working day of the month.</summary>
    private int Nth(int i, ref Atom atom)
    {
        int at = scan.Kind(i) == Tok.The ? i + 1 : i;
        int month = -1;
        bool monthSaid = false;
        bool every = false;
        int year = 0;

        // 明年1月第一个周一, 2027年1月第一个周一
        bool yearNumber = scan.Kind(at) == Tok.Num && scan.Kind(at + 1) == Tok.YearUnit && IsYear(at, out year);
        if ((yearNumber || scan.Kind(at) == Tok.RelYear) && Skip(at + (yearNumber ? 2 : 1), Tok.OfMark) is var first && scan.Kind(first) == Tok.Num && IsMonthMark(first + 1))
        {
            (year, monthSaid) = (yearNumber ? year : today.Year + scan.Value(at), true);
            at = first;
        }
        else
        {
            year = 0;
        }

        // 12月第一个周一, 下个月第二个周五
        if (scan.Kind(at) == Tok.Num && IsMonthMark(at + 1) && scan.Value(at) is >= 1 and <= 12)
        {
            month = scan.Value(at);
            at += 2;
        }
        else if (scan.Kind(at) is Tok.This or Tok.Next && scan.Kind(at + 1) == Tok.MonthUnit && scan.Kind(Skip(at + 2, Tok.OfMark)) is Tok.Di or Tok.Last or Tok.Num)
        {
            var m = today.PlusMonths(scan.Kind(at) == Tok.Next ? scan.Value(at) : 0);
            (month, year, monthSaid) = (m.Month, m.Year, true);
            at += 2;
        }
        else if (Span(at, out var begin, out int months) is var behind && behind > at)
        {
            // 今年最后一个工作日, 本季度第一天: of its last or its first month
            var m = scan.Kind(behind) == Tok.Last ? begin.PlusMonths(months - 1) : begin;
            (month, year, monthSaid) = (m.Month, m.Year, true);
            at = behind;
        }
        else if (scan.Kind(at) is Tok.MonthUnit or Tok.YearUnit && scan.Text(at) is "月" or "年" && scan.Kind(at + 1) == Tok.End && scan.Kind(Skip(at + 2, Tok.OfMark, Tok.Before)) is Tok.Last)
        {
            // 月底最后一天, 年底前最后一个工作日
            (month, year, monthSaid) = (scan.Kind(at) == Tok.MonthUnit ? today.Month : 12, today.Year, true);
            at = Skip(at + 2, Tok.Before);
        }

        at = Skip(at, Tok.OfMark);
        int nth;
        int counted = scan.Kind(at) == Tok.Num && scan[at].Ordinal && scan.Value(at) is >= 2 and <= 5 ? Skip(at + 1, Tok.To, Tok.Dash) : at;
        if (counted > at && scan.Text(counted) is "last")
        {
            // 3rd last Tuesday, second to last Friday
            nth = -scan.Value(at);
            at = counted + 1;
        }
        else if (scan.Kind(at) == Tok.Di && scan.Value(at) == 1)
        {
            nth = 1;
            at++;
        }
        else if (scan.Kind(at) == Tok.Di && scan.Kind(at + 1) == Tok.Num && scan.Value(at + 1) is >= 1 and <= 5)
        {
            nth = scan.Value(at + 1);
            at = Skip(at + 2, Tok.Measure);

            // 第一周的周一
            int inWeek = Skip(at + 1, Tok.OfMark);
            at = scan.Kind(at) == Tok.WeekUnit && scan.Kind(inWeek) == Tok.Weekday ? inWeek : at;
        }
        else if (scan.Kind(at) == Tok.Last && (scan.Value(at) <= 0 || scan.Text(at) is "last" || scan.Text(at) is "penultimate"))
        {
            nth = scan.Value(at) < 0 ? scan.Value(at) : -1;
            at = Skip(Skip(at + 1, Tok.Measure), Tok.Num, Tok.Measure);

            // 最后一周的周五
            int lastWeek = Skip(at + 1, Tok.OfMark);
            at = scan.Kind(at) == Tok.WeekUnit && scan.Text(at)[0] >= 0x80 && scan.Kind(lastWeek) == Tok.Weekday ? lastWeek : at;
        }
        else if (scan.Kind(at) == Tok.Num && scan[at].Ordinal && (scan.Value(at) is >= 1 and <= 5 || (scan.Value(at) <= 31 && scan.Text(at + 1) is "day")))
        {
            nth = scan.Value(at);
            at++;
        }
        else
        {
            return Fail(i, ref atom);
        }

        // 第一、三个周五 / first and third Monday
        int second = 0;
        if (scan.Kind(at) is Tok.And or Tok.Enum)
        {
            int n2 = Skip(at + 1, Tok.Di, Tok.The);
            if (scan.Kind(n2) == Tok.Num && scan.Value(n2) is >= 1 and <= 5 && (scan[n2].Ordinal || scan.Text(n2)[0] >= 0x80))
            {
                second = scan.Value(n2);
                at = Skip(n2 + 1, Tok.Measure);
            }
            else if (scan.Kind(n2) == Tok.Last)
            {
                second = -1;
                at = Skip(n2 + 1, Tok.Num, Tok.Measure);
            }
        }

        int mask;
        bool workday = false;
        if (scan.Kind(at) is Tok.Weekday or Tok.WeekdayPlural)
        {
            mask = 1 << scan.Value(at);
            at++;
        }
        else if (scan.Kind(at) == Tok.WorkDay || (scan.Kind(at) == Tok.Working && scan.Kind(at + 1) == Tok.DayUnit))
        {
            mask = 0b111110;
            workday = true;
            at += scan.Kind(at) == Tok.WorkDay ? 1 : 2;
        }
        else if (scan.Kind(at) == Tok.OfMark && nth == -1 && scan.Kind(at + 1) == Tok.Every && scan.Kind(at + 2) == Tok.MonthUnit)
        {
            // the last of every month
            mask = 0b11111110;
        }
        else if (scan.Kind(at) == Tok.DayUnit && scan.Text(at) is "day" or "天")
        {
            mask = 0b11111110;
            at++;
        }
        else
        {
            return Fail(i, ref atom);
        }

        int of = Skip(at, Tok.OfMark, Tok.In);
        if (of > at || scan.Kind(at) is Tok.Every or Tok.Next or Tok.This or Tok.MonthName)
        {
            int unit = Skip(of, Tok.The);
            if (scan.Kind(unit) == Tok.Every && scan.Kind(unit + 1) is Tok.MonthUnit or Tok.QuarterWord)
            {
                every = true;
                atom.Interval = scan.Kind(unit + 1) == Tok.QuarterWord ? 3 : 1;
                atom.Days = scan.Kind(unit + 1) == Tok.QuarterWord ? 90 : 0;
                at = unit + 2;
            }
            else if (scan.Kind(unit) == Tok.Every && scan.Kind(unit + 1) == Tok.Other2 && scan.Kind(unit + 2) == Tok.MonthUnit)
            {
                every = true;
                atom.Interval = 2;
                at = unit + 3;
            }
            else if (scan.Kind(unit) is Tok.MonthUnit && unit > of)
            {
                atom.Unit = SeriesUnit.Month;
                at = unit + 1;
            }
            else if (scan.Kind(unit) is Tok.Next or Tok.This && scan.Kind(unit + 1) == Tok.MonthUnit)
            {
                var m = today.PlusMonths(scan.Kind(unit) == Tok.Next ? 1 : 0);
                (month, year, monthSaid) = (m.Month, m.Year, true);
                at = unit + 2;
            }
            else if (scan.Kind(unit) == Tok.MonthName)
            {
                month = scan.Value(unit);
                at = unit + 1;
            }
        }

        atom.Kind = AtomKind.Nth;
        atom.Nth = nth;
        atom.Months = second;
        atom.Mask = mask;
        atom.WorkDays = workday ? 1 : 0;
        if (every)
        {
            atom.Unit = SeriesUnit.Month;
            atom.Bare = true;
        }

        if (month > 0)
        {
            year = year == 0 ? today.Year : year;
            atom.Date = NthOf(year, month, nth, mask, workday);
            if (!monthSaid && atom.Date < today)
            {
                atom.Date = NthOf(year + 1, month, nth, mask, workday);
            }

            atom.Kind = AtomKind.Day;
            atom.Form = DayForm.MonthDay;
        }

        return at;
    }

    /// <summary>A year or quarter before 最后 or 第一; the token of these.</summary>
    private int Span(int i, out LocalDate begin, out int months)
    {
        (begin, months) = (today, 0);
        int next = i;
        if (scan.Kind(i) == Tok.RelYear)
        {
            (begin, months, next) = (new LocalDate(today.Year + scan.Value(i), 1, 1), 12, i + 1);
        }
        else if (scan.Kind(i) is Tok.This or Tok.Next && scan.Kind(i + 1) == Tok.QuarterYear)
        {
            (begin, months, next) = (new LocalDate(today.Year, (today.Month - 1) / 3 * 3 + 1, 1).PlusMonths(scan.Kind(i) == Tok.Next ? 3 * scan.Value(i) : 0), 3, i + 2);
        }

        next = Skip(next, Tok.OfMark);
        bool nth = scan.Kind(next) is Tok.Last or Tok.Di && scan.Text(next)[0] >= 0x80 && !(scan.Kind(next) == Tok.Di && scan.Kind(next + 1) == Tok.Num && scan.Kind(next + 2) is Tok.QuarterYear or Tok.WeekUnit or Tok.MonthUnit);
        return months > 0 && nth ? next : i;
    }

    /// <summary>"the last Friday of the month" without a series: of this month, or of the next where it has passed.</summary>
    internal void ThisMonth(ref Atom atom)
    {
        var day = NthOf(today.Year, today.Month, atom.Nth, atom.Mask, atom.WorkDays == 1);
        var next = today.PlusMonths(1);
        atom.Date = day >= today ? day : NthOf(next.Year, next.Month, atom.Nth, atom.Mask, atom.WorkDays == 1);
        (atom.Kind, atom.Form) = (AtomKind.Day, DayForm.MonthDay);
    }

    private static int Fail(int i, ref Atom atom)
    {
        atom = new Atom { First = i, Part = Parts.None };
        return i;
    }

    /// <summary>The nth such day of a month; a fifth that is not there is the last.</summary>
    internal LocalDate NthOf(int year, int month, int nth, int mask, bool workday)
    {
        int length = CalendarSystem.Iso.GetDaysInMonth(year, month);
        int left = Math.Abs(nth);
        LocalDate found = default;
        for (int n = 1; n <= length && left > 0; n++)
        {
            var date = new LocalDate(year, month, nth > 0 ? n : length + 1 - n);
            if (workday ? context.IsWorkingDay(date) : (mask >> (int)date.Weekday() & 1) != 0)
            {
                found = date;
                left--;
            }
        }

        return found == default ? new LocalDate(year, month, length) : found;
    }
}
