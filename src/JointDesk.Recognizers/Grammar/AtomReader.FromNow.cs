using JointDesk.Recognizers.Scanning;
using NodaTime;

namespace JointDesk.Recognizers.Grammar;

internal sealed partial class AtomReader
{
    /// <summary>A length counted from now: 3天后, 两个小时后, in 20 minutes, two weeks from today, a week on Thursday, a week today.</summary>
    private int FromNow(int i, ref Atom atom)
    {
        int at = i;
        bool prefix = scan.Kind(at) == Tok.In || (scan.Kind(at) == Tok.FromNow && scan.Text(at) is not "hence");
        if (prefix)
        {
            // in about half an hour
            at = scan.Kind(at + 1) == Tok.At && scan.Text(at + 1) is "about" or "around" ? at + 2 : at + 1;
        }

        var length = new Atom { First = at, Part = Parts.None };
        int next = Length(at, ref length);
        if (next == at || length.Nth == 1 || scan.Kind(at - 1) == Tok.Once)
        {
            return i;
        }

        // lock in 30 minutes every Tuesday: how long, not when
        if (scan.Kind(i) == Tok.In && length.Minutes > 0 && (scan.Has(Tok.Every) || scan.Text(i - 1) is "lock" or "book" or "put" or "fit" or "squeeze" or "pencil" or "slot" or "block" or "log"))
        {
            return i;
        }

        bool reaches = prefix || scan.Kind(next) is Tok.After or Tok.FromNow or Tok.From or Tok.On or Tok.Before or Tok.RelDay or Tok.Weekday or Tok.Ago or Tok.Later;
        return reaches ? Reached(i, next, prefix, ref length, ref atom) : i;
    }

    /// <summary>The day or hour that lies a length away from what stands behind it, or from now.</summary>
    private int Reached(int i, int next, bool prefix, ref Atom length, ref Atom atom)
    {
        // the length of a meeting is no deadline: 会后三天 is left to the composer
        var anchor = today;
        int end = next;
        bool said = prefix;
        if (scan.Kind(end) is Tok.After && scan.Text(end)[0] is '后' or '之' or '以' or '过')
        {
            said = true;
            end++;
        }
        else if (scan.Kind(end) == Tok.FromNow && scan.Text(end) is "hence")
        {
            said = true;
            end++;
        }
        else if (scan.Kind(end) is Tok.From or Tok.After && scan.Kind(end + 1) == Tok.Now)
        {
            said = true;
            end += 2;
        }
        else if (length.Minutes == 0 && scan.Kind(end) is Tok.From or Tok.After or Tok.On && DayAt(end + 1, out var from, out int after) && (length.Days > 0 || scan.Kind(end) != Tok.On))
        {
            anchor = from;
            said = true;
            end = after;
        }
        else if (length is { Minutes: 0, WorkDays: 0 } && scan.Kind(end) == Tok.Before && scan.Text(end) is "before" && DayAt(end + 1, out from, out after))
        {
            // two days before Christmas
            (anchor, said, end) = (from, true, after);
            (length.Days, length.Months) = (-length.Days, -length.Months);
        }
        else if (length.Minutes == 0 && length.Days % 7 == 0 && length.Days > 0 && DayAt(end, out from, out after) && scan.Kind(end) is Tok.RelDay or Tok.Weekday
            && scan.Text(i)[0] < 0x80)
        {
            anchor = from;
            said = true;
            end = after;
        }
        else if (scan.Kind(end) == Tok.Ago)
        {
            said = true;
            end++;
            length.Days = -length.Days;
            length.Minutes = -length.Minutes;
            length.Months = -length.Months;
        }
        else if (scan.Kind(end) == Tok.Later && scan.Text(end) is "later" && Lies(i))
        {
            said = true;
            end++;
        }
        else if (prefix && scan.Kind(i) == Tok.In && scan.Text(i)[0] >= 0x80)
        {
            said = false;
        }

        if (!said)
        {
            return i;
        }

        // 会后三天 and "in 20 minutes" differ by what stands before.
        if (!prefix && scan.Kind(i - 1) is Tok.After)
        {
            return i;
        }

        atom.Kind = AtomKind.Day;
        atom.Form = DayForm.FromNow;
        if (length.Minutes != 0)
        {
            var moment = context.Now.PlusMinutes(length.Minutes).AddDays(Math.Clamp(length.Days, -100_000, 100_000));
            atom.Date = moment.Date;
            atom.Hour = moment.Hour;
            atom.Minute = moment.Minute;
            atom.Kind = AtomKind.Clock;
            return end;
        }

        atom.Date = length.WorkDays > 0 ? AfterWorkDays(length.WorkDays) : anchor.PlusMonths(Math.Clamp(length.Months, -2000, 2000)).AddDays(Math.Clamp(length.Days, -100_000, 100_000));

        // 一周后的今天
        int same = Skip(end, Tok.OfMark);
        if (same > end && scan.Kind(same) == Tok.RelDay && scan.Value(same) == 0 && scan.Text(same)[0] >= 0x80)
        {
            atom.Part = scan[same].Aux;
            return same + 1;
        }

        // 两周后的周三, "in two weeks, on Wednesday": that day of the week so reached
        int weekday = Skip(end, Tok.OfMark, Tok.Comma, Tok.On);
        if (anchor == today && length is { Months: 0, WorkDays: 0 } && length.Days % 7 == 0 && scan.Kind(weekday) == Tok.Weekday)
        {
            atom.Date = atom.Date.AddDays(scan.Value(weekday) - (int)atom.Date.Weekday());
            return weekday + 1;
        }

        return end;
    }

    /// <summary>"I leave two hours later" is said of now; "make it two hours later", "the meeting is an hour later" of what there is.</summary>
    private bool Lies(int i) => scan.Kind(i - 1) == Tok.Other && scan.Text(i - 1)[0] < 0x80 && scan.Text(i - 1) is not ("it" or "this" or "them" or "be" or "much")
        && !scan.Has(Tok.MoveTo) && !scan.Has(Tok.Meeting) && !scan.Has(Tok.Postpone) && !scan.Has(Tok.Push) && !scan.Has(Tok.Bring) && !scan.Has(Tok.Start);

    private bool DayAt(int i, out LocalDate date, out int next)
    {
        var atom = new Atom { First = i, Part = Parts.None };
        next = Day(i, ref atom);
        date = atom.Date;
        return next > i && atom.Form != DayForm.FromNow;
    }

    /// <summary>Working days after today, which does not count itself. Each is looked up once a text, however often it is asked for.</summary>
    public LocalDate AfterWorkDays(int number)
    {
        number = Math.Clamp(number, 1, 1_000);
        var day = workDays.Count > 0 ? workDays[^1] : today;
        for (int guard = 0; workDays.Count < number && guard < 10_000; guard++)
        {
            day = day.AddDays(1);
            if (context.IsWorkingDay(day))
            {
                workDays.Add(day);
            }
        }

        return workDays.Count >= number ? workDays[number - 1] : day;
    }
}
