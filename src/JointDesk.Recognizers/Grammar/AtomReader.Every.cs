using JointDesk.Recognizers.Scanning;

namespace JointDesk.Recognizers.Grammar;

internal sealed partial class AtomReader
{
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
        bool monthDay = scan.Kind(at) == Tok.Num && scan.Value(at) is >= 1 and <= 31 && scan.Kind(named) == Tok.MonthName;
        if (monthDay || (scan.Kind(at) is Tok.Festival or Tok.Other or Tok.LunarMonth && NamedDayAt(at)))
        {
            atom.Unit = SeriesUnit.Year;
            return at;
        }

        // every 15th, every 4th and 10th of the month
        if (scan.Kind(at) == Tok.Num && scan[at] is { Ordinal: true, Value: >= 1 and <= 31 } && !Counts(at + 1)
            && (scan[at].Form == NumForm.Arabic || (scan.Kind(at + 1) == Tok.OfMark && scan.Kind(Skip(at + 2, Tok.The)) == Tok.MonthUnit)))
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
            or Tok.QuarterYear or Tok.QuarterWord or Tok.WorkDay or Tok.Weekday or Tok.Fortnight or Tok.Working or Tok.HourUnit or Tok.MinuteUnit && !(IsMonthMark(at + 1) && !gap
            && scan.Kind(at + 2) == Tok.Num))
        {
            int n = scan.Value(at);
            second = scan[at].Ordinal;
            atom.Interval = gap && n == 1 ? 2 : n;
            at++;
            at = Skip(at, Tok.Measure);
        }
        else if (scan.Kind(at) == Tok.Half && scan.Kind(Skip(at + 1, Tok.A)) == Tok.HourUnit)
        {
            (atom.Unit, atom.Interval) = (SeriesUnit.Minute, 30);
            return Skip(at + 1, Tok.A) + 1;
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
            case Tok.HourUnit when scan[at].Aux != 30:
                atom.Unit = SeriesUnit.Hour;
                return at + 1;
            case Tok.MinuteUnit:
                atom.Unit = SeriesUnit.Minute;
                return at + 1;
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
                if (scan.Kind(weekday) == Tok.LunarDay)
                {
                    // 每月初一 is the moon's, which no rule follows
                    return i;
                }

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

    /// <summary>Whether a number before the token counts something: every 2nd week, every 3rd Tuesday.</summary>
    private bool Counts(int i) => scan.Kind(i) is Tok.Weekday or Tok.WeekdayPlural or Tok.Weekend or Tok.WorkDay or Tok.Working or Tok.Meeting or Tok.Times or Tok.Bound or Tok.Last
        or Tok.DayUnit or Tok.WeekUnit or Tok.MonthUnit or Tok.YearUnit or Tok.HourUnit or Tok.QuarterWord or Tok.QuarterYear or Tok.Fortnight or Tok.Part;

    private static SeriesUnit Unit(Tok kind) => kind switch
    {
        Tok.MinuteUnit => SeriesUnit.Minute,
        Tok.HourUnit => SeriesUnit.Hour,
        Tok.DayUnit => SeriesUnit.Day,
        Tok.WeekUnit => SeriesUnit.Week,
        Tok.MonthUnit => SeriesUnit.Month,
        Tok.YearUnit => SeriesUnit.Year,
        _ => SeriesUnit.None,
    };

    private bool NamedDayAt(int i)
    {
        var day = new Atom { First = i, Part = Parts.None };
        return NamedDay(i, ref day) > i;
    }
}
