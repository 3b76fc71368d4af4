using JointDesk.Recognizers.Scanning;

namespace JointDesk.Recognizers.Grammar;

internal sealed partial class AtomReader
{
    /// <summary>每周1、3、5 and 每周五 that the scan cut into 周 and a figure.</summary>
    private int WeekDigits(int unit, int i, ref Atom atom)
    {
        int next = i;
        while (scan.Kind(next) == Tok.Num && scan.Value(next) is >= 1 and <= 7 && scan[next].Digits == 1 && scan.Kind(next + 1) is not (Tok.HourMark or Tok.Colon or Tok.Times))
        {
            atom.Mask |= 1 << scan.Value(next);
            next = scan.Kind(next + 1) is Tok.Enum or Tok.Comma && scan.Kind(next + 2) == Tok.Num ? next + 2 : next + 1;
        }

        return atom.Mask == 0 ? unit + 1 : next;
    }

    /// <summary>周一三五, 周二、周四, 周一至周五, Monday and Wednesday, Tue/Thu, Monday to Friday.</summary>
    private int Weekdays(int i, ref Atom atom)
    {
        int last = scan.Value(i);
        atom.Mask |= 1 << last;
        int next = i + 1;
        while (true)
        {
            int at = next;
            bool range = scan.Kind(at) is Tok.To or Tok.Dash or Tok.Until && !(scan.Text(at) is "to" && scan.Has(Tok.MoveTo));
            if (range)
            {
                at++;
            }
            else
            {
                at = Skip(at, Tok.Enum, Tok.And, Tok.Slash);
                if (scan.Kind(at) == Tok.Comma && (scan.Kind(at + 1) is Tok.Weekday or Tok.WeekdayPlural || (scan.Kind(at + 1) == Tok.And && scan.Kind(at + 2) is Tok.Weekday or Tok.WeekdayPlural)))
                {
                    at = Skip(at + 1, Tok.And);
                }

                at = Skip(at, Tok.Every, Tok.On);
            }

            int day;
            if (scan.Kind(at) is Tok.Weekday or Tok.WeekdayPlural)
            {
                day = scan.Value(at);
            }
            else if (scan.Kind(at) == Tok.Num && (scan[at].Form == NumForm.Han || (at > next && char.IsAsciiDigit(scan.Text(i)[^1]))) && scan.Value(at) is >= 1 and <= 6 && scan[at].Length == 1 && scan.Text(at) is not "两"
                && scan.Kind(at + 1) is not (Tok.HourMark or Tok.Measure or Tok.Times or Tok.HourUnit or Tok.DayMark or Tok.MonthUnit or Tok.DayUnit or Tok.MinuteUnit or Tok.Bound
                    or Tok.Colon)
                && scan.Text(i)[0] >= 0x80)
            {
                day = scan.Value(at);
            }
            else
            {
                return next;
            }

            for (int d = range ? last : day; d != day; d = d % 7 + 1)
            {
                atom.Mask |= 1 << d;
            }

            atom.Mask |= 1 << day;
            last = day;
            next = at + 1;
        }
    }

    /// <summary>每月10号, 每月1号和15号, 每月5日、20日; every month on the 15th.</summary>
    private int MonthDays(int i, ref Atom atom)
    {
        if (scan.Kind(i) == Tok.On && scan.Kind(i + 1) == Tok.Num && scan[i + 1] is { Form: NumForm.Arabic, Ordinal: false, Value: >= 1 and <= 31 } && scan.Kind(i + 2) is Tok.Stop or Tok.Comma or Tok.At or Tok.Until)
        {
            // monthly on 15
            atom.Nth = 1 << (scan.Value(i + 1) - 1);
            return i + 2;
        }

        int next = i;
        int at = Skip(i, Tok.OfMark, Tok.On, Tok.The);
        at += IsMonthMark(at) && scan.Kind(at + 1) is Tok.End or Tok.Start ? 1 : 0;
        at += scan.Kind(at) == Tok.Start && scan.Text(at) is "初" && scan.Kind(at + 1) == Tok.Num && scan.Kind(at + 2) == Tok.DayMark ? 1 : 0;
        while (scan.Kind(at) == Tok.Num && scan.Value(at) is >= 1 and <= 31 && (scan.Kind(at + 1) == Tok.DayMark || scan[at].Ordinal || SharesMark(at) || IsBareDay(at)) && scan.Kind(at + 1) is not Tok.Weekday)
        {
            if (scan.Text(at + 1) is "last" && scan.Kind(at + 2) != Tok.Weekday)
            {
                // the 4th last day, the 4th last
                atom.WorkDays = scan.Value(at);
                return scan.Kind(at + 2) == Tok.DayUnit ? at + 3 : at + 2;
            }

            if (scan.Text(at + 1) is "last")
            {
                break;
            }

            atom.Nth |= 1 << (scan.Value(at) - 1);
            next = scan.Kind(at + 1) == Tok.DayMark ? at + 2 : at + 1;
            at = Skip(Skip(next, Tok.Enum, Tok.And), Tok.Comma, Tok.The);
        }

        // 每月15号和月底
        if (next > i && IsMonthMark(at) && scan.Kind(at + 1) == Tok.End)
        {
            atom.WorkDays = 1;
            int last = Skip(Skip(at + 2, Tok.OfMark), Tok.Last, Tok.Num);
            return scan.Kind(last) == Tok.DayUnit && last > at + 2 ? last + 1 : at + 2;
        }

        if (next == i)
        {
            bool fromEnd = scan.Kind(at) == Tok.Last && scan.Value(at) is -2 or -3 && scan.Kind(Skip(at + 1, Tok.Measure)) == Tok.DayUnit;
            if (fromEnd)
            {
                atom.WorkDays = -scan.Value(at);
                return Skip(at + 1, Tok.Measure) + 1;
            }

            bool last = scan.Kind(at) == Tok.Last && scan.Value(at) == 0 && scan.Kind(Skip(at + 1, Tok.Num, Tok.Measure)) is Tok.DayUnit
                && !(scan.Kind(at + 1) == Tok.Num && scan.Value(at + 1) != 1);
            if (last)
            {
                atom.WorkDays = 1;
                return Skip(at + 1, Tok.Num, Tok.Measure) + 1;
            }

            if (scan.Kind(at) is Tok.End or Tok.Start && scan.Text(at)[0] >= 0x80 && scan.Value(at) == 0)
            {
                (atom.WorkDays, atom.Nth) = scan.Kind(at) == Tok.End ? (1, 0) : (0, 1);
                return at + 1;
            }
        }

        return next;
    }

    /// <summary>每季度第二个月, 每季度末月: which of its three.</summary>
    private int MonthOfQuarter(int i, ref Atom atom)
    {
        int at = Skip(i, Tok.OfMark);
        int month = Skip(at + 2, Tok.Measure);
        if (scan.Kind(at) == Tok.Di && scan.Kind(at + 1) == Tok.Num && scan.Value(at + 1) is >= 1 and <= 3 && scan.Kind(month) == Tok.MonthUnit)
        {
            atom.Second = scan.Value(at + 1);
            return month + 1;
        }

        if (scan.Text(at) is "首" && scan.Kind(at + 1) == Tok.MonthUnit)
        {
            atom.Second = 1;
            return at + 2;
        }

        if (scan.Kind(at) is Tok.Start or Tok.End && scan.Text(at)[0] >= 0x80 && scan.Kind(at + 1) == Tok.MonthUnit)
        {
            atom.Second = scan.Kind(at) == Tok.Start ? 1 : 3;
            return at + 2;
        }

        return i;
    }

    /// <summary>每月十五, 每月二十上午: a number above ten that counts nothing.</summary>
    private bool IsBareDay(int i) => scan[i] is { Form: NumForm.Han, Value: >= 10 } && scan.Kind(i + 1) is Tok.Stop or Tok.Comma or Tok.Part or Tok.Meeting or Tok.Enum or Tok.And or Tok.Before;

    /// <summary>5、20号: the mark behind the last belongs to all.</summary>
    private bool SharesMark(int i)
    {
        int at = i;
        while (at < i + 12 && scan.Kind(at) == Tok.Num && scan.Kind(at + 1) is Tok.Enum or Tok.And && scan.Kind(at + 2) == Tok.Num)
        {
            at += 2;
        }

        return at > i && scan.Kind(at + 1) == Tok.DayMark;
    }
}
