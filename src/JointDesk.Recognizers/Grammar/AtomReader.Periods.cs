using JointDesk.Recognizers.Scanning;
using NodaTime;

namespace JointDesk.Recognizers.Grammar;

internal sealed partial class AtomReader
{
    /// <summary>Spans of days by name: 下周, 本月, 12月上旬, 月底, 年底, this weekend, next month, the end of December.</summary>
    private int Period(int i, ref Atom atom)
    {
        int whole;
        if ((whole = Half(i, ref atom)) > i || (whole = WeekOfSpan(i, ref atom)) > i)
        {
            atom.Kind = AtomKind.Period;
            atom.Days = 0;
            return whole;
        }

        if (scan.Kind(i) == Tok.PeriodEnd)
        {
            atom.Kind = AtomKind.Period;
            atom.Date2 = scan.Value(i) switch
            {
                7 => WeekStart.AddDays(6),
                30 => new LocalDate(today.Year, today.Month, CalendarSystem.Iso.GetDaysInMonth(today.Year, today.Month)),
                _ => new LocalDate(today.Year, 12, 31),
            };
            (atom.Date, atom.Bare) = (atom.Date2.AddDays(-2), true);
            return i + 1;
        }

        if (scan.Kind(i) == Tok.RelDays)
        {
            atom.Kind = AtomKind.Period;
            (atom.Date, atom.Date2) = (today.AddDays(scan.Value(i)), today.AddDays(scan.Value(i) + 1));
            return i + 1;
        }

        if ((whole = NumberedQuarter(i, ref atom)) > i)
        {
            return whole;
        }

        if ((whole = RestOfSpan(i, ref atom)) > i)
        {
            return whole;
        }

        int at = scan.Kind(i) == Tok.The ? i + 1 : i;

        // by the end of December, 本周底: the last day of the period
        bool end = false, early = false, mid = false;
        if (scan.Kind(at) is Tok.End or Tok.Start or Tok.Middle && scan.Text(at)[0] < 0x80 && scan.Value(at) == 0)
        {
            end = scan.Kind(at) == Tok.End;
            early = scan.Kind(at) == Tok.Start;
            mid = scan.Kind(at) == Tok.Middle;
            int of = Skip(at + 1, Tok.OfMark, Tok.In, Tok.Dash);
            if (end && of == at + 1 && scan.Text(at) is not "late")
            {
                return i;
            }

            at = Skip(of, Tok.The);
        }
        else if (scan.Kind(at) == Tok.Start && scan.Text(at) is "beginning" or "start" && scan.Kind(at + 1) == Tok.OfMark)
        {
            early = true;
            at = Skip(at + 2, Tok.The);
        }

        int next = Named(at, ref atom, end);
        if (next == at)
        {
            return Fail(i, ref atom);
        }

        atom.Kind = AtomKind.Period;
        if (end)
        {
            atom.Form = DayForm.Absolute;
            atom.Bare = true;
        }

        bool month = atom.Days == 30;
        var last = atom.Date2;
        if (end)
        {
            atom.Date = atom.Date2.AddDays(month ? -9 : -2);
        }
        else if (early)
        {
            atom.Date2 = atom.Date.AddDays(month ? 9 : 2);
        }
        else if (mid)
        {
            (atom.Date, atom.Date2) = month ? (atom.Date.AddDays(10), atom.Date.AddDays(19)) : (atom.Date.AddDays(1), atom.Date.AddDays(3));
        }

        next = Portion(next, ref atom);
        atom.Days = 0;
        if (scan.Kind(next - 1) == Tok.End && scan.Text(next) is "那天" or "当天")
        {
            // 月底那天: the last of its days
            atom = new Atom { First = i, Part = Parts.None, Kind = AtomKind.Day };
            return SetDate(ref atom, last, DayForm.MonthDay, true) ? next + 1 : i;
        }

        return next;
    }

    /// <summary>later this week, the rest of the month, 本周晚些时候: from tomorrow to the end of it.</summary>
    private int RestOfSpan(int i, ref Atom atom)
    {
        int at = scan.Kind(i) == Tok.The ? i + 1 : i;
        bool rest = scan.Text(at) is "rest" or "remainder" && scan.Kind(at + 1) == Tok.OfMark;
        bool later = scan.Kind(i) == Tok.Later && scan.Text(i) is "later" && scan.Kind(i + 1) == Tok.This;
        int span = later ? i + 1 : rest ? Skip(at + 2, Tok.The) : i;
        int next = Named(span, ref atom, rest);
        bool after = scan.Text(next) is "晚些时候" or "余下时间" or "剩余时间" or "剩下时间";
        if (next == span || !(later || rest || after) || atom.Date > today || atom.Date2 <= today)
        {
            return Fail(i, ref atom);
        }

        (atom.Kind, atom.Date, atom.Days) = (AtomKind.Period, today.AddDays(1), 0);
        return after ? next + 1 : next;
    }

    private int Named(int i, ref Atom atom, bool ended)
    {
        int shift = scan.Kind(i) switch { Tok.This => 0, Tok.Next => scan.Value(i), Tok.Last when scan.Value(i) > 0 => -scan.Value(i), Tok.Coming => 1, _ => int.MinValue };
        int unit = i;
        if (shift != int.MinValue)
        {
            unit = i + 1;
        }
        else if (ended || scan.Kind(i - 1) is Tok.The || (scan.Kind(i) is Tok.QuarterYear && scan.Kind(i + 1) == Tok.End))
        {
            shift = 0;
        }

        switch (scan.Kind(unit))
        {
            case Tok.WeekUnit when shift != int.MinValue && !(shift == 0 && unit == i && !ended && scan.Kind(i + 1) != Tok.After && scan.Kind(i + 1) != Tok.OfMark && scan.Kind(i - 2) != Tok.Within):
                // the week after next, the week of December 7
                int after = unit + 1;
                if (scan.Kind(after) == Tok.After && scan.Kind(after + 1) == Tok.Next)
                {
                    shift = 2;
                    after += 2;
                }
                else if (scan.Kind(after) is Tok.OfMark && DayAt(after + 1, out var day, out int end))
                {
                    atom.Date = day.AddDays(1 - (int)day.Weekday());
                    atom.Date2 = atom.Date.AddDays(6);
                    atom.Days = 7;
                    return end;
                }
                else if (unit == i && !ended && scan.Kind(i - 2) != Tok.Within)
                {
                    return i;
                }

                atom.Date = WeekStart.AddWeeks(shift);
                atom.Date2 = atom.Date.AddDays(6);
                atom.Days = 7;
                return after;
            case Tok.Weekend when shift != int.MinValue || unit == i:
                atom.Date = WeekStart.AddWeeks(shift == int.MinValue ? 0 : shift).AddDays(5);
                atom.Date2 = atom.Date.AddDays(1);
                atom.Days = 2;
                return unit + 1;
            case Tok.MonthUnit when shift != int.MinValue && scan.Value(unit) == 1 && scan[unit].Aux != 30 && (unit > i || ended || scan.Kind(i - 2) == Tok.Within):
                var month = today.PlusMonths(shift);
                return Month(month.Year, month.Month, ref atom, unit + 1);
            case Tok.MonthUnit or Tok.YearUnit when unit == i && scan.Kind(i + 1) == Tok.End && scan.Text(i + 1) is "end" && scan.Kind(i + 2) != Tok.OfMark && scan[i].Aux != 30:
                // by month end, year end
                int closed = scan.Kind(i) == Tok.MonthUnit ? Month(today.Year, today.Month, ref atom, i + 2) : Year(today.Year, ref atom, i + 2);
                atom.Date = atom.Date2.AddDays(-9);
                atom.Bare = true;
                return closed;
            case Tok.QuarterYear or Tok.QuarterWord when shift != int.MinValue && (unit > i || ended || scan.Kind(i) == Tok.QuarterYear):
                var quarter = new LocalDate(today.Year, (today.Month - 1) / 3 * 3 + 1, 1).PlusMonths(3 * shift);
                atom.Date = quarter;
                atom.Date2 = quarter.PlusMonths(3).AddDays(-1);
                atom.Days = 90;
                return unit + 1;
            case Tok.YearUnit when unit == i && scan.Text(i) is "年" && scan.Kind(i + 1) == Tok.Within && scan.Kind(i - 1) is not (Tok.Num or Tok.Half or Tok.Few):
                // 年内
                return Year(today.Year, ref atom, i + 1);
            case Tok.MonthUnit when unit == i && scan.Text(i) is "月" && scan.Kind(i + 1) == Tok.Within && scan.Kind(i - 1) is not (Tok.Num or Tok.Half or Tok.Few or Tok.Measure):
                return Month(today.Year, today.Month, ref atom, i + 1);
            case Tok.YearUnit when shift != int.MinValue && (unit > i || ended || scan.Kind(i - 2) == Tok.Within):
                return Year(today.Year + shift, ref atom, unit + 1);
            case Tok.RelYear when unit == i:
                int y = today.Year + scan.Value(i);
                int m = Skip(i + 1, Tok.OfMark);
                return scan.Kind(m) == Tok.Num && scan.Kind(m + 1) == Tok.MonthUnit && scan.Value(m) is >= 1 and <= 12
                    ? Month(y, scan.Value(m), ref atom, m + 2) : Year(y, ref atom, i + 1);
            case Tok.MonthUnit when unit == i && IsMonthMark(i) && scan.Kind(i + 1) is Tok.End or Tok.Start or Tok.Middle && scan.Kind(i - 1) is not Tok.Num:
                // 月底, 月初: the next one to come
                bool past = scan.Kind(i + 1) switch { Tok.Start => today.Day > 10, Tok.Middle => today.Day > 20, _ => false };
                var bare = past ? today.PlusMonths(1) : today;
                return Month(bare.Year, bare.Month, ref atom, i + 1);
            case Tok.YearUnit when unit == i && scan.Text(i) is "年" && scan.Kind(i + 1) == Tok.End && scan.Kind(i - 1) != Tok.Num:
                Year(today.Year, ref atom, i);
                return i + 1;
            case Tok.Xun when unit == i:
                // 中旬 without a month: the next one to come
                var xun = scan.Value(i) * 10 < today.Day && scan.Value(i) < 3 ? today.PlusMonths(1) : today;
                Month(xun.Year, xun.Month, ref atom, i);
                return i + (Portion(i, ref atom) > i ? 1 : 0);
            case Tok.Num when unit == i && scan.Kind(i + 1) == Tok.YearUnit && IsYear(i, out int year) && scan[i].Digits == 4:
                return scan.Kind(i + 2) == Tok.Num && scan.Kind(i + 3) == Tok.MonthUnit && scan.Value(i + 2) is >= 1 and <= 12
                    ? Month(year, scan.Value(i + 2), ref atom, i + 4) : Year(year, ref atom, i + 2);
            case Tok.Num when unit == i && IsMonthMark(i + 1) && scan.Value(i) is >= 1 and <= 12 && scan.Kind(i + 2) is not (Tok.Num or Tok.Di):
                return Month(today.Year + (scan.Value(i) < today.Month ? 1 : 0), scan.Value(i), ref atom, i + 2);
            case Tok.MonthName when unit == i || shift != int.MinValue:
                bool joined = scan.Kind(i - 1) is Tok.To or Tok.Dash or Tok.And && scan.Kind(i - 2) == Tok.MonthName
                    || (scan.Kind(unit + 1) is Tok.To or Tok.Dash or Tok.Until && scan.Kind(unit + 2) == Tok.MonthName);
                if (scan.Text(unit + 1) is "be" || (scan[unit].Aux == 1 && !joined && !(scan.Kind(i - 1) is Tok.In or Tok.By or Tok.Before or Tok.OfMark or Tok.Until or Tok.Next or Tok.This
                    or Tok.From or Tok.After || ended || unit > i)))
                {
                    return i;
                }

                int named = scan.Value(unit);
                int next = unit + 1;
                if (scan.Kind(next) == Tok.Num && scan[next] is { Form: NumForm.Arabic, Digits: 4 } && scan.Value(next) is >= 1900 and < 2200)
                {
                    return Month(scan.Value(next), named, ref atom, next + 1);
                }

                // June next year, June of this year
                int turn = Skip(next, Tok.OfMark);
                if (scan.Kind(turn) is Tok.Next or Tok.This or Tok.Last && scan.Kind(turn + 1) == Tok.YearUnit && scan.Value(turn) is >= -1 and <= 2)
                {
                    return Month(today.Year + scan.Value(turn), named, ref atom, turn + 2);
                }

                return Month(today.Year + (named < today.Month ? 1 : 0), named, ref atom, next);
            default:
                return i;
        }
    }

    private static int Month(int year, int month, ref Atom atom, int next)
    {
        atom.Date = new LocalDate(year, month, 1);
        atom.Date2 = atom.Date.PlusMonths(1).AddDays(-1);
        atom.Days = 30;
        return next;
    }

    private static int Year(int year, ref Atom atom, int next)
    {
        year = Math.Clamp(year, 1, 9000);
        atom.Date = new LocalDate(year, 1, 1);
        atom.Date2 = new LocalDate(year, 12, 31);
        atom.Days = 365;
        return next;
    }
}
