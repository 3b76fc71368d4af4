using JointDesk.Recognizers.Scanning;
using NodaTime;

namespace JointDesk.Recognizers.Grammar;

internal sealed partial class AtomReader
{
    private int WeekdayPhrase(int i, ref Atom atom)
    {
        var kind = scan.Kind(i);
        int at = kind == Tok.The ? i + 1 : i;
        kind = scan.Kind(at);

        // 下周五, next Thursday, this Friday, last Monday
        if (kind is Tok.This or Tok.Next or Tok.Last or Tok.Coming && scan.Kind(at + 1) == Tok.Weekday && !(kind == Tok.Last && scan.Value(at) < 1))
        {
            return kind == Tok.Coming ? Bare(at + 1, ref atom, at + 2) : OfWeek(at + 1, WeekShift(at), ref atom, at + 2);
        }

        // next week Thursday, 下周的周四, next week on Thursday
        if (kind is Tok.This or Tok.Next or Tok.Last && scan.Kind(at + 1) == Tok.WeekUnit)
        {
            int shift = WeekShift(at);
            int after = at + 2;
            if (scan.Kind(after) == Tok.After && scan.Kind(after + 1) == Tok.Next)
            {
                shift = 2;
                after += 2;
            }

            int day = Skip(Skip(after, Tok.OfMark, Tok.On, Tok.In), Tok.Within, Tok.OfMark, Tok.The);
            return scan.Kind(day) == Tok.Weekday ? OfWeek(day, shift, ref atom, day + 1) : i;
        }

        if (kind == Tok.WeekUnit && scan.Kind(at + 1) == Tok.After && scan.Kind(at + 2) == Tok.Next && scan.Kind(at + 3) == Tok.Weekday)
        {
            return OfWeek(at + 3, 2, ref atom, at + 4);
        }

        if (kind != Tok.Weekday)
        {
            return i;
        }

        // Thursday next week, Thursday of next week, Thursday the week after next, Wednesday week
        int week = Skip(at + 1, Tok.OfMark, Tok.On, Tok.In);
        int bare = scan.Kind(week) == Tok.The ? week + 1 : week;
        week = bare;
        if (scan.Kind(bare) == Tok.WeekUnit && scan.Kind(bare + 1) == Tok.After && scan.Kind(bare + 2) == Tok.Next)
        {
            return OfWeek(at, 2, ref atom, bare + 3);
        }

        if (scan.Kind(week) is Tok.This or Tok.Next or Tok.Last && scan.Kind(week + 1) == Tok.WeekUnit && scan.Kind(at - 1) != Tok.Every)
        {
            return OfWeek(at, WeekShift(week), ref atom, week + 2);
        }

        if (scan.Kind(at + 1) == Tok.WeekUnit && scan.Text(at + 1) is "week")
        {
            Bare(at, ref atom, at + 2);
            atom.Date = atom.Date.AddWeeks(1);
            atom.Form = DayForm.WeekdayOfWeek;
            return at + 2;
        }

        if (scan.Kind(at + 1) == Tok.Fortnight)
        {
            Bare(at, ref atom, at + 2);
            atom.Date = atom.Date.AddWeeks(2);
            atom.Form = DayForm.WeekdayOfWeek;
            return at + 2;
        }

        // Wednesday in two weeks
        if (scan.Kind(at + 1) == Tok.In && scan.Kind(at + 2) is Tok.Num or Tok.A or Tok.Couple)
        {
            var length = new Atom { First = at + 2, Part = Parts.None };
            int end = Length(at + 2, ref length);
            if (end > at + 2 && length is { Minutes: 0, Months: 0, WorkDays: 0, Days: > 0 } && length.Days % 7 == 0)
            {
                return OfWeek(at, length.Days / 7, ref atom, end);
            }
        }

        // the Monday after Christmas, the Friday before New Year
        if (scan.Kind(at + 1) is Tok.After or Tok.Before && scan.Text(at + 1)[0] < 0x80 && scan.Kind(at + 2) is Tok.Festival or Tok.Other)
        {
            var holiday = new Atom { First = at + 2, Part = Parts.None };
            int end = NamedDay(at + 2, ref holiday);
            var weekday = (IsoDayOfWeek)scan.Value(at);
            if (end > at + 2)
            {
                return SetDate(ref atom, holiday.Date.With(scan.Kind(at + 1) == Tok.After ? DateAdjusters.Next(weekday) : DateAdjusters.Previous(weekday)), DayForm.WeekdayOfWeek, true) ? end : i;
            }
        }

        if (scan.Kind(at + 1) == Tok.After && scan.Kind(at + 2) == Tok.Next)
        {
            return OfWeek(at, 2, ref atom, at + 3);
        }

        return Bare(at, ref atom, at + 1);
    }

    /// <summary>two Fridays from now, in two Fridays.</summary>
    private int CountedWeekdays(int i, ref Atom atom)
    {
        if (scan.Kind(i) == Tok.In && scan.Kind(i + 1) == Tok.Num && !scan[i + 1].Ordinal && scan.Value(i + 1) is >= 1 and <= 60 && scan.Kind(i + 2) == Tok.WeekdayPlural)
        {
            return SetDate(ref atom, NextWeekday(scan.Value(i + 2)).AddWeeks(scan.Value(i + 1) - 1), DayForm.WeekdayOfWeek, true) ? i + 3 : i;
        }

        if (scan.Kind(i) != Tok.Num || scan[i].Ordinal || scan.Value(i) is < 1 or > 60 || scan.Kind(i + 1) is not (Tok.WeekdayPlural or Tok.Weekday)
            || scan.Kind(i + 2) is not (Tok.From or Tok.After) || scan.Kind(i + 3) is not (Tok.Now or Tok.RelDay))
        {
            return i;
        }

        return SetDate(ref atom, NextWeekday(scan.Value(i + 1)).AddWeeks(scan.Value(i) - 1), DayForm.WeekdayOfWeek, true) ? i + 4 : i;
    }

    private int WeekShift(int i) => scan.Kind(i) switch { Tok.Next => scan.Value(i), Tok.Last => -scan.Value(i), _ => 0 };

    private int OfWeek(int day, int shift, ref Atom atom, int next)
    {
        atom.Weekday = scan.Value(day);
        atom.Date = WeekStart.AddWeeks(shift).AddDays(atom.Weekday - 1);
        atom.Form = DayForm.WeekdayOfWeek;
        return scan.Ordinal ? MonthDayOfWeekday(next, ref atom) : next;
    }

    private int Bare(int day, ref Atom atom, int next)
    {
        atom.Weekday = scan.Value(day);
        atom.Date = NextWeekday(atom.Weekday);
        atom.Form = DayForm.Weekday;
        return scan.Ordinal ? MonthDayOfWeekday(next, ref atom) : next;
    }

    /// <summary>Monday the 30th: the number names the day.</summary>
    private int MonthDayOfWeekday(int next, ref Atom atom)
    {
        int n = Skip(next, Tok.The, Tok.Comma);
        if (n > next && scan.Kind(n) == Tok.Num && scan[n].Ordinal && scan.Value(n) is >= 1 and <= 31 && scan.Kind(n + 1) is not (Tok.OfMark or Tok.MonthName)
            && scan.Kind(n + 1) is not Tok.Weekday)
        {
            var date = NextDayOfMonth(scan.Value(n), out bool ok);
            for (int tries = 0; ok && tries < 12 && (int)date.Weekday() != atom.Weekday; tries++)
            {
                var month = date.PlusMonths(1);
                var later = Safe(month.Year, month.Month, scan.Value(n), out bool fits);
                date = fits ? later : month;
            }

            if (ok && (int)date.Weekday() == atom.Weekday)
            {
                atom.Date = date;
                atom.Form = DayForm.DayOfMonth;
                return n + 1;
            }
        }

        return next;
    }

    private LocalDate NextWeekday(int iso)
    {
        int ahead = (iso - (int)today.Weekday() + 7) % 7;
        return today.AddDays(ahead == 0 ? 7 : ahead);
    }

    /// <summary>Dec 4, 4 December, the 4th of December, the 7th, December fourth 2026.</summary>
    private int EnglishDate(int i, ref Atom atom)
    {
        int at = scan.Kind(i) == Tok.The ? i + 1 : i;
        if (scan.Kind(at) == Tok.MonthName)
        {
            int n = at + 1;
            if (scan.Kind(n) is Tok.Dot or Tok.Slash or Tok.Comma && scan.Kind(n + 1) == Tok.Num && scan[n + 1].Digits < 3)
            {
                n++;
            }
            else if (scan.Kind(n) == Tok.The)
            {
                n++;
            }

            if (scan.Kind(n) == Tok.Num && scan.Value(n) is >= 1 and <= 31 && scan[n].Digits < 3
                && !(scan.Kind(n + 1) is Tok.AmPm or Tok.Colon && scan[at].Aux == 1))
            {
                return WithYear(scan.Kind(n + 1) == Tok.DayMark ? n + 2 : n + 1, scan.Value(at), scan.Value(n), ref atom);
            }

            return i;
        }

        if (scan.Kind(at) == Tok.Num && scan.Value(at) is >= 1 and <= 31 && scan[at].Digits < 3)
        {
            int m = at + 1;
            if (scan.Kind(m) is Tok.Dash or Tok.Slash && scan.Kind(m + 1) == Tok.MonthName)
            {
                m++;
            }
            else if (scan.Kind(m) == Tok.OfMark)
            {
                m++;
            }

            if (scan.Kind(m) == Tok.MonthName && (scan[at].Form != NumForm.Word || scan[at].Ordinal || scan[m].Aux != 1))
            {
                int y = m + 1;
                if (scan.Kind(y) is Tok.Dash or Tok.Slash && scan.Kind(y + 1) == Tok.Num && scan[y + 1].Digits == 4)
                {
                    y++;
                }

                return WithYear(y, scan.Value(m), scan.Value(at), ref atom);
            }

            // the 7th; the 7th of this/next month
            if (scan[at].Ordinal && (at > i || scan[at].Form == NumForm.Arabic) && scan.Kind(at + 1) is not (Tok.Weekday or Tok.WeekUnit or Tok.DayUnit or Tok.HourUnit
                or Tok.MonthUnit or Tok.Meeting or Tok.Times or Tok.Bound or Tok.WorkDay or Tok.Working or Tok.QuarterWord or Tok.YearUnit or Tok.WeekdayPlural) && !Numbers(i, at)
                && (at > i || scan.Kind(at + 1) == Tok.Every && scan.Kind(at + 2) == Tok.MonthUnit || scan.Kind(i - 1) is Tok.On or Tok.By or Tok.Before or Tok.Until or Tok.To or Tok.From or Tok.And or Tok.Comma or Tok.Or or Tok.Enum
                    or Tok.MoveTo or Tok.Weekday or Tok.Start || i == 0)
                && (scan[at].Form == NumForm.Arabic || scan.Kind(i - 1) is Tok.On or Tok.By or Tok.Before or Tok.Until or Tok.To))
            {
                int of = at + 1;
                of -= scan.Kind(of) == Tok.OfMark ? 0 : 1;
                if (scan.Kind(of + 1) is Tok.This or Tok.Next && scan.Kind(of + 2) == Tok.MonthUnit)
                {
                    var month = today.PlusMonths(scan.Kind(of + 1) == Tok.Next ? 1 : 0);
                    return SetDate(ref atom, Safe(month.Year, month.Month, scan.Value(at), out bool whole), DayForm.MonthDay, whole) ? of + 3 : i;
                }

                return SetDate(ref atom, NextDayOfMonth(scan.Value(at), out bool ok), DayForm.DayOfMonth, ok) ? at + 1 : i;
            }
        }

        return i;
    }

    /// <summary>7th progress meeting, 1 December: which meeting, not which day.</summary>
    private bool Numbers(int i, int at) => scan.Kind(at + 1) == Tok.Other && scan.Kind(at + 2) == Tok.Meeting && scan.Kind(i - 1) is not (Tok.On or Tok.By or Tok.From or Tok.To or Tok.Until) && !scan.Has(Tok.MoveTo) && !scan.Has(Tok.Cancel);

    private int WithYear(int next, int month, int day, ref Atom atom)
    {
        int y = scan.Kind(next) is Tok.Comma or Tok.OfMark ? next + 1 : next;
        if (scan.Kind(y) == Tok.Num && scan[y] is { Form: NumForm.Arabic, Digits: 4 } && scan.Value(y) is >= 1900 and < 2200)
        {
            return Dated(ref atom, Safe(scan.Value(y), month, day, out bool ok), DayForm.Absolute, ok, y + 1);
        }

        if (scan.Kind(y) is Tok.This or Tok.Next && scan.Kind(y + 1) == Tok.YearUnit)
        {
            int year = today.Year + (scan.Kind(y) == Tok.Next ? 1 : 0);
            return Dated(ref atom, Safe(year, month, day, out bool ok), DayForm.Absolute, ok, y + 2);
        }

        return Dated(ref atom, MonthDay(today.Year, month, day, true, out bool fits), DayForm.MonthDay, fits, next);
    }
}
