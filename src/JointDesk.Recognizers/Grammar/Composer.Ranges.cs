using JointDesk.Recognizers.Scanning;
using NodaTime;

namespace JointDesk.Recognizers.Grammar;

internal sealed partial class Composer
{
    private void Ranges()
    {
        int kept = 0;
        for (int i = 0; i < count; kept++)
        {
            nodes[kept] = nodes[i++];
            if (i + 1 < count && Spans(kept, i) && Join(ref nodes[kept], nodes[i + 1]))
            {
                nodes[kept].Last = nodes[i + 1].Last;
                i += 2;
                TailPart(ref nodes[kept], ref i);
            }
        }

        count = kept;
        Finishes();
    }

    /// <summary>Whether a point and the one after the next node are the two ends of a range.</summary>
    private bool Spans(int first, int connector)
    {
        if (!nodes[first].IsPoint || !nodes[connector + 1].IsPoint || nodes[connector].Kind != NodeKind.Role)
        {
            return false;
        }

        bool between = nodes[connector].Role == Role.And && IsRole(first - 1, Role.Between);
        bool to = nodes[connector].Role is Role.To || (nodes[connector].Role == Role.Until && Latin(connector));
        return (between || to) && !Destination(first, connector);
    }

    /// <summary>九点开始，十一点结束; starting at 9, ending at 11: a range in two clauses.</summary>
    private void Finishes()
    {
        int start = -1;
        for (int i = 0; i < count; i++)
        {
            bool end = start >= 0 && nodes[i] is { IsPoint: true, HasClock: true } && (!nodes[i].HasDay || !nodes[start].HasDay) && (IsRole(i + 1, Role.Finish) || IsRole(i - 1, Role.Finish));
            if (end && Join(ref nodes[start], nodes[i]))
            {
                nodes[start].Last = nodes[i].Last;
                Array.Copy(nodes, i + 1, nodes, i, count - i - 1);
                count--;
                return;
            }

            start = nodes[i] is { IsPoint: true, HasClock: true, EndMinute: < 0 } ? i : start;
        }
    }

    /// <summary>"from 2 to 4 on Friday afternoon": what follows a range of hours belongs to both.</summary>
    private void TailPart(ref Node range, ref int next)
    {
        if (next >= count || !nodes[next].IsPoint || nodes[next].HasClock || range.HasDay)
        {
            return;
        }

        ref var tail = ref nodes[next++];
        if (tail.HasDay)
        {
            (range.HasDay, range.Day, range.Form, range.Weekday) = (true, tail.Day, tail.Form, tail.Weekday);
        }

        range.Last = tail.Last;
    }

    /// <summary>"move Thursday to Friday": the second is where it goes, not the end of a range.</summary>
    private bool Destination(int first, int connector)
    {
        ref var second = ref nodes[connector + 1];
        bool to = false;
        for (int n = first - 1; n >= Math.Max(0, first - Reach) && !IsRole(n, Role.Break); n--)
        {
            if (nodes[n].Kind == NodeKind.Role && nodes[n].Role is Role.MoveTo or Role.Postpone or Role.Advance or Role.Extend && Latin(n))
            {
                // "move my 2pm to 3pm" goes there; "move it to 2 to 3pm" and "move it 2-3pm" are ranges
                bool range = nodes[first].HasClock && second.HasClock && !second.HasDay && !IsRole(first - 1, Role.From);
                return !range || (!to && scan.Text(atoms[nodes[connector].First].First) is "to" or "until" or "till" or "til");
            }

            to |= IsRole(n, Role.To);
        }

        return false;
    }

    private static bool Join(ref Node a, in Node b)
    {
        if (b.Close || b.EndMinute >= 0 || b.HasEndDay || a.EndMinute >= 0)
        {
            return false;
        }

        if (a.HasClock && b.HasClock)
        {
            return JoinClocks(ref a, b);
        }

        if (a.HasClock || b.HasClock)
        {
            // 周三到周五上午十点: an hour for all the days
            if (!a.HasClock && a.HasDay && b.HasDay)
            {
                (a.HasClock, a.Hour, a.Minute, a.Bare, a.Part) = (true, b.Hour, b.Minute, b.Bare, b.Part);
            }
            else
            {
                return false;
            }
        }

        if ((a.HasDay || a.HasPeriod) && (b.HasDay || b.HasPeriod))
        {
            var end = b.HasPeriod ? b.To : b.Day;
            if (a.HasDay && b.HasDay && b.Weekday > 0 && b.Form == DayForm.Weekday && a.Weekday > 0)
            {
                end = a.Day.AddDays((b.Weekday - a.Weekday + 7) % 7);
            }
            else if (a.HasDay && b.Form == DayForm.DayOfMonth)
            {
                end = new LocalDate(a.Day.Year, a.Day.Month, Math.Min(b.Day.Day, CalendarSystem.Iso.GetDaysInMonth(a.Day.Year, a.Day.Month)));
                end = end < a.Day ? end.PlusMonths(1) : end;
            }

            if (end < a.Day && a.Form == DayForm.MonthDay)
            {
                // 10月1日到11月30日 has begun
                a.Day = a.Day.PlusYears(-1);
            }

            if (end < a.Day)
            {
                return false;
            }

            (a.HasEndDay, a.EndDay) = (true, end);
            a.Part = a.Part == Parts.None ? b.Part : a.Part;
            return true;
        }

        return false;
    }

    private static bool JoinClocks(ref Node a, in Node b)
    {
        sbyte part = b.Part != Parts.None ? b.Part : a.Part;
        int end = Parts.Resolve(b.Hour, b.Minute, b.Bare, part);

        // from 2 to 4pm, 3点到5点下午: the start takes the half of the day that lies just before the end
        if (a.Part == Parts.None && a.Bare && (!b.Bare || b.Part != Parts.None))
        {
            int early = a.Hour % 12 * 60 + a.Minute;
            int late = early + 720;
            bool plain = b.Hour > 12 && !b.Meridiem && b.Part == Parts.None && a.ClockMinutes < end;
            int start = plain ? a.ClockMinutes : late < end ? late : early;
            (a.Hour, a.Minute, a.Bare) = (start / 60, start % 60, false);
        }

        int from = a.ClockMinutes;
        int days = a.HasDay && b.HasDay ? Period.DaysBetween(a.Day, b.Day) : 0;
        if (days == 0)
        {
            if (end <= from && b.Bare)
            {
                int other = b.Hour % 12 * 60 + b.Minute;
                end = other > from ? other : other + 720 > from ? other + 720 : other + 1440;
            }
            else if (end <= from)
            {
                end += 1440;
            }
        }

        if (!a.HasDay && b.HasDay)
        {
            (a.HasDay, a.Day, a.Form, a.Weekday) = (true, b.Day, b.Form, b.Weekday);
            days = 0;
        }

        if (days is < 0 or > 60)
        {
            return false;
        }

        a.EndMinute = end + days * 1440;
        return true;
    }
}
