using JointDesk.Recognizers.Scanning;
using NodaTime;

namespace JointDesk.Recognizers.Grammar;

internal sealed partial class AtomReader
{
    private int Day(int i, ref Atom atom)
    {
        atom.Kind = AtomKind.Day;
        string name = nameof(Relative);
        int next = Relative(i, ref atom);
        if (next == i)
        {
            (name, next) = (nameof(Calendar), Calendar(i, ref atom));
        }

        if (next == i)
        {
            (name, next) = (nameof(WeekdayPhrase), WeekdayPhrase(i, ref atom));
        }

        if (next == i)
        {
            (name, next) = (nameof(CountedWeekdays), CountedWeekdays(i, ref atom));
        }

        if (next == i)
        {
            (name, next) = (nameof(EnglishDate), EnglishDate(i, ref atom));
        }

        if (next == i)
        {
            (name, next) = (nameof(NamedDay), NamedDay(i, ref atom));
        }

        if (next > i)
        {
            return By(name, DayAfter(next, ref atom));
        }

        atom = new Atom { First = i, Part = Parts.None };
        return i;
    }

    /// <summary>春节后第一个工作日, 国庆节后第二天, 节后第一个周一.</summary>
    private int DayAfter(int i, ref Atom atom)
    {
        // 春节前一周, 国庆后三天, 周五前一天
        if (scan.Text(i) is "前" or "后" && scan.Touches(i))
        {
            var length = new Atom { First = i + 1, Part = Parts.None };
            int end = Length(i + 1, ref length);
            if (end > i + 1 && length is { Minutes: 0, WorkDays: 0, Bare: false, Nth: 0 } && scan.Kind(end) is not (Tok.Within or Tok.Before or Tok.After) && scan[i + 1].Kind is not Tok.Half)
            {
                int sign = scan.Text(i) is "前" ? -1 : 1;
                atom.Date = atom.Date.PlusMonths(sign * Math.Min(length.Months, 120)).PlusDays(sign * Math.Min(length.Days, 10_000));
                atom.Form = DayForm.MonthDay;
                return end;
            }
        }

        bool nth = scan.Kind(i) == Tok.After && scan.Text(i)[0] >= 0x80 && scan.Kind(i + 1) == Tok.Di && scan.Kind(i + 2) == Tok.Num && scan.Value(i + 2) is >= 1 and <= 30;
        int what = Skip(i + 3, Tok.Measure);
        if (!nth || scan.Kind(what) is not (Tok.WorkDay or Tok.DayUnit or Tok.Weekday))
        {
            return i;
        }

        int left = scan.Value(i + 2);
        for (int guard = 0; left > 0 && guard < 400; guard++)
        {
            atom.Date = atom.Date.PlusDays(1);
            left -= scan.Kind(what) switch
            {
                Tok.WorkDay => context.IsWorkingDay(atom.Date),
                Tok.Weekday => (int)atom.Date.DayOfWeek == scan.Value(what),
                _ => true,
            } ? 1 : 0;
        }

        atom.Form = DayForm.MonthDay;
        return what + 1;
    }

    private static bool SetDate(ref Atom atom, LocalDate date, DayForm form, bool ok)
    {
        atom.Date = date;
        atom.Form = form;
        return ok;
    }

    private int Relative(int i, ref Atom atom)
    {
        // the day after tomorrow, the day before yesterday, the day after Christmas
        int at = scan.Kind(i) == Tok.The ? i + 1 : i;
        if (scan.Kind(at) == Tok.DayUnit && scan.Text(at)[0] < 0x80 && scan.Kind(at + 1) is Tok.After or Tok.Before && scan.Kind(at + 2) is Tok.RelDay or Tok.Festival or Tok.Other
            && DayAt(at + 2, out var named, out int end))
        {
            return SetDate(ref atom, named.PlusDays(scan.Kind(at + 1) == Tok.After ? 1 : -1), DayForm.Relative, true) ? end : i;
        }

        if (scan.Kind(i) != Tok.RelDay)
        {
            return i;
        }

        SetDate(ref atom, today.PlusDays(scan.Value(i)), DayForm.Relative, true);
        atom.Part = scan[i].Aux;
        int next = i + 1;

        // today week, tomorrow week
        if (scan.Kind(next) == Tok.WeekUnit && scan.Text(next) is "week")
        {
            atom.Date = atom.Date.PlusWeeks(1);
            next++;
        }

        return next;
    }

    /// <summary>Days by number in the Chinese manner and in digits: 2026年12月3日, 12月3号, 二十三号, 下个月1号, 12/3, 2026-12-03, 20261203.</summary>
    private int Calendar(int i, ref Atom atom)
    {
        int at = i;
        int year = today.Year;
        bool yearSaid = false;
        if (scan.Kind(at) == Tok.RelYear)
        {
            year += scan.Value(at);
            yearSaid = true;
            at = Skip(at + 1, Tok.OfMark);
        }
        else if (scan.Kind(at) == Tok.Num && scan.Kind(at + 1) == Tok.YearUnit && IsYear(at, out int said))
        {
            year = said;
            yearSaid = true;
            at += 2;
        }

        // 本月10号, 下个月1号, 上个月5日
        if (!yearSaid && scan.Kind(at) is Tok.This or Tok.Next or Tok.Last && scan.Kind(at + 1) == Tok.MonthUnit)
        {
            int shift = scan.Kind(at) switch { Tok.This => 0, Tok.Next => scan.Value(at), _ => -scan.Value(at) };
            int day = Skip(at + 2, Tok.OfMark);
            if (scan.Kind(day) == Tok.Num && scan.Kind(day + 1) == Tok.DayMark)
            {
                var month = today.PlusMonths(shift);
                return SetDate(ref atom, Safe(month.Year, month.Month, scan.Value(day), out bool ok), DayForm.MonthDay, ok) ? day + 2 : i;
            }

            return i;
        }

        if (scan.Kind(at) != Tok.Num)
        {
            return i;
        }

        int value = scan.Value(at);
        if (scan.Kind(at + 1) == Tok.MonthUnit && scan.Text(at + 1) is "月" && value is >= 1 and <= 12 && scan.Kind(at + 2) == Tok.Num
            && scan.Value(at + 2) is >= 1 and <= 31)
        {
            int after = at + 3;
            bool marked = scan.Kind(after) == Tok.DayMark;
            if (!marked && scan.Kind(after) is Tok.DayUnit or Tok.Measure or Tok.HourMark or Tok.HourUnit or Tok.MonthUnit)
            {
                return i;
            }

            return SetDate(ref atom, MonthDay(year, value, scan.Value(at + 2), !yearSaid, out bool ok), yearSaid ? DayForm.Absolute : DayForm.MonthDay, ok)
                ? after + (marked ? 1 : 0) : i;
        }

        if (!yearSaid && scan.Kind(at + 1) == Tok.DayMark && value is >= 1 and <= 31)
        {
            return DayOfMonth(at, value, ref atom);
        }

        // 3至5日, 3-5号: the mark belongs to both
        if (!yearSaid && scan.Kind(at + 1) is Tok.To or Tok.Dash && scan.Kind(at + 2) == Tok.Num && scan.Kind(at + 3) == Tok.DayMark && value is >= 1 and <= 31
            && scan.Value(at + 2) is >= 1 and <= 31)
        {
            return SetDate(ref atom, NextDayOfMonth(value, out bool fits), DayForm.DayOfMonth, fits) ? at + 1 : i;
        }

        return yearSaid ? i : Digits(at, ref atom);
    }

    private int DayOfMonth(int i, int value, ref Atom atom)
    {
        // 十日内, 三日后 count days; 三日前 is a day, 3日前 by then.
        int next = i + 2;
        if (scan.Text(i + 1) is "日" && (scan.Kind(next) is Tok.Within || (scan.Kind(next) == Tok.After && scan.Text(next) is not "后续")))
        {
            return i;
        }

        return SetDate(ref atom, NextDayOfMonth(value, out bool ok), DayForm.DayOfMonth, ok) ? next : i;
    }

    private int Digits(int i, ref Atom atom)
    {
        ref Token a = ref scan[i];
        if (a.Form != NumForm.Arabic)
        {
            return i;
        }

        if (a.Digits == 8 && IsCompactDate(a.Value))
        {
            return SetDate(ref atom, Safe(a.Value / 10000, a.Value / 100 % 100, a.Value % 100, out bool whole), DayForm.Absolute, whole) ? i + 1 : i;
        }

        var mark = scan.Kind(i + 1);
        if (mark == Tok.Dot && DottedClock(i))
        {
            return i;
        }

        if (mark is not (Tok.Slash or Tok.Dash or Tok.Dot) || scan.Kind(i + 2) != Tok.Num || scan[i + 2].Form != NumForm.Arabic
            || !scan.Touches(i + 1) || !scan.Touches(i + 2))
        {
            return i;
        }

        ref Token b = ref scan[i + 2];
        bool third = scan.Kind(i + 3) == mark && scan.Kind(i + 4) == Tok.Num && scan[i + 4].Form == NumForm.Arabic && scan.Touches(i + 3) && scan.Touches(i + 4);
        if (a.Digits == 4 && a.Value is >= 1900 and < 2200 && third)
        {
            int end = scan.Kind(i + 5) == Tok.DayMark ? i + 6 : i + 5;
            return SetDate(ref atom, Safe(a.Value, b.Value, scan[i + 4].Value, out bool ok), DayForm.Absolute, ok) ? end : i;
        }

        if (third && (scan[i + 4].Digits is 4 || (scan[i + 4].Digits == 2 && mark != Tok.Dot)))
        {
            int year = scan[i + 4].Digits == 4 ? scan[i + 4].Value : 2000 + scan[i + 4].Value;
            if (scan[i + 4].Digits == 2 && mark == Tok.Dash && a.Digits == 2)
            {
                // 12-11-10 is written from the year down here.
                return SetDate(ref atom, Safe(2000 + a.Value, b.Value, scan[i + 4].Value, out bool down), DayForm.Absolute, down) ? i + 5 : i;
            }

            bool dayFirst = a.Value > 12 || mark == Tok.Dot;
            var date = dayFirst ? Safe(year, b.Value, a.Value, out bool ok) : Safe(year, a.Value, b.Value, out ok);
            return SetDate(ref atom, date, DayForm.Absolute, ok) ? i + 5 : i;
        }

        // 11-27下午: figures with a dash are a day where a part of the day or a weekday follows
        bool padded = a.Digits == 2 && b.Digits == 2 && scan.Kind(i + 3) == Tok.Num && scan.Kind(i + 4) == Tok.Colon && !scan.Touches(i + 3);
        bool dashed = mark == Tok.Dash && !padded && !((scan.Kind(i + 3) is Tok.Part or Tok.Weekday && scan.Text(i + 3)[0] >= 0x80 || scan.Kind(i + 3) is Tok.DayMark or Tok.Open) && scan[i + 3].Aux != 9);
        if (third || a.Digits > 2 || b.Digits > 2 || dashed || a.Value is < 1 or > 12 || b.Value is < 1 or > 31 || a.LeadingZero && mark == Tok.Dot)
        {
            // 13/12 can only be the thirteenth of December.
            bool swapped = !third && mark == Tok.Slash && a.Digits == 2 && a.Value is > 12 and <= 31 && b.Value is >= 1 and <= 12;
            return swapped && SetDate(ref atom, MonthDay(today.Year, b.Value, a.Value, true, out bool ok), DayForm.MonthDay, ok) ? i + 3 : i;
        }

        int next = i + 3;
        if (scan.Kind(next) == Tok.DayMark)
        {
            next++;
        }
        else if (mark == Tok.Dot && (scan.Kind(next) is Tok.HourUnit or Tok.DayUnit or Tok.Measure or Tok.Bound or Tok.AmPm or Tok.YearUnit or Tok.MonthUnit
            or Tok.MinuteUnit or Tok.Half or Tok.HourMark || (scan.Touches(next) && scan.Text(next) is "%" or ['亿' or '万', ..]) || (scan.Kind(next) == Tok.Other && scan.Touches(next)
            && char.IsAsciiLetter(scan.Folded[scan[next].Start]))))
        {
            return i;
        }

        return SetDate(ref atom, MonthDay(today.Year, a.Value, b.Value, true, out bool good), DayForm.MonthDay, good) ? next : i;
    }

    /// <summary>at 2.30, Fri 4 Dec 9.30: where the day has been said, or "at" stands before, the dot parts hours from minutes.</summary>
    private bool DottedClock(int i) => scan.Kind(i + 3) != Tok.Dot && scan[i + 2].Digits == 2 && scan.Value(i) <= 24
        && (scan.Kind(i - 1) == Tok.At || DottedRange(i) || (Count > 0 && atoms[Count - 1] is { Kind: AtomKind.Day, Form: DayForm.MonthDay or DayForm.Absolute } before && before.Last == i - 1 && !scan.Touches(i)));

    /// <summary>10.30-11.30 on Tuesday; either of the two.</summary>
    private bool DottedRange(int i)
    {
        int first = scan.Kind(i - 1) == Tok.Dash && scan.Kind(i - 3) == Tok.Dot ? i - 4 : i;
        bool two = scan.Kind(first + 1) == Tok.Dot && scan.Kind(first + 3) == Tok.Dash && scan.Kind(first + 5) == Tok.Dot && scan[Math.Max(0, first + 2)].Digits == 2 && scan[first + 6].Digits == 2;
        return first >= 0 && two && (scan.Kind(first + 7) is Tok.On or Tok.AmPm || (scan.Kind(first + 7) is Tok.Weekday or Tok.RelDay && scan.Text(first + 7)[0] < 0x80));
    }

    private bool IsYear(int i, out int year)
    {
        ref Token t = ref scan[i];
        year = t.Value;
        if (t is { Form: NumForm.Arabic, Digits: 2 } && scan.Kind(i + 2) == Tok.Num)
        {
            year = t.Value + 2000;
            return true;
        }

        return t.Digits == 4 && year is >= 1000 and < 3000;
    }

    private static LocalDate Safe(int year, int month, int day, out bool ok)
    {
        ok = year is >= 1 and <= 9990 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month);
        return ok ? new LocalDate(year, month, day) : default;
    }

    /// <summary>A month and day; without a year the next one to come, today included.</summary>
    private LocalDate MonthDay(int year, int month, int day, bool roll, out bool ok)
    {
        var date = Safe(year, month, day, out ok);
        if (roll && (!ok || date < today))
        {
            for (int n = 1; n <= 8; n++)
            {
                var later = Safe(year + n, month, day, out bool fits);
                if (fits)
                {
                    ok = true;
                    return later;
                }

                if (!(month == 2 && day == 29))
                {
                    break;
                }
            }
        }

        return date;
    }

    private LocalDate NextDayOfMonth(int day, out bool ok)
    {
        ok = false;
        for (int n = 0; n < 4; n++)
        {
            var month = today.PlusMonths(n);
            var date = Safe(month.Year, month.Month, day, out ok);
            if (ok && date >= today)
            {
                return date;
            }
        }

        return default;
    }

    private LocalDate WeekStart => today.PlusDays(1 - (int)today.DayOfWeek);
}
