using JointDesk.Recognizers.Scanning;

namespace JointDesk.Recognizers.Grammar;

internal sealed partial class AtomReader
{
    private int Spelled(int i, ref Atom atom)
    {
        if (scan.Kind(i) != Tok.Num || scan[i].Ordinal || scan.Value(i) > 24 || scan[i].Form == NumForm.Han || scan[i].Digits > 2)
        {
            return i;
        }

        int next = i + 1;
        int minute = 0;
        bool latin = false;
        next += scan[i].Form == NumForm.Word && scan.Kind(next) == Tok.Dash && scan.Touches(next) && scan.Touches(next + 1) && scan[next + 1].Form == NumForm.Word ? 1 : 0;
        if (scan[i].Form == NumForm.Word && scan.Kind(next) == Tok.Num && scan[next] is { Form: NumForm.Word, Ordinal: false } && scan.Value(i) is >= 1 and <= 12
            && scan.Value(next) is >= 10 and < 60 && scan.Kind(next + 1) is not (Tok.MinuteUnit or Tok.HourUnit or Tok.DayUnit or Tok.MonthName or Tok.WeekUnit))
        {
            minute = scan.Value(next);
            next++;
            latin = true;
        }

        else if (SpokenMinutes(i, next))
        {
            minute = scan.Value(next++);
            latin = true;
        }

        if (scan.Text(next) is "sharp" || (scan.Kind(next) == Tok.HourMark && scan.Text(next)[0] == 'o') || (scan.Text(next) is "ish" && scan.Touches(next)))
        {
            next++;
            latin = true;
        }
        else if (scan[i].Form == NumForm.Word && scan.Text(next) is "hundred" && scan.Text(next + 1) is "hours" or "hrs")
        {
            return Set(ref atom, scan.Value(i), 0, false) ? next + 2 : i;
        }

        int before = i - 1;
        for (int n = 0; n < 4 && (scan.Kind(before) == Tok.Filler || (scan.Text(before) is "that" or "it" && scan.Kind(before - 1) == Tok.MoveTo)); n++)
        {
            before--;
        }

        bool at = scan.Kind(before) is Tok.At || (scan.Kind(before) is Tok.By or Tok.From or Tok.To or Tok.Between or Tok.Before or Tok.Until or Tok.After or Tok.Dash
            or Tok.MoveTo or Tok.Or or Tok.And or Tok.For or Tok.Comma) || (scan.Kind(before) is Tok.Part or Tok.RelDay or Tok.Weekday or Tok.WeekdayPlural && Count > 0);
        if (!latin && !(at && Stands(before, next)) && !GoesOn(i, next) && !HasPart(i, before, next))
        {
            return i;
        }

        return Set(ref atom, scan.Value(i), minute, !(scan[i].LeadingZero && scan[i].Digits == 2)) ? Meridiem(next, ref atom) : i;
    }

    /// <summary>9 to 11, 9 or 10 am.</summary>
    private bool GoesOn(int i, int next)
    {
        bool after = scan.Kind(next) is Tok.Dash or Tok.To or Tok.Until && scan.Kind(next + 1) is Tok.Num or Tok.Noon or Tok.Midnight && ClockTail(next + 1);
        after |= scan.Kind(next) == Tok.Or && scan.Kind(next + 1) == Tok.Num && scan.Value(i) <= 12 && MeridiemAt(next + 2, out _) > next + 2;
        return after;
    }

    /// <summary>10 in the morning, 10 tomorrow, does 2 work: what is around an hour says that it is one.</summary>
    private bool HasPart(int i, int before, int next)
    {
        bool part = MeridiemAt(next, out _) > next || (scan.Kind(next) == Tok.In && scan.Kind(Skip(next + 1, Tok.The)) == Tok.Part)
            || (scan.Kind(next) == Tok.At && scan.Kind(next + 1) == Tok.Part) || (scan.Kind(next) is Tok.RelDay && scan[next].Aux >= 0)
            || (scan.Kind(next) == Tok.Comma && scan.Kind(next + 1) is Tok.RelDay && scan[next + 1].Aux >= 0)
            || (scan.Kind(next) is Tok.This or Tok.Next or Tok.RelDay or Tok.Weekday && scan.Kind(next + 1) == Tok.Part && scan[i].Form != NumForm.None);
        // 10 tomorrow, can we do 11 tomorrow
        part |= scan.Kind(next) == Tok.RelDay && scan.Text(next)[0] < 0x80 && scan.Value(i) is >= 1 and <= 12 && (i == 0 || scan.Text(before) is "do" or "make" or "say" || scan.Kind(before) == Tok.Stop);
        // could you do 10 on Monday, does 2 work
        part |= scan.Kind(next) == Tok.On && scan.Kind(next + 1) is Tok.Weekday or Tok.MonthName or Tok.The && scan.Text(before) is "do" or "make" or "say" && scan.Value(i) is >= 1 and <= 12;
        part |= scan.Text(before) is "does" or "would" or "will" && scan.Text(next) is "work" or "suit" or "do" or "be" && scan.Value(i) is >= 1 and <= 12;
        return part;
    }

    /// <summary>at 7 20, 11 30 am, 6 thirty p m: as a voice is written down, without a mark between.</summary>
    private bool SpokenMinutes(int i, int next)
    {
        if (scan.Value(i) is < 1 or > 23 || scan.Kind(next) != Tok.Num || scan[next].Ordinal || scan.Value(next) is < 10 or > 59 || scan.Touches(next)
            || !(scan[next] is { Form: NumForm.Word } || scan[next] is { Form: NumForm.Arabic, Digits: 2 }) || (scan[i].Form == NumForm.Word && scan[next].Form == NumForm.Word))
        {
            return false;
        }

        int after = next + 1;
        bool waits = scan.Kind(i - 1) switch { Tok.At => scan.Text(i - 1) is "at" or "@", Tok.Weekday or Tok.RelDay or Tok.Part => true, Tok.For => scan[next].Form == NumForm.Word, Tok.To or Tok.Dash or Tok.Until => LastClock(), Tok.MoveTo => true, _ => scan.Kind(i - 2) == Tok.MoveTo && scan.Text(i - 1) is "that" or "it" };
        return PartFollows(after) || (waits && scan.Kind(after) is Tok.Stop or Tok.Comma or Tok.On or Tok.Weekday or Tok.RelDay or Tok.For or Tok.To or Tok.Until or Tok.This or Tok.Next or Tok.In);
    }

    /// <summary>A lone number is a clock time only where nothing follows that it could count.</summary>
    private bool Stands(int before, int next)
    {
        var kind = scan.Kind(next);
        bool free = kind is Tok.Stop or Tok.Comma or Tok.On or Tok.For or Tok.Weekday or Tok.RelDay or Tok.In or Tok.Filler or Tok.To or Tok.Dash or Tok.Until or Tok.And
            or Tok.Or or Tok.The or Tok.This or Tok.Next or Tok.Part or Tok.At or Tok.Every or Tok.MonthName or Tok.Close or Tok.Any or Tok.WeekdayPlural or Tok.Enum
            || scan.Text(next) is "with" or "via" or "online" or "regarding";
        var prior = scan.Kind(before);
        if (prior is Tok.At)
        {
            return free || HourBeforeRoom(next - 1) || (kind is not (Tok.Num or Tok.Bound or Tok.Dot or Tok.Slash or Tok.Colon or Tok.HourUnit or Tok.DayUnit or Tok.MinuteUnit or Tok.WeekUnit
                or Tok.MonthUnit or Tok.WorkDay or Tok.Working or Tok.Measure or Tok.DayMark) && scan.Text(before) is not ("about" or "around"));
        }

        // from 10 to 11, between 2 and 4: their neighbour must be a clock time as well
        bool clockBefore = Count > 0 && LastClock();
        return prior switch
        {
            Tok.From when kind is Tok.Stop or Tok.Comma && Count > 1 && atoms[Count - 2].Kind == AtomKind.Day => true,
            Tok.From or Tok.Between => scan.Kind(next) is Tok.To or Tok.Until or Tok.Dash or Tok.And && ClockTail(next + 1),
            Tok.To or Tok.Until when scan.Text(before)[0] < 0x80 && Moved(before) => free,
            Tok.Comma => (kind is Tok.Or or Tok.And || (kind is Tok.Comma && scan.Kind(next + 1) is Tok.Num or Tok.And or Tok.Or)) && clockBefore && scan.Kind(next + 1) is Tok.Num or Tok.And or Tok.Or,
            Tok.To or Tok.Dash or Tok.Until or Tok.And or Tok.Or => free && clockBefore,
            Tok.By or Tok.Before => free && kind is not Tok.On || kind == Tok.On && scan.Kind(next + 1) is Tok.Weekday or Tok.MonthName,
            Tok.Part or Tok.RelDay or Tok.Weekday => kind is Tok.Or or Tok.Stop or Tok.Comma or Tok.To or Tok.Dash or Tok.For or Tok.Until,
            Tok.For => false,
            Tok.MoveTo => kind is Tok.Stop or Tok.Filler,
            _ => false,
        };
    }

    /// <summary>"change it to 11", "move the meeting to 4".</summary>
    private bool Moved(int to)
    {
        for (int n = to - 1; n >= Math.Max(0, to - 4); n--)
        {
            if (scan.Kind(n) is Tok.MoveTo or Tok.Postpone or Tok.Push or Tok.Bring)
            {
                return scan.Kind(to + 2) is Tok.Stop or Tok.Comma;
            }
        }

        return false;
    }

    private bool LastClock()
    {
        for (int n = Count - 1; n >= Math.Max(0, Count - 3); n--)
        {
            if (atoms[n].Kind == AtomKind.Clock)
            {
                return true;
            }

            if (atoms[n].Kind is not (AtomKind.Role or AtomKind.Part))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>645, 1130: hours and minutes without a mark between.</summary>
    private bool IsRunTogether(int i) => scan.Kind(i) == Tok.Num && scan[i] is { Form: NumForm.Arabic, Digits: 3 or 4, Ordinal: false } t && t.Value / 100 is >= 1 and <= 24 && t.Value % 100 < 60 && t.Value % 5 == 0;

    private bool PartFollows(int i) => MeridiemAt(i, out _) > i || (scan.Kind(i) is Tok.In or Tok.At && scan.Kind(Skip(i + 1, Tok.The)) == Tok.Part)
        || (scan.Kind(i) is Tok.RelDay && scan[i].Aux >= 0) || (scan.Kind(i) is Tok.This or Tok.RelDay or Tok.Weekday && scan.Kind(i + 1) == Tok.Part);

    private bool ClockTail(int i)
    {
        int next = i + 1;
        if (scan.Kind(i) is Tok.Noon or Tok.Midnight)
        {
            return true;
        }

        if (scan.Kind(i) is Tok.Half or Tok.QuarterWord && scan.Kind(next) is Tok.Past or Tok.To)
        {
            return true;
        }

        // 5-645 in the evening
        if (IsRunTogether(i) && PartFollows(next))
        {
            return true;
        }

        return scan.Kind(i) == Tok.Num && !scan[i].Ordinal && scan.Value(i) <= 24 && (scan.Kind(next) is Tok.AmPm or Tok.Colon or Tok.Stop or Tok.Comma or Tok.On or Tok.In
            or Tok.Weekday or Tok.RelDay or Tok.Filler or Tok.Every or Tok.At or Tok.This or Tok.Next or Tok.Or or Tok.HourMark or Tok.For or Tok.Num or Tok.Past or Tok.The
            || (scan.Kind(next) == Tok.Other && !scan.Touches(next) && scan.Text(next)[0] < 0x80) || scan.Kind(next) == Tok.Close);
    }
}
