using JointDesk.Recognizers.Scanning;

namespace JointDesk.Recognizers.Grammar;

internal sealed partial class AtomReader
{
    /// <summary>
    /// The head of a series: 每周, 每两周, 每月, every other, weekly, Wednesdays. Its days are what follows or stands elsewhere in the
    /// sentence ("weekly sync on Wednesdays"); the composer brings them together.
    /// </summary>
    private int Series(int i, ref Atom atom)
    {
        atom.Kind = AtomKind.Series;
        atom.Interval = 1;
        int next;
        switch (scan.Kind(i))
        {
            case Tok.Every or Tok.EveryOther:
                next = Every(i, ref atom);
                break;
            case Tok.Once when scan.Kind(i + 1) is Tok.Every:
                next = Every(i + 1, ref atom);
                next = next == i + 1 ? i : next;
                break;
            case Tok.Once when scan.Kind(i + 1) == Tok.A && scan.Kind(i + 2) == Tok.QuarterWord:
                (atom.Unit, atom.Interval, atom.Days) = (SeriesUnit.Month, 3, 90);
                next = i + 3;
                break;
            case Tok.Once when (scan.Kind(i + 1) == Tok.A || scan.Text(i + 1) is "per") && Unit(scan.Kind(i + 2)) != SeriesUnit.None:
                // twice a month: of itself it says no days
                (atom.Unit, atom.Days) = (Unit(scan.Kind(i + 2)), scan.Value(i) > 1 ? Several : 0);
                next = i + 3;
                break;
            case Tok.Once when scan.Kind(i + 1) == Tok.A && scan.Kind(i + 2) == Tok.Fortnight:
                (atom.Unit, atom.Interval) = (SeriesUnit.Week, 2);
                next = i + 3;
                break;
            case Tok.Working when scan.Text(i + 1) is "days" && scan.Kind(i - 1) is Tok.On or Tok.Stop:
                atom.Unit = SeriesUnit.WorkDay;
                next = i + 2;
                break;
            case Tok.Frequency:
                next = Frequency(i, ref atom);
                break;
            case Tok.Next when scan.Kind(i + 1) == Tok.Num && scan.Kind(i + 2) == Tok.WeekdayPlural && scan.Value(i + 1) is > 0 and < 100:
                // the next four Mondays
                (atom.Unit, atom.Minutes) = (SeriesUnit.Week, scan.Value(i + 1));
                next = Weekdays(i + 2, ref atom);
                break;
            case Tok.Num when scan.Kind(i + 1) == Tok.Times && scan.Text(i + 1)[0] < 0x80 && (scan.Kind(i + 2) is Tok.A or Tok.Every || scan.Text(i + 2) is "per") && Unit(scan.Kind(i + 3)) != SeriesUnit.None:
                // three times a week
                (atom.Unit, atom.Days) = (Unit(scan.Kind(i + 3)), scan.Value(i) > 1 ? Several : 0);
                next = i + 4;
                break;
            case Tok.WeekdayPlural when RuledOut(i):
                // every day but Sundays: no series of its own
                atom.Kind = AtomKind.Day;
                return Bare(i, ref atom, i + 1);
            case Tok.WeekdayPlural:
                atom.Unit = SeriesUnit.Week;
                next = Weekdays(i, ref atom);
                break;
            case Tok.Other2 when scan.Text(i) is not "other" && scan.Kind(i + 1) is Tok.WeekdayPlural or Tok.Weekday:
                (atom.Unit, atom.Interval) = (SeriesUnit.Week, 2);
                next = Weekdays(i + 1, ref atom);
                break;
            case Tok.Weekend when scan.Text(i) is "weekends" && scan.Kind(i - 1) is not (Tok.Num or Tok.This or Tok.Next or Tok.Few or Tok.Couple or Tok.Except or Tok.Not):
                atom.Unit = SeriesUnit.Week;
                atom.Mask = 1 << 6 | 1 << 7;
                next = i + 1;
                break;
            case Tok.Weekday when scan.Kind(i + 1) == Tok.Part && scan.Text(i + 1) is [.., 's'] && scan.Kind(i - 1) is not (Tok.This or Tok.Next):
                atom.Unit = SeriesUnit.Week;
                atom.Mask = 1 << scan.Value(i);
                next = i + 1;
                break;
            case Tok.WorkDay when scan[i].Aux == 1 && scan.Kind(i + 1) == Tok.Part && scan.Text(i + 1)[^1] == 's':
                // weekday mornings
                atom.Unit = SeriesUnit.WorkDay;
                next = i + 1;
                break;
            case Tok.WorkDay when scan[i].Aux == 1 && scan.Text(i) is "weekdays" or "workdays" && scan.Kind(i - 1) is not (Tok.Num or Tok.Few or Tok.More):
                atom.Unit = SeriesUnit.WorkDay;
                next = i + 1;
                break;
            case Tok.WorkDay when scan.Text(i) is "工作日" or "平日" && scan.Kind(i + 1) is Tok.Every or Tok.Part or Tok.Num && scan.Kind(i - 1) is not (Tok.Num or Tok.Every or Tok.Last or Tok.Measure or Tok.Next
                or Tok.Coming or Tok.After or Tok.Few):
                atom.Unit = SeriesUnit.WorkDay;
                next = i + 1;
                break;
            case Tok.RelDay when scan.Text(i) is "隔天":
                atom.Unit = SeriesUnit.Day;
                atom.Interval = 2;
                next = i + 1;
                break;
            default:
                next = i;
                break;
        }

        if (next == i)
        {
            atom = new Atom { First = i, Part = Parts.None };
        }

        return next;
    }

    /// <summary>Whether a weekday is one of those that are left out: not Fridays, except on Saturdays and Sundays, Fridays excepted.</summary>
    private bool RuledOut(int i)
    {
        int before = i - 1;
        while (scan.Kind(before) is Tok.On or Tok.And or Tok.Or or Tok.Enum or Tok.WeekdayPlural)
        {
            before--;
        }

        return scan.Kind(before) is Tok.Not or Tok.Except || scan.Kind(i + 1) is Tok.Except;
    }

    private bool NamedDayAt(int i)
    {
        var day = new Atom { First = i, Part = Parts.None };
        return NamedDay(i, ref day) > i;
    }

    /// <summary>Whether a number before the token counts something: every 2nd week, every 3rd Tuesday.</summary>
    private bool Counts(int i) => scan.Kind(i) is Tok.Weekday or Tok.WeekdayPlural or Tok.Weekend or Tok.WorkDay or Tok.Working or Tok.Meeting or Tok.Times or Tok.Bound or Tok.Last
        or Tok.DayUnit or Tok.WeekUnit or Tok.MonthUnit or Tok.YearUnit or Tok.HourUnit or Tok.QuarterWord or Tok.QuarterYear or Tok.Fortnight or Tok.Part;

    /// <summary>The days of a series' head that only says that there are several in each week or month.</summary>
    public const int Several = -2;

    private static SeriesUnit Unit(Tok kind) => kind switch
    {
        Tok.DayUnit => SeriesUnit.Day,
        Tok.WeekUnit => SeriesUnit.Week,
        Tok.MonthUnit => SeriesUnit.Month,
        Tok.YearUnit => SeriesUnit.Year,
        _ => SeriesUnit.None,
    };

    private int Every(int i, ref Atom atom)
    {
        int at = i + 1;
        bool gap = scan.Kind(i) == Tok.EveryOther;
        if (gap)
        {
            atom.Interval = 2;
        }

        if (scan.Kind(at) == Tok.Every)
        {
            at++;
        }

        at += scan.Kind(at) == Tok.Coming || scan.Text(at) is "single" ? 1 : 0;

        // every first Monday, every last Friday: of the month
        bool first = scan.Kind(at) == Tok.Num && scan[at].Ordinal && scan.Value(at) == 1;
        if ((first || scan.Text(at) is "last") && scan.Kind(at + 1) == Tok.Weekday)
        {
            (atom.Kind, atom.Nth, atom.Mask, atom.Unit, atom.Bare) = (AtomKind.Nth, first ? 1 : -1, 1 << scan.Value(at + 1), SeriesUnit.Month, true);
            int of = Skip(at + 2, Tok.OfMark, Tok.In);
            int month = Skip(of, Tok.The, Tok.Every);
            return of > at + 2 && scan.Kind(month) == Tok.MonthUnit ? month + 1 : at + 2;
        }

        // every first and third Tuesday
        bool two = scan.Kind(at) == Tok.Num && scan[at].Ordinal && scan.Kind(at + 1) == Tok.And && scan.Kind(Skip(at + 2, Tok.The)) is Tok.Num or Tok.Last;
        if (two && Nth(at, ref atom) is var nth && nth > at && atom is { Kind: AtomKind.Nth, Months: not 0 })
        {
            (atom.Unit, atom.Bare) = (SeriesUnit.Month, true);
            return nth;
        }

        if (two)
        {
            atom = new Atom { First = i, Kind = AtomKind.Series, Interval = 1, Part = Parts.None };
        }

        // every 10th of May, every Christmas
        int named = Skip(at + 1, Tok.OfMark);
        bool monthDay = scan.Kind(at) == Tok.Num && scan[at].Ordinal && scan.Kind(named) == Tok.MonthName;
        if (monthDay || (scan.Kind(at) is Tok.Festival or Tok.Other or Tok.LunarMonth && NamedDayAt(at)))
        {
            atom.Unit = SeriesUnit.Year;
            return at;
        }

        // every 15th, every 4th and 10th of the month
        if (scan.Kind(at) == Tok.Num && scan[at] is { Ordinal: true, Form: NumForm.Arabic, Value: >= 1 and <= 31 } && !Counts(at + 1))
        {
            atom.Unit = SeriesUnit.Month;
            int end = MonthDays(at, ref atom);
            int of = Skip(end, Tok.OfMark);
            int month = Skip(of, Tok.The, Tok.Every);
            return of > end && scan.Kind(month) == Tok.MonthUnit ? month + 1 : end;
        }

        bool second = false;
        if (scan.Kind(at) == Tok.Other2)
        {
            atom.Interval = 2;
            at++;
        }
        else if (scan.Kind(at) == Tok.Num && scan.Value(at) is > 0 and < 100 && scan.Kind(at + 1) is Tok.WeekUnit or Tok.DayUnit or Tok.MonthUnit or Tok.YearUnit or Tok.Measure
            or Tok.QuarterYear or Tok.QuarterWord or Tok.WorkDay or Tok.Weekday or Tok.Fortnight or Tok.Working && !(IsMonthMark(at + 1) && !gap
            && scan.Kind(at + 2) == Tok.Num))
        {
            int n = scan.Value(at);
            second = scan[at].Ordinal;
            atom.Interval = gap && n == 1 ? 2 : n;
            at++;
            at = Skip(at, Tok.Measure);
        }
        else if (scan.Kind(at) == Tok.Half && scan.Kind(at + 1) is Tok.MonthUnit or Tok.YearUnit)
        {
            bool month = scan.Kind(at + 1) == Tok.MonthUnit;
            atom.Unit = month ? SeriesUnit.Week : SeriesUnit.Month;
            atom.Interval = month ? 2 : 6;
            return at + 2;
        }

        switch (scan.Kind(at))
        {
            case Tok.Weekday or Tok.WeekdayPlural:
                // "every second Tuesday of the month" is the second one of each month
                int of = at + 1;
                if (second && scan.Kind(of) is Tok.OfMark or Tok.In && scan.Kind(Skip(of + 1, Tok.The, Tok.Every)) == Tok.MonthUnit)
                {
                    atom.Kind = AtomKind.Nth;
                    atom.Nth = atom.Interval;
                    atom.Mask = 1 << scan.Value(at);
                    atom.Unit = SeriesUnit.Month;
                    atom.Interval = 1;
                    atom.Bare = true;
                    return Skip(of + 1, Tok.The, Tok.Every) + 1;
                }

                atom.Unit = SeriesUnit.Week;
                return Weekdays(at, ref atom);
            case Tok.Weekend:
                atom.Unit = SeriesUnit.Week;
                atom.Mask = 1 << 6 | 1 << 7;
                return at + 1;
            case Tok.WeekUnit:
                atom.Unit = SeriesUnit.Week;
                if (scan.Kind(at + 1) == Tok.Weekend)
                {
                    atom.Mask = 1 << 6 | 1 << 7;
                    return at + 2;
                }

                if (scan.Kind(at + 1) == Tok.WorkDay)
                {
                    atom.Unit = SeriesUnit.WorkDay;
                    return at + 2;
                }

                int days = Skip(at + 1, Tok.OfMark, Tok.On);
                return scan.Kind(days) is Tok.Weekday or Tok.WeekdayPlural ? Weekdays(days, ref atom)
                    : scan.Kind(days) == Tok.Num && scan[days].Form != NumForm.Word ? WeekDigits(at, days, ref atom) : at + 1;
            case Tok.Fortnight:
                atom.Unit = SeriesUnit.Week;
                atom.Interval = 2 * atom.Interval;
                return at + 1;
            case Tok.WorkDay or Tok.Working:
                atom.Unit = SeriesUnit.WorkDay;
                return scan.Kind(at) == Tok.Working && scan.Kind(at + 1) == Tok.DayUnit ? at + 2 : at + 1;
            case Tok.DayUnit or Tok.DayMark when scan.Text(at) is not "号":
                atom.Unit = SeriesUnit.Day;
                return at + 1;
            case Tok.Frequency:
                return Frequency(at, ref atom);
            case Tok.RelDay when scan.Text(at) is "当天":
                return i;
            case Tok.Part:
                // every morning
                atom.Unit = SeriesUnit.Day;
                return at;
            case Tok.MonthUnit:
                atom.Unit = SeriesUnit.Month;
                int weekday = Skip(at + 1, Tok.OfMark);
                return scan.Kind(weekday) == Tok.Weekday && scan.Text(weekday)[0] >= 0x80 ? Weekdays(weekday, ref atom) : MonthDays(at + 1, ref atom);
            case Tok.QuarterYear or Tok.QuarterWord:
                atom.Unit = SeriesUnit.Month;
                atom.Interval *= 3;
                atom.Days = 90;
                return MonthDays(MonthOfQuarter(at + 1, ref atom), ref atom);
            case Tok.YearUnit:
                atom.Unit = SeriesUnit.Year;
                return at + 1;
            case Tok.MonthName:
                // every June 1st, every December
                atom.Unit = SeriesUnit.Year;
                return at;
            case Tok.Num when scan.Kind(at + 1) == Tok.DayMark && !gap && (scan.Text(at + 1) is "号" || scan.Text(i) is "每逢" or "逢"):
                // 每逢1号、11号
                atom.Unit = SeriesUnit.Month;
                return MonthDays(at, ref atom);
            case Tok.Num when scan.Kind(at + 1) == Tok.DayMark && scan.Text(at + 1) is "日" && gap:
                atom.Unit = SeriesUnit.Day;
                return at + 2;
            default:
                return i;
        }
    }

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
            bool range = scan.Kind(at) is Tok.To or Tok.Dash or Tok.Until;
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
        while (scan.Kind(at) == Tok.Num && scan.Value(at) is >= 1 and <= 31 && (scan.Kind(at + 1) == Tok.DayMark || scan[at].Ordinal || SharesMark(at)) && scan.Kind(at + 1) is not Tok.Weekday)
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

        if (scan.Kind(at) is Tok.Start or Tok.End && scan.Text(at)[0] >= 0x80 && scan.Kind(at + 1) == Tok.MonthUnit)
        {
            atom.Second = scan.Kind(at) == Tok.Start ? 1 : 3;
            return at + 2;
        }

        return i;
    }

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

    private int Frequency(int i, ref Atom atom)
    {
        (atom.Unit, atom.Interval) = scan.Value(i) switch
        {
            1 => (SeriesUnit.Day, 1),
            7 => (SeriesUnit.Week, 1),
            14 => (SeriesUnit.Week, 2),
            30 => (SeriesUnit.Month, 1),
            60 => (SeriesUnit.Month, 2),
            90 => (SeriesUnit.Month, 3),
            180 => (SeriesUnit.Month, 6),
            _ => (SeriesUnit.Year, 1),
        };
        atom.Days = scan.Value(i) == 90 ? 90 : 0;
        bool day = scan.Text(i) is "双周" or "单周" && scan.Touches(i + 1) && (scan.Text(i + 1) is "日" || (scan.Kind(i + 1) == Tok.Num && scan[i + 1] is { Form: NumForm.Han, Length: 1, Value: >= 1 and <= 6 }))
            && scan.Kind(i + 2) is not (Tok.HourMark or Tok.Times or Tok.Measure);
        if (day)
        {
            // 双周五: the scan cut the weekday in two
            atom.Mask = 1 << (scan.Kind(i + 1) == Tok.Num ? scan.Value(i + 1) : 7);
            return i + 2;
        }

        return atom.Unit == SeriesUnit.Month && (scan.Kind(i + 1) == Tok.On || (scan.Kind(i + 1) == Tok.Num && scan[i + 1].Ordinal && !Counts(i + 2))) ? MonthDays(i + 1, ref atom) : i + 1;
    }
}
