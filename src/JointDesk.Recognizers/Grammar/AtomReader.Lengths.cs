using JointDesk.Recognizers.Scanning;

namespace JointDesk.Recognizers.Grammar;

internal sealed partial class AtomReader
{
    /// <summary>两个小时, 一个半小时, 90分钟, 半天, an hour and a half, two and a half hours, 五个工作日, a fortnight.</summary>
    private int Length(int i, ref Atom atom)
    {
        var total = default(Atom);
        int next = i;
        if (scan.Kind(i - 1) == Tok.Di)
        {
            // 第一个月: which, not how long
            return i;
        }

        // within the next three days
        bool coming = false;
        int lead = scan.Kind(i) == Tok.The ? i + 1 : i;
        if (scan.Kind(lead) is Tok.Next or Tok.Coming && scan.Kind(lead + 1) is Tok.Num or Tok.Few or Tok.Couple && !scan[lead + 1].Ordinal
            && (scan.Text(lead)[0] < 0x80 || scan.Kind(lead) == Tok.Coming))
        {
            coming = true;
            next = lead + 1;
        }
        else if (scan.Kind(lead) == Tok.Next && scan.Kind(lead + 1) is Tok.HourUnit && scan.Text(lead)[0] < 0x80)
        {
            // within the next hour
            atom.Kind = AtomKind.Length;
            (atom.Minutes, atom.Nth) = (60, 1);
            return lead + 2;
        }

        bool any = false;
        for (int part = 0; part < 4; part++)
        {
            int joined = any ? Skip(next, Tok.And, Tok.And) : next;
            int end = Piece(joined, ref total);
            if (end == joined)
            {
                break;
            }

            any = true;
            next = end;
        }

        if (!any)
        {
            return i;
        }

        atom.Kind = AtomKind.Length;
        atom.Minutes = total.Minutes;
        atom.Days = total.Days;
        atom.WorkDays = total.WorkDays;
        atom.Months = total.Months;
        atom.Bare = total.Bare;
        atom.Nth = coming ? 1 : 0;
        return next;
    }

    private int Piece(int i, ref Atom total)
    {
        int at = i;
        int halves;

        // half an hour, a quarter of an hour, three quarters of an hour, half a day
        if (scan.Kind(at) == Tok.A && scan.Kind(at + 1) is Tok.Half or Tok.QuarterWord or Tok.Couple or Tok.Few)
        {
            at++;
        }

        // the day before the meeting
        if (scan.Kind(at) == Tok.The && scan.Kind(at + 1) is Tok.DayUnit or Tok.WeekUnit or Tok.HourUnit && scan.Kind(at + 2) is Tok.Before or Tok.After
            && scan.Kind(at + 3) is not Tok.RelDay and not Tok.Next)
        {
            return AddUnit(at + 1, 2, ref total) is var one && one > at + 1 ? one : i;
        }

        if (scan.Kind(at) == Tok.QuarterWord || (scan.Kind(at) == Tok.Num && scan.Kind(Skip(at + 1, Tok.Dash)) == Tok.QuarterYear && scan.Kind(Skip(at + 1, Tok.Dash) + 1) is Tok.OfMark or Tok.HourUnit))
        {
            int quarters = scan.Kind(at) == Tok.Num ? scan.Value(at) : 1;
            at = scan.Kind(at) == Tok.Num ? Skip(at + 1, Tok.Dash) : at;
            int unit = Skip(at + 1, Tok.OfMark, Tok.A);
            if (scan.Kind(unit) == Tok.HourUnit && unit > at + 1)
            {
                total.Minutes += 15 * quarters;
                return unit + 1;
            }

            return i;
        }

        if (scan.Kind(at) == Tok.Half)
        {
            int unit = Skip(at + 1, Tok.A, Tok.Measure, Tok.Dash);
            return AddUnit(unit, 1, ref total) is var end && end > unit ? end : i;
        }

        if (scan.Kind(at) is Tok.Couple or Tok.Few)
        {
            halves = scan.Value(at) * 2;
            at = Skip(at + 1, Tok.OfMark, Tok.More);
        }
        else if (scan.Kind(at) == Tok.A || (scan.Kind(at) == Tok.More && scan.Text(at) is "another"))
        {
            total.Bare |= scan.Kind(at) == Tok.More;
            halves = 2;
            at++;
            if (scan.Kind(at) == Tok.Num && total.Bare)
            {
                halves = scan.Value(at++) * 2;
            }

            if (scan.Kind(at) == Tok.More)
            {
                total.Bare = true;
                at++;
            }
        }
        else if (scan.Kind(at) == Tok.Num && !scan[at].Ordinal && scan.Value(at) < 100_000)
        {
            halves = scan.Value(at) * 2;
            at++;
            if (scan.Kind(at) == Tok.Dot && scan.Kind(at + 1) == Tok.Num && scan.Touches(at) && scan.Touches(at + 1) && scan[at + 1].Digits == 1)
            {
                int tenths = scan.Value(at + 1);
                int hour = Skip(at + 2, Tok.Dash);
                if (scan.Kind(hour) == Tok.HourUnit)
                {
                    total.Minutes += halves * 30 + tenths * 6;
                    return hour + 1;
                }

                halves += tenths >= 5 ? 1 : 0;
                at += 2;
            }
            else if (scan.Kind(at) == Tok.And && scan.Kind(at + 1) == Tok.A && scan.Kind(at + 2) == Tok.Half)
            {
                halves++;
                at += 3;
            }
            else if (scan.Kind(at) == Tok.Half && scan.Kind(at + 1) is Tok.HourUnit or Tok.DayUnit or Tok.WeekUnit or Tok.MonthUnit)
            {
                halves++;
                at++;
            }

            at = Skip(at, Tok.Dash);
            if (scan.Kind(at) == Tok.More && scan.Text(at)[0] < 0x80)
            {
                total.Bare = true;
                at++;
            }

            if (scan.Kind(at) == Tok.Measure)
            {
                at++;
                if (scan.Kind(at) == Tok.Half)
                {
                    halves++;
                    at++;
                }
            }
        }
        else
        {
            return i;
        }

        return AddUnit(at, halves, ref total) is var done && done > at ? done : i;
    }

    private int AddUnit(int i, int halves, ref Atom total)
    {
        if (scan.Kind(i) == Tok.Working && scan.Kind(i + 1) is Tok.DayUnit)
        {
            total.WorkDays += halves / 2;
            return i + 2;
        }

        if (scan.Kind(i) == Tok.Working && scan.Kind(i + 1) == Tok.WeekUnit)
        {
            total.WorkDays += halves / 2 * 5;
            return i + 2;
        }

        // 个半小时, 个半月: the half is in the unit
        if (scan.Kind(i) is Tok.HourUnit or Tok.MonthUnit or Tok.WeekUnit && scan[i].Aux == 30)
        {
            halves++;
        }

        int next = i + 1;
        var kind = scan.Kind(i);

        // 两小时半, 两年半, an hour and a half
        if (kind is Tok.HourUnit or Tok.DayUnit or Tok.YearUnit or Tok.WeekUnit or Tok.MonthUnit && scan[i].Aux != 30)
        {
            if (scan.Kind(next) == Tok.Half && scan.Kind(next + 1) is not (Tok.HourUnit or Tok.DayUnit))
            {
                halves++;
                next++;
            }
            else if (scan.Kind(next) == Tok.And && scan.Kind(next + 1) == Tok.A && scan.Kind(next + 2) == Tok.Half
                && scan.Kind(next + 3) is not (Tok.A or Tok.HourUnit))
            {
                halves++;
                next += 3;
            }
        }

        switch (kind)
        {
            case Tok.HourUnit:
                total.Minutes += halves * 30;
                if (scan.Text(i) is "h" && scan.Kind(next) == Tok.Num && scan[next].Digits == 2 && scan.Touches(next) && scan.Value(next) < 60)
                {
                    total.Minutes += scan.Value(next++);
                }

                break;
            case Tok.HourMark when scan.Text(i) is "hrs" && scan[Math.Max(0, i - 1)].Digits <= 2:
                total.Minutes += halves * 30;
                break;
            case Tok.MinuteUnit:
                total.Minutes += halves / 2;
                break;
            case Tok.Other when scan.Text(i) is "m" && scan.Touches(i) && halves % 10 == 0 && halves <= 480:
                total.Minutes += halves / 2;
                break;
            case Tok.MinuteMark when total.Minutes > 0:
                total.Minutes += halves / 2;
                break;
            case Tok.KeUnit when scan[i].Aux == 1 || scan.Kind(i - 2) is Tok.Postpone or Tok.Advance:
                total.Minutes += halves / 2 * 15;
                break;
            case Tok.SecondUnit:
                total.Minutes += halves / 120;
                break;
            case Tok.DayUnit when halves == 1:
                // Half a working day; officers say 半天 for a morning.
                total.Minutes += 240;
                break;
            case Tok.DayUnit:
                total.Days += halves / 2;
                break;
            case Tok.DayMark when scan.Text(i) is "日":
                total.Days += halves / 2;
                break;
            case Tok.WeekUnit:
                total.Days += halves * 7 / 2;
                break;
            case Tok.Fortnight:
                total.Days += halves * 7;
                break;
            case Tok.WorkDay:
                total.WorkDays += halves / 2;
                break;
            case Tok.MonthUnit when !IsMonthMark(i) || scan.Kind(i - 1) == Tok.Measure || halves == 1:
                total.Months += halves / 2;
                total.Days += halves % 2 * 15;
                break;
            case Tok.QuarterYear when scan.Text(i) is "个季度" or "quarters":
                total.Months += halves / 2 * 3;
                break;
            case Tok.YearUnit when halves < 200:
                total.Months += halves * 6;
                break;
            default:
                return i;
        }

        return next;
    }
}
