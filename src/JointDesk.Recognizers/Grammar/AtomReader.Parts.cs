using JointDesk.Recognizers.Scanning;

namespace JointDesk.Recognizers.Grammar;

internal sealed partial class AtomReader
{
    private int Named(int i, ref Atom atom)
    {
        int at = scan.Kind(i) == Tok.At ? i + 1 : i;
        if (scan.Kind(at) == Tok.Num && scan.Value(at) == 12 && !scan[at].Ordinal && scan.Kind(at + 1) is Tok.Noon or Tok.Midnight)
        {
            // 12 noon, twelve midnight
            at++;
        }

        if (scan.Kind(at) == Tok.Noon)
        {
            return Set(ref atom, 12, 0, false) ? at + 1 : i;
        }

        if (scan.Kind(at) == Tok.Midnight)
        {
            return Set(ref atom, 24, 0, false) ? at + 1 : i;
        }

        // tomorrow at this time, 明天这个时候: the hour that it is; where a meeting moves, it may be the meeting's
        int time = ThisTime(i);
        if (time > i && !scan.Has(Tok.MoveTo) && !scan.Has(Tok.Postpone) && !scan.Has(Tok.Advance))
        {
            return Set(ref atom, context.Now.Hour, context.Now.Minute, false) ? time : i;
        }

        // 下班前, close of business, end of day: a clock time by convention
        if (scan.Kind(i) == Tok.Cob)
        {
            return Close(ref atom) ? i + 1 : i;
        }

        int end = scan.Kind(i) == Tok.The ? i + 1 : i;
        if (scan.Kind(end) == Tok.DayEnd)
        {
            return Close(ref atom) ? end + 1 : i;
        }

        if (scan.Kind(end) == Tok.End && scan.Kind(end + 1) == Tok.OfMark)
        {
            int what = Skip(end + 2, Tok.The);
            bool work = scan.Kind(what) == Tok.Working;
            if (work)
            {
                what++;
            }

            if (work && scan.Kind(what) is not Tok.DayUnit)
            {
                return Close(ref atom) ? what : i;
            }

            if (scan.Text(what) is "play" || scan.Kind(what) == Tok.DayUnit && scan.Text(what) is "day" or "business" || (work && what > end + 2 && scan.Text(what - 1) is "business"))
            {
                int next = scan.Kind(what) == Tok.DayUnit || scan.Text(what) is "play" ? what + 1 : what;
                return Close(ref atom) ? next : i;
            }

            if (scan.Kind(what) == Tok.RelDay && scan[what].Aux < 0)
            {
                Close(ref atom);
                return what;
            }
        }

        return i;
    }

    private int ThisTime(int i)
    {
        bool latin = scan.Kind(i) == Tok.This && scan.Text(i + 1) is "time" && (scan.Kind(i + 2) is Tok.RelDay or Tok.Weekday or Tok.On || scan.Kind(i + 2) == Tok.Next && scan.Kind(i + 3) == Tok.Weekday);
        bool day = Count > 0 && atoms[Count - 1].Kind == AtomKind.Day && atoms[Count - 1].Last == i - 1;
        return latin || (day && scan.Kind(i) == Tok.This && scan.Text(i + 1) is "时候" or "时间" or "点儿" or "时") ? i + 2 : day && scan.Text(i) is "这会儿" or "此时" or "此刻" ? i + 1 : i;
    }

    /// <summary>The end of the working day is 18:00 by convention, and always a deadline.</summary>
    private static bool Close(ref Atom atom)
    {
        atom.Nth = 1;
        return Set(ref atom, 18, 0, false);
    }

    private int Meridiem(int next, ref Atom atom)
    {
        int end = MeridiemAt(next, out bool afternoon);
        if (end > next && atom.Hour is >= 1 and <= 12)
        {
            atom.Hour = atom.Hour % 12 + (afternoon ? 12 : 0);
            atom.Bare = false;
            atom.Part = afternoon ? Parts.Afternoon : Parts.Morning;
        }

        return end;
    }

    /// <summary>pm, a.m., and what hurry or a voice makes of it: 9p, p m, p . m .</summary>
    private int MeridiemAt(int i, out bool afternoon)
    {
        afternoon = scan.Value(i) == 1;
        if (scan.Kind(i) == Tok.AmPm)
        {
            return i + 1;
        }

        afternoon = scan.Text(i) is "p";
        if (!afternoon && scan.Text(i) is not "a")
        {
            return i;
        }

        int m = scan.Kind(i + 1) is Tok.Dot or Tok.Stop && scan.Text(i + 1) is "." ? i + 2 : i + 1;
        if (scan.Text(m) is "m")
        {
            return scan.Text(m + 1) is "." && m > i + 1 ? m + 2 : m + 1;
        }

        // 9a is a time only beside another: 9a to 11a
        bool beside = scan.Kind(i + 1) is Tok.To or Tok.Dash or Tok.Until || scan.Kind(i - 2) is Tok.To or Tok.Dash or Tok.Until;
        return scan.Touches(i) && (afternoon || beside) ? i + 1 : i;
    }

    /// <summary>上午, in the afternoon, this evening, at night; 早 and 晚 alone only beside a day or an hour.</summary>
    private int Part(int i, ref Atom atom)
    {
        int at = i;
        if (scan.Kind(at) is Tok.In or Tok.At or Tok.On or Tok.The)
        {
            at = Skip(at, Tok.In, Tok.The, Tok.At);
        }

        bool thisPart = scan.Kind(at) == Tok.This;
        if (thisPart)
        {
            at++;
        }

        if (scan.Kind(at) is Tok.Start or Tok.Later && scan.Kind(at + 1) == Tok.Part && scan.Text(at)[0] < 0x80)
        {
            at++;
        }

        if (scan.Kind(at) == Tok.Num && scan[at].Ordinal && scan.Value(at) == 1 && scan.Text(at + 1) is "thing")
        {
            // first thing tomorrow, first thing in the morning
            (atom.Kind, atom.Part) = (AtomKind.Part, Parts.Morning);
            int part = Skip(at + 2, Tok.In, Tok.The);
            return scan.Kind(part) == Tok.Part ? part + 1 : at + 2;
        }

        if (scan.Kind(i) == Tok.AmPm && Count > 0 && atoms[Count - 1] is { Kind: AtomKind.Day, Part: Parts.None } && scan.Text(i - 1)[0] < 0x80)
        {
            // Monday a.m.
            (atom.Kind, atom.Part) = (AtomKind.Part, scan.Value(i) == 1 ? Parts.Afternoon : Parts.Morning);
            return i + 1;
        }

        if (scan.Kind(at) != Tok.Part)
        {
            return i;
        }

        // lunch is a meal, and an hour only where it says when: at lunch, over lunch, before lunch
        if (scan[at].Aux == 8 && scan.Kind(at - 1) is not (Tok.At or Tok.Before or Tok.After or Tok.By or Tok.RelDay or Tok.Until) && scan.Text(at - 1) is not ("over" or "during"))
        {
            return i;
        }

        if (scan[at].Aux == 9)
        {
            bool day = Count > 0 && atoms[Count - 1].Kind is AtomKind.Day or AtomKind.Series && scan[at].Start == scan[at - 1].End;
            bool hour = scan.Kind(at + 1) == Tok.Num && scan.Kind(at + 2) is Tok.HourMark or Tok.Colon;
            if (!day && !hour)
            {
                return i;
            }
        }

        atom.Kind = AtomKind.Part;
        atom.Part = (sbyte)scan.Value(at);
        if (thisPart)
        {
            atom.Kind = AtomKind.Day;
            atom.Date = today;
            atom.Form = DayForm.Relative;
        }

        return at + 1;
    }
}
