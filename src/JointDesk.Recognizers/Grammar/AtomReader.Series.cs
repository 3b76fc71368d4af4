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
            case Tok.Total when scan.Text(i) is "连续" or "连着" or "一连" && scan.Kind(i + 1) == Tok.Num && scan.Kind(i + 2) == Tok.DayUnit && scan.Value(i + 1) is > 1 and < 100
                && !scan.Has(Tok.Every) && (scan.Has(Tok.HourMark) || scan.Has(Tok.Colon)):
                // 连续五天上午九点
                (atom.Unit, atom.Minutes) = (SeriesUnit.Day, scan.Value(i + 1));
                next = i + 3;
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
            case Tok.Weekday when (scan.Kind(i + 1) is Tok.Slash or Tok.Enum or Tok.Comma ? scan.Kind(i + 2) is Tok.Weekday or Tok.Num : scan.Kind(i + 1) == Tok.Weekday && scan.Touches(i + 1)) && !OneOf() && scan.Kind(i - 1) is not (Tok.This or Tok.Next or Tok.Slash or Tok.Enum or Tok.Comma or Tok.Weekday):
                // Mon/Wed/Fri 8am, 周一三五上午: three days apart are no choice
                atom.Unit = SeriesUnit.Week;
                next = Weekdays(i, ref atom);
                next = int.PopCount(atom.Mask) > 2 && !IsRow(atom.Mask) ? next : i;
                break;
            case Tok.Weekday when scan.Kind(i + 1) == Tok.Dash && scan.Kind(i + 2) == Tok.Weekday && scan.Kind(i + 3) == Tok.Dash && scan.Kind(i + 4) == Tok.Weekday && !OneOf():
                // Monday-Wednesday-Friday
                atom.Unit = SeriesUnit.Week;
                atom.Mask = 1 << scan.Value(i) | 1 << scan.Value(i + 2) | 1 << scan.Value(i + 4);
                next = i + 5;
                break;
            case Tok.Other when scan.Text(i) is "m" or "mwf" or "t" or "tth" && Letters(i, ref atom) is var letters && letters > i:
                atom.Unit = SeriesUnit.Week;
                next = letters;
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

    /// <summary>MWF, M/W/F, TTh, T/Th, M-F: weekdays by their letters.</summary>
    private int Letters(int i, ref Atom atom)
    {
        int end = i + 1;
        while (end < i + 5 && scan.Touches(end) && (scan.Kind(end) is Tok.Slash or Tok.Dash or Tok.Th || scan.Text(end) is "w" or "f"))
        {
            end++;
        }

        atom.Mask = scan.Folded[scan[i].Start..scan[end - 1].End] switch { "mwf" or "m/w/f" or "m-w-f" => 0b101010, "tth" or "t/th" => 0b10100, "m-f" => 0b111110, _ => 0 };
        return atom.Mask == 0 ? i : end;
    }

    /// <summary>Whether the text chooses, moves or rules out, so that a list of days is none to meet on every week.</summary>
    private bool OneOf() => scan.Has(Tok.Any) || scan.Has(Tok.Or) || scan.Has(Tok.MoveTo) || scan.Has(Tok.Not) || scan.Has(Tok.Except) || scan.Has(Tok.Cancel);

    /// <summary>Days that follow one another: rather a choice than a series.</summary>
    private static bool IsRow(int mask) => (mask >> int.TrailingZeroCount(mask) & ((mask >> int.TrailingZeroCount(mask)) + 1)) == 0;

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

    /// <summary>The days of a series' head that only says that there are several in each week or month.</summary>
    public const int Several = -2;

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
