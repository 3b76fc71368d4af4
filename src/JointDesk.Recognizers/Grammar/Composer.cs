using JointDesk.Recognizers.Scanning;
using NodaTime;

namespace JointDesk.Recognizers.Grammar;

/// <summary>Atoms to one reading: neighbours become points and ranges, points get their use from the words beside them, and what is left says when.</summary>
internal sealed partial class Composer(AtomReader atoms)
{
    private readonly TokenScan scan = atoms.Scan;
    private Node[] nodes = new Node[64];
    private int count;
    private TimeContext context = null!;
    private LocalDate today;
    private LocalDateTime Now => context.Now;

    public TimeReading Compose(TimeContext timeContext)
    {
        context = timeContext;
        today = timeContext.Now.Date;
        count = 0;
        Gather();
        if (!AnyTime())
        {
            return atoms.NoSuchDay is null ? Nothing : Nothing with { NoSuchDay = atoms.NoSuchDay };
        }

        Ranges();
        Corrections();
        Uses();
        return Fill();
    }

    private static readonly TimeReading Nothing = new();

    private bool AnyTime()
    {
        for (int i = 0; i < count; i++)
        {
            if (nodes[i].Kind != NodeKind.Role || nodes[i].Role is Role.SameTime or Role.Skip)
            {
                return true;
            }

            // 会前, before the meeting: an offset without an amount
            if (nodes[i].Role is Role.Before or Role.After && (IsRole(i - 1, Role.Meeting) || IsRole(i + 1, Role.Meeting) || IsRole(i + 1, Role.Deadline)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Day, part and hour that stand together, with at most 的, a comma or a bracket between, are one point.</summary>
    private void Gather()
    {
        bool series = false;
        roles = 0;
        for (int i = 0; i < atoms.Count; i++)
        {
            series |= atoms[i].Kind == AtomKind.Series || (atoms[i].Kind == AtomKind.Nth && atoms[i].Bare) || atoms[i].IsRole(Role.Recur);
        }

        for (int i = 0; i < atoms.Count; i++)
        {
            ref var atom = ref atoms[i];
            if (atom.Kind == AtomKind.Nth && !series && atom.Unit == SeriesUnit.Month)
            {
                atoms.ThisMonth(ref atom);
            }

            // recurring on the first Monday of the month
            atom.Bare |= atom.Kind == AtomKind.Nth && series && atom.Unit == SeriesUnit.Month;

            if (nodes.Length < count + 2)
            {
                Array.Resize(ref nodes, nodes.Length * 2);
            }

            if (atom.Kind is AtomKind.Day or AtomKind.Clock or AtomKind.Part or AtomKind.Period && count > 0)
            {
                int back = count - 1;
                while (back > 0 && nodes[back].Kind == NodeKind.Role && nodes[back].Role is Role.Of or Role.Comma or Role.Break && count - back <= 2
                    && !(nodes[back].Role == Role.Break && scan.Text(atoms[nodes[back].First].First) is not "\n"))
                {
                    back--;
                }

                bool comma = back < count - 1 && nodes[count - 1].Role == Role.Comma;
                bool closes = atom.Kind is AtomKind.Day or AtomKind.Period && nodes[back].HasClock && i + 1 < atoms.Count
                    && ((comma && atoms[i + 1].IsRole(Role.Before)) || atoms[i + 1].IsRole(Role.ExceptEnd) || (series && atoms[i + 1].IsRole(Role.Cancel))
                    || (i + 2 < atoms.Count && atoms[i + 1].IsRole(Role.Of) && atoms[i + 2].IsRole(Role.ExceptEnd)));
                if (nodes[back].IsPoint && !closes && !(comma && Conflicts(nodes[back], atom)) && nodes[back].TryAdd(atom))
                {
                    nodes[back].Last = i;
                    count = back + 1;
                    continue;
                }
            }

            roles |= atom.Kind == AtomKind.Role ? 1UL << (int)atom.Role : 0;
            nodes[count++] = Node.Of(atom, i);
        }
    }

    /// <summary>Across a comma only what completes is joined; a part of the day that starts anew does not belong to the hour before.</summary>
    private static bool Conflicts(in Node node, in Atom atom) => atom.Kind == AtomKind.Part && node.HasClock;

    private bool IsRole(int i, Role role)
    {
        scan.Look();
        return (uint)i < (uint)count && nodes[i].Kind == NodeKind.Role && nodes[i].Role == role;
    }

    /// <summary>How far a word looks for what belongs to it: no sentence is longer, and a text of a thousand times must not cost its square.</summary>
    private const int Reach = 24;

    /// <summary>Bit per role that is in the text.</summary>
    private ulong roles;

    private bool HasRole(Role role) => (roles >> (int)role & 1) != 0;

    private bool Latin(int i) => scan.Folded[scan[atoms[nodes[i].First].First].Start] < 0x80;

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
            bool end = start >= 0 && nodes[i] is { IsPoint: true, HasClock: true, HasDay: false } && (IsRole(i + 1, Role.Finish) || IsRole(i - 1, Role.Finish));
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
                return !range || (!to && scan.Text(atoms[nodes[connector].First].First) is "to");
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
                end = a.Day.PlusDays((b.Weekday - a.Weekday + 7) % 7);
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
