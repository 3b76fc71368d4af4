using JointDesk.Recognizers.Scanning;

namespace JointDesk.Recognizers.Grammar;

internal sealed partial class AtomReader
{
    private int Clock(int i, ref Atom atom)
    {
        atom.Kind = AtomKind.Clock;
        int next;
        bool number = scan.Kind(i) == Tok.Num;
        bool figures = number && (scan.Latin || scan[i].Form != NumForm.Han || scan.Kind(i + 1) == Tok.Colon);
        if ((scan.Has(Tok.HourMark) && (next = HanClock(i, ref atom)) > i) || (scan.Latin && !(scan.Kind(i) == Tok.Num && scan.Kind(i + 1) is Tok.Comma or Tok.Stop) && (next = ToThe(i, ref atom)) > i) || (figures && (next = Figures(i, ref atom)) > i)
            || (number && scan[i].Form != NumForm.Han && (next = Spelled(i, ref atom)) > i) || (next = Named(i, ref atom)) > i)
        {
            return next;
        }

        atom = new Atom { First = i, Part = Parts.None };
        return i;
    }

    private static bool Set(ref Atom atom, int hour, int minute, bool bare)
    {
        atom.Hour = hour;
        atom.Minute = minute;
        atom.Bare = bare && hour is >= 1 and <= 12;
        return hour is >= 0 and <= 24 && minute is >= 0 and < 60 && hour * 60 + minute <= 1440;
    }

    /// <summary>三点一刻, 八点半, 15时, 9点05分, 三点差五分, 差五分三点.</summary>
    private int HanClock(int i, ref Atom atom)
    {
        int at = i;
        int less = 0;
        if (scan.Kind(at) == Tok.Minus && scan.Kind(at + 1) == Tok.Num && scan.Kind(at + 2) is Tok.MinuteMark or Tok.KeUnit or Tok.MinuteUnit)
        {
            less = scan.Value(at + 1) * (scan.Kind(at + 2) == Tok.KeUnit ? 15 : 1);
            at = Skip(at + 3, Tok.To);
        }

        // 9到11点, 9-11点: the mark behind the second belongs to both
        if (scan.Kind(at) == Tok.Num && scan.Kind(at + 1) is Tok.To or Tok.Dash && scan.Kind(at + 2) == Tok.Num && scan.Kind(at + 3) == Tok.HourMark
            && scan.Text(at + 3)[0] >= 0x80 && scan.Value(at) <= 24 && !scan[at].Ordinal)
        {
            return Set(ref atom, scan.Value(at), 0, true) ? at + 1 : i;
        }

        if (scan.Kind(at) != Tok.Num || scan.Kind(at + 1) != Tok.HourMark || scan.Text(at + 1)[0] < 0x80 || scan.Value(at) > 24 || scan[at].Ordinal)
        {
            return i;
        }

        if (scan.Kind(at + 2) == Tok.Num && scan.Touches(at + 2) && scan.Kind(at + 3) == Tok.Bound && scan.Text(at + 3) is "万" or "亿" or "元" or "级" or "米" or "公里" or "吨")
        {
            // 8点5万
            return i;
        }

        int hour = scan.Value(at);
        int minute = 0;
        int n = at + 2;
        if (scan.Kind(n) == Tok.And && scan.Text(n) is "零" or "过")
        {
            n++;
        }

        if (scan.Kind(n) == Tok.FromNow && scan.Kind(n + 1) == Tok.Num && scan.Kind(n + 2) is Tok.MinuteMark or Tok.KeUnit)
        {
            n++;
        }

        if (scan.Kind(n) == Tok.Half && scan.Text(n) is "半" && scan.Kind(n + 1) is not (Tok.HourUnit or Tok.DayUnit))
        {
            minute = 30;
            n++;
        }
        else if (scan.Kind(n) == Tok.Num && scan.Kind(n + 1) == Tok.KeUnit && scan.Value(n) is 1 or 2 or 3)
        {
            minute = scan.Value(n) * 15;
            n += 2;
        }
        else if (scan.Kind(n) == Tok.Minus && scan.Kind(n + 1) == Tok.Num && scan.Kind(n + 2) is Tok.MinuteMark or Tok.KeUnit)
        {
            less = scan.Value(n + 1) * (scan.Kind(n + 2) == Tok.KeUnit ? 15 : 1);
            n += 3;
        }
        else if (scan.Kind(n) == Tok.Num && scan.Value(n) < 60 && scan.Touches(n) && (scan.Kind(n + 1) == Tok.MinuteMark || ((scan[n].Digits == 2 || scan.Value(n) >= 10)
            && scan.Kind(n + 1) is not (Tok.MinuteUnit or Tok.HourUnit or Tok.Measure or Tok.DayUnit or Tok.DayMark or Tok.MonthUnit or Tok.HourMark or Tok.Bound))))
        {
            minute = scan.Value(n);
            n += scan.Kind(n + 1) == Tok.MinuteMark ? 2 : 1;
            if (scan.Kind(n) == Tok.Num && scan.Kind(n + 1) == Tok.SecondUnit && scan.Value(n) < 60)
            {
                atom.Second = scan.Value(n);
                n += 2;
            }
        }
        else
        {
            // 五点多钟, 十点整
            n = Skip(scan.Text(n) is "多" ? n + 1 : n, Tok.Whole, Tok.Whole, Tok.Whole);
        }

        bool padded = scan[at] is { Form: NumForm.Arabic, LeadingZero: true };
        if (!Set(ref atom, hour, minute, !padded))
        {
            return i;
        }

        if (less > 0)
        {
            int total = (hour * 60 + minute - less + 1440) % 1440;
            bool bare = atom.Bare;
            atom.Hour = total / 60;
            atom.Minute = total % 60;
            if (bare && atom.Hour == 0)
            {
                atom.Hour = 12;
            }

            atom.Bare = bare;
        }

        return Meridiem(n, ref atom);
    }

    /// <summary>half past two, quarter to nine, twenty past two, ten to three, 20 min past eight.</summary>
    private int ToThe(int i, ref Atom atom)
    {
        int at = scan.Kind(i) == Tok.A && scan.Kind(i + 1) == Tok.QuarterWord ? i + 1 : i;
        int minutes = scan.Kind(at) switch
        {
            Tok.Half => 30,
            Tok.QuarterWord => 15,
            Tok.Num when scan.Value(at) is >= 1 and < 60 && !scan[at].Ordinal => scan.Value(at),
            _ => -1,
        };
        if (minutes < 0 || scan.Text(at)[0] >= 0x80)
        {
            return i;
        }

        int way = at + 1;
        bool unit = scan.Kind(way) == Tok.MinuteUnit;
        if (unit)
        {
            way++;
        }

        int hour = way + 1;
        bool past = scan.Kind(way) is Tok.Past || (scan.Kind(way) == Tok.After && scan.Text(way) is "after");
        bool to = scan.Kind(way) is Tok.To && scan.Text(way) is "to";
        if (scan.Kind(at) == Tok.Half && scan.Kind(way) == Tok.Num && scan[way] is { Form: NumForm.Word, Ordinal: false } && scan.Value(way) is >= 1 and <= 12
            && scan.Kind(way + 1) is not (Tok.HourUnit or Tok.DayUnit or Tok.MinuteUnit or Tok.WeekUnit))
        {
            return Set(ref atom, scan.Value(way), 30, true) ? way + 1 : i;
        }

        // "from ten to three" is a range, "ten to three" a time; only round minutes are said so.
        if (to && (scan.Kind(i - 1) is Tok.From or Tok.Between || (!unit && scan.Kind(at) == Tok.Num && (minutes % 5 != 0 || (scan[at].Form != NumForm.Word && !(scan.Kind(i - 1) == Tok.At && minutes <= 25))))))
        {
            return i;
        }

        bool named = scan.Kind(hour) is Tok.Noon or Tok.Midnight;
        if (!(past || to) || (scan.Kind(hour) != Tok.Num && !named) || scan[hour].Ordinal || (!named && scan.Value(hour) is < 1 or > 12))
        {
            return i;
        }

        if (to && scan.Kind(hour + 1) is Tok.Colon || (scan.Kind(hour) == Tok.Num && scan.Kind(hour + 1) is Tok.HourUnit or Tok.MinuteUnit or Tok.DayUnit or Tok.Bound))
        {
            return i;
        }

        int h = named ? scan.Kind(hour) == Tok.Noon ? 12 : past ? 0 : 24 : scan.Value(hour);
        int next = hour + 1;
        if (scan.Kind(next) == Tok.HourMark && scan.Text(next)[0] == 'o')
        {
            next++;
        }

        int m = minutes;
        if (to)
        {
            h = h == 1 ? 12 : h - 1;
            m = 60 - minutes;
        }

        if (!Set(ref atom, h, m, !named))
        {
            return i;
        }

        return Meridiem(next, ref atom);
    }

    /// <summary>10:30, 14:00, 3pm, 10.30am, 1430hrs, 0830, 10 o'clock, ten in the morning, ten thirty.</summary>
    private int Figures(int i, ref Atom atom)
    {
        if (scan.Kind(i) != Tok.Num || scan[i].Ordinal)
        {
            return i;
        }

        ref Token t = ref scan[i];
        int next = i + 1;
        bool spaced = Count > 0 && atoms[Count - 1].Kind is AtomKind.Day or AtomKind.Part;
        if (scan.Kind(next) == Tok.Colon && (spaced || scan.Touches(next)) && scan.Kind(next + 1) == Tok.Num && (spaced || scan.Touches(next + 1)) && scan[next + 1].Digits == 2 && t.Digits <= 2)
        {
            int minute = scan.Value(next + 1);
            next += 2;
            if (scan.Kind(next) == Tok.Colon && scan.Touches(next) && scan.Kind(next + 1) == Tok.Num && scan.Touches(next + 1) && scan.Value(next + 1) < 60)
            {
                atom.Second = scan.Value(next + 1);
                next += 2;
            }

            if (scan.Kind(next) == Tok.HourMark)
            {
                next++;
            }

            return Set(ref atom, t.Value, minute, !t.LeadingZero) ? Meridiem(next, ref atom) : i;
        }

        if (MeridiemAt(next, out _) > next && t.Digits <= 2 && t.Value is >= 1 and <= 12)
        {
            return Set(ref atom, t.Value, 0, true) ? Meridiem(next, ref atom) : i;
        }

        if (scan.Kind(next) is Tok.Dot && scan.Kind(next + 1) == Tok.Num && scan[next + 1].Digits == 2 && t.Digits <= 2 && (scan.Kind(next + 2) == Tok.AmPm || DottedClock(i)))
        {
            return Set(ref atom, t.Value, scan.Value(next + 1), true) ? Meridiem(next + 2, ref atom) : i;
        }

        return t is { Form: NumForm.Arabic, Digits: 3 or 4 } ? HoursAndMinutes(i, ref t, ref atom) : i;
    }

    /// <summary>Hours and minutes in one number: 0830, 1430hrs, 1140 a.m.</summary>
    private int HoursAndMinutes(int i, ref Token t, ref Atom atom)
    {
        int next = i + 1;

        // 1430hrs, 0830, 1140 a.m.; four figures alone need a zero in front or a clock word behind, else they are a year or a number
        if (t is { Form: NumForm.Arabic, Digits: 3 or 4 } && t.Value / 100 <= 24 && t.Value % 100 < 60)
        {
            bool hours = scan.Kind(next) == Tok.HourMark && scan.Text(next)[0] < 0x80 || (scan.Kind(next) == Tok.HourUnit && scan.Text(next) is "hours" or "h" or "hr");
            bool meridiem = scan.Kind(next) == Tok.AmPm;
            bool asked = scan.Kind(i - 1) is Tok.At or Tok.From or Tok.To or Tok.By or Tok.Before or Tok.Until && (t.Value % 5 == 0 || t.Value == 2359)
                || (scan.Kind(i - 1) == Tok.Dash && t.Value % 5 == 0 && LastClock());
            bool ends = IsRunTogether(i) && scan.Kind(i - 1) is Tok.Dash or Tok.To or Tok.Until && LastClock() && PartFollows(next);
            asked |= t is { Digits: 4, Value: < 1900 or > 2100 } && t.Value % 5 == 0 && StandsAsHours(i);
            bool tail = scan.Kind(next) is Tok.In && scan.Kind(Skip(next + 1, Tok.The)) == Tok.Part || scan.Text(next) is "ish";
            bool bare = t.Digits == 3 && t.Value % 5 == 0 && (tail || scan.Kind(next) is Tok.Stop or Tok.Comma or Tok.On or Tok.Weekday or Tok.RelDay)
                && (scan.Kind(i - 1) is Tok.At && scan.Text(i - 1) is "at" || scan.Kind(i - 1) is Tok.Weekday or Tok.WeekdayPlural or Tok.RelDay);
            bool near = bare || t.Digits == 4 && t.Value % 5 == 0 && (scan.Kind(i - 1) is Tok.Weekday or Tok.WeekdayPlural or Tok.RelDay || scan.Kind(next) is Tok.Weekday or Tok.RelDay
                || (scan.Kind(i - 1) == Tok.Num && scan[i - 1].Ordinal && Count > 0) || (scan.Kind(next) == Tok.Dash && scan.Kind(next + 1) == Tok.Num && MeridiemAt(next + 2, out _) > next + 2)
                || (scan.Kind(next) is Tok.Dash or Tok.To && scan.Kind(next + 1) == Tok.Num && scan[next + 1].Digits == 4 && t.Value < 1900));
            if (hours || meridiem || near || ends || (t.Digits == 4 && (t.LeadingZero || asked)))
            {
                bool ok = Set(ref atom, t.Value / 100, t.Value % 100, meridiem || (t.Digits == 3 && !hours));
                return !ok ? i : meridiem ? Meridiem(next, ref atom) : hours || scan.Text(next) is "ish" ? next + 1 : next;
            }
        }

        return i;
    }

    /// <summary>briefing 1530, now 1530 not 1400: four figures beside a word that waits for an hour, and nothing behind that they could count.</summary>
    private bool StandsAsHours(int i) =>
        scan.Kind(i + 1) is Tok.Stop or Tok.Comma or Tok.Not or Tok.Meeting or Tok.At or Tok.On or Tok.For or Tok.Weekday or Tok.RelDay or Tok.Dash or Tok.To or Tok.Until or Tok.Now or Tok.Filler or Tok.Finish
        && ((scan.Kind(i + 1) == Tok.Meeting && scan.Kind(i - 1) is Tok.Stop or Tok.Comma or Tok.The or Tok.A) || scan.Kind(i - 1) is Tok.Now or Tok.Finish or Tok.Meeting or Tok.Not || scan.Text(i - 1) is "is" or "starts" or "start" or "brief" or "it" or "it's" or "from");

    /// <summary>20 min past eight, which would else begin with a length.</summary>
    private int MinutesPast(int i, ref Atom atom)
    {
        if (scan.Kind(i) != Tok.Num || scan.Kind(i + 1) != Tok.MinuteUnit || scan.Kind(i + 2) is not (Tok.Past or Tok.To))
        {
            return i;
        }

        atom.Kind = AtomKind.Clock;
        return ToThe(i, ref atom) is var next && next > i ? next : Fail(i, ref atom);
    }

    /// <summary>0930 hours, which would else be a length.</summary>
    private int MilitaryHours(int i, ref Atom atom)
    {
        if (scan.Kind(i) != Tok.Num || scan[i] is not { Form: NumForm.Arabic, Digits: 4 } || scan.Kind(i + 1) != Tok.HourUnit)
        {
            return i;
        }

        atom.Kind = AtomKind.Clock;
        return Figures(i, ref atom) is var next && next > i ? next : Fail(i, ref atom);
    }

    /// <summary>17h30, which would else be seventeen hours; 1h30 is a length.</summary>
    private int HourMinutes(int i, ref Atom atom)
    {
        int next = i + 1;
        bool clock = scan.Kind(i) == Tok.Num && scan.Kind(next) == Tok.HourUnit && scan.Text(next) is "h" && scan.Touches(next) && scan.Kind(next + 1) == Tok.Num
            && scan.Touches(next + 1) && scan[next + 1].Digits == 2 && (scan.Value(i) > 6 || scan.Kind(i - 1) == Tok.At)
            && Set(ref atom, scan.Value(i), scan.Value(next + 1), false);
        if (clock)
        {
            atom.Kind = AtomKind.Clock;
            return next + 2;
        }

        // at 14h
        bool hour = scan.Kind(i) == Tok.Num && scan.Kind(next) == Tok.HourUnit && scan.Text(next) is "h" && scan.Touches(next) && scan.Kind(i - 1) is Tok.At or Tok.From or Tok.By or Tok.Before or Tok.Until
            && scan.Value(i) > 6 && Set(ref atom, scan.Value(i), 0, false);
        atom.Kind = hour ? AtomKind.Clock : atom.Kind;
        return hour ? next + 1 : Fail(i, ref atom);
    }
}
