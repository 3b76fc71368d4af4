using JointDesk.Recognizers.Scanning;
using NodaTime;

namespace JointDesk.Recognizers.Grammar;

internal sealed partial class Composer
{
    private bool moves;
    private bool repeats;
    private bool meeting;

    /// <summary>Gives each point its use by the words beside it.</summary>
    private void Uses()
    {
        meeting = HasRole(Role.Meeting);
        Extended();
        moves = HasRole(Role.MoveTo);
        bool cancel = HasRole(Role.Cancel);
        // 提前半小时提醒我 moves nothing
        bool shift = HasRole(Role.Postpone) || (HasRole(Role.Advance) && !Ahead());
        bool series = repeats = HasSeries();
        for (int i = 0; i < count; i++)
        {
            ref var node = ref nodes[i];
            if (!node.IsPoint || node.Use != Use.Free)
            {
                continue;
            }

            int before = Before(i);
            int after = i + 1;
            bool excepted = IsRole(after, Role.ExceptEnd) || (series && (IsRole(after, Role.Cancel) || (IsRole(after, Role.Of) && IsRole(after + 1, Role.ExceptEnd))));
            if (excepted || (before >= 0 && nodes[before].Kind == NodeKind.Role && nodes[before].Role is Role.Not or Role.Except))
            {
                node.Use = Use.Exclude;
                Chain(i, before);
            }
            else if (IsRole(after, Role.Start) && (series || IsRole(before, Role.From)) || (IsRole(before, Role.Start) && series))
            {
                node.Use = Use.Begin;
            }
            else if (series && !node.HasClock && ((before >= 0 && nodes[before].Kind == NodeKind.Role && (nodes[before].Role is Role.Until or Role.To || (nodes[before].Role == Role.By && scan.Text(atoms[nodes[before].First].First)[0] == '截')))
                || (IsRole(after, Role.Before) && (IsRole(after + 1, Role.Recur) || scan.Text(atoms[nodes[after].First].First) is "止" or "为止" or "截止"))))
            {
                node.Use = Use.Until;
            }
            else if (series && node.HasDay && ((IsRole(before, Role.Finish) && !node.HasClock) || (IsRole(before, Role.Until) && Latin(before) && !IsRole(after, Role.To))))
            {
                node.Use = Use.Until;
            }
            else if (Due(i, before, after))
            {
                node.Use = Use.Due;
                DayBefore(i, before);
            }
            else if ((cancel && !series) || ((moves || shift) && IsTarget(i, before, after)))
            {
                node.Use = Use.Target;
            }
            else if (series && IsRole(before, Role.From) && !node.HasClock && node.Form != DayForm.Weekday)
            {
                node.Use = Use.Begin;
            }
        }

        Choices();
    }

    /// <summary>提前10分钟入场, 提前半小时提醒我: how long before the meeting, which stays where it is.</summary>
    private bool Ahead()
    {
        for (int i = 0; i < count; i++)
        {
            if (nodes[i].Kind == NodeKind.Length && Offset(i))
            {
                return true;
            }
        }

        return HasRole(Role.Remind);
    }

    /// <summary>会议延期至周五: a meeting that is extended is moved; a deadline stays one.</summary>
    private void Extended()
    {
        for (int i = 0; meeting && HasRole(Role.ExtendTo) && !HasRole(Role.Deadline) && i < count; i++)
        {
            if (IsRole(i, Role.ExtendTo))
            {
                nodes[i].Role = Role.MoveTo;
                roles |= 1UL << (int)Role.MoveTo;
            }
        }
    }

    private int Before(int i)
    {
        int n = i - 1;
        while (n >= 0 && nodes[n].Kind == NodeKind.Role && nodes[n].Role is Role.Of)
        {
            n--;
        }

        return n;
    }

    /// <summary>除周三、周四外; not Thursday or Friday: what is ruled out may be a list.</summary>
    private void Chain(int i, int opener)
    {
        if (opener < 0 || !(IsRole(opener, Role.Not) || IsRole(opener, Role.Except)))
        {
            for (int back = i; back >= 1 && nodes[back - 1] is { IsPoint: true, HasDay: true, HasClock: false }; back--)
            {
                nodes[back - 1].Use = Use.Exclude;
            }

            for (int back = i; back >= 2 && IsRole(back - 1, Role.Enum) | IsRole(back - 1, Role.And) && nodes[back - 2].IsPoint && !nodes[back - 2].HasClock; back -= 2)
            {
                nodes[back - 2].Use = Use.Exclude;
            }

            return;
        }

        for (int next = i; next + 2 < count && (IsRole(next + 1, Role.Enum) || IsRole(next + 1, Role.Or) || IsRole(next + 1, Role.And)) && nodes[next + 2].IsPoint; next += 2)
        {
            nodes[next + 2].Use = Use.Exclude;
        }
    }

    /// <summary>Tuesday before noon, tomorrow by 3: the day belongs to the deadline's hour.</summary>
    private void DayBefore(int i, int before)
    {
        if (before >= 1 && !nodes[i].HasDay && nodes[i].HasClock && !nodes[i].HasPeriod && Latin(before) && nodes[before - 1] is { IsPoint: true, HasDay: true, HasClock: false, HasEndDay: false, Use: Use.Free } day)
        {
            (nodes[i].HasDay, nodes[i].Day, nodes[i].Form, nodes[i].Weekday) = (true, day.Day, day.Form, day.Weekday);
            nodes[before - 1].Use = Use.Gone;
        }
    }

    private bool Due(int i, int before, int after)
    {
        if (IsRole(after, Role.By) && scan.Text(atoms[nodes[after].First].First) is "latest")
        {
            return true;
        }

        if (nodes[i].Close)
        {
            return true;
        }

        if (after < count && nodes[after].Kind == NodeKind.Role && !Latin(after)
            && (nodes[after].Role == Role.Before || nodes[after].Role == Role.Within && !nodes[i].HasClock && !(repeats && nodes[i].HasPeriod)))
        {
            // 周五前后 is about then
            return true;
        }

        if (before < 0 || nodes[before].Kind != NodeKind.Role)
        {
            return false;
        }

        switch (nodes[before].Role)
        {
            case Role.By:
                return true;
            case Role.Deadline:
                return !moves;
            case Role.Before:
                return (Latin(before) && !IsRole(before - 1, Role.Not)) || scan.Text(atoms[nodes[before].First].First) is "截止";
            case Role.Within:
                return Latin(before);
            case Role.ExtendTo:
                return !meeting || HasRole(Role.Deadline);
            case Role.To or Role.Until when Extends(before):
                return !meeting || HasRole(Role.Deadline) || HasRole(Role.By);
            case Role.Until:
                return Latin(before) && !meeting && !moves && !HasRole(Role.Postpone) && !HasRole(Role.Advance);
            case Role.MoveTo or Role.To when MovesDeadline(before):
                return true;
            default:
                return false;
        }
    }

    private bool Extends(int i)
    {
        for (int n = i; n >= Math.Max(0, i - 6); n--)
        {
            if (IsRole(n, Role.Extend))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"move the deadline to Friday", 把截止日期改到周五.</summary>
    private bool MovesDeadline(int i)
    {
        for (int n = i - 1; n >= Math.Max(0, i - 5); n--)
        {
            if (IsRole(n, Role.Deadline) || (IsRole(n, Role.By) && scan.Text(atoms[nodes[n].First].First) is "deadline" or "截止日期" or "截止时间" or "截止日"))
            {
                return true;
            }

            if (IsRole(n, Role.Meeting))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Which meeting is moved: what stands before 改到, or "X's meeting", or "from X" with a "to" behind.</summary>
    private bool IsTarget(int i, int before, int after)
    {
        if (before >= 0 && nodes[before].Kind == NodeKind.Role && nodes[before].Role is Role.To or Role.MoveTo or Role.Until or Role.ExtendTo)
        {
            return IsRole(before, Role.MoveTo) && Latin(before) && (IsRole(after, Role.Possessive) || IsRole(after, Role.Meeting) || IsRole(after, Role.To))
                && LaterPoint(i);
        }

        bool owns = IsRole(after, Role.Possessive) || IsRole(after, Role.Meeting)
            || (IsRole(after, Role.Of) && (IsRole(after + 1, Role.Meeting) || IsRole(after + 2, Role.Meeting)));
        for (int n = i + 1; n < Math.Min(count, i + Reach) && !IsRole(n, Role.Break); n++)
        {
            if (nodes[n].Kind == NodeKind.Role && nodes[n].Role is Role.MoveTo && !Latin(n))
            {
                return true;
            }

            if (nodes[n].Kind == NodeKind.Role && nodes[n].Role is Role.Postpone or Role.Advance && LengthNear(n))
            {
                return true;
            }
        }

        if (owns || IsRole(before, Role.From))
        {
            return true;
        }

        // "move the meeting on Thursday to Friday", "push Thursday back an hour"
        if (LaterPoint(i) && ToFollows(i))
        {
            return true;
        }

        for (int n = i - 1; n >= Math.Max(0, i - Reach); n--)
        {
            if (nodes[n].Kind == NodeKind.Role && nodes[n].Role is Role.Postpone or Role.Advance && LengthNear(n))
            {
                return !IsRole(before, Role.To);
            }
        }

        return false;
    }

    private bool ToFollows(int i)
    {
        for (int n = i + 1; n < Math.Min(count, i + Reach) && !nodes[n].IsPoint; n++)
        {
            if (IsRole(n, Role.To))
            {
                return true;
            }
        }

        return false;
    }

    private bool LaterPoint(int i)
    {
        for (int n = i + 1; n < Math.Min(count, i + Reach); n++)
        {
            if (nodes[n].IsPoint || nodes[n].Kind == NodeKind.Length)
            {
                return true;
            }
        }

        return false;
    }

    private bool LengthNear(int i)
    {
        for (int n = i - 3; n <= i + 4; n++)
        {
            if ((uint)n < (uint)count && nodes[n].Kind == NodeKind.Length)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>周一或周二上午, "Tuesday or Wednesday at 3pm": times offered. What only the last one says holds for all, and so does the first one's day.</summary>
    private void Choices()
    {
        bool any = HasRole(Role.Any);
        int first = -1;
        int previous = -1;
        for (int i = 0; i < count; i++)
        {
            if (!nodes[i].IsPoint || nodes[i].Use != Use.Free)
            {
                continue;
            }

            if (previous >= 0 && Offered(previous, i, any))
            {
                first = first < 0 ? previous : first;
                nodes[previous].Use = nodes[i].Use = Use.Candidate;
            }

            previous = i;
        }

        if (first < 0)
        {
            return;
        }

        int last = first;
        for (int i = first; i < count; i++)
        {
            last = nodes[i].Use == Use.Candidate ? i : last;
        }

        for (int i = first; i <= last; i++)
        {
            ref var node = ref nodes[i];
            if (node.Use != Use.Candidate)
            {
                continue;
            }

            ref var end = ref nodes[last];
            if (!node.HasClock && node.Part == Parts.None)
            {
                (node.HasClock, node.Hour, node.Minute, node.Bare, node.Part, node.EndMinute) = (end.HasClock, end.Hour, end.Minute, end.Bare, end.Part, end.EndMinute);
            }

            ref var start = ref nodes[first];
            if (!node.HasDay && !node.HasPeriod && start.HasDay)
            {
                (node.HasDay, node.Day, node.Form) = (true, start.Day, start.Form);
                node.Part = node.Part == Parts.None && node.Bare ? start.Part : node.Part;
            }
            else if (!node.HasDay && !node.HasPeriod && end.HasDay)
            {
                // either 2 or 3 pm on Friday
                (node.HasDay, node.Day, node.Form) = (true, end.Day, end.Form);
                node.Part = node.Part == Parts.None && node.Bare ? end.Part : node.Part;
            }
            else if (node.HasDay && node.Form == DayForm.Weekday && start.Form == DayForm.WeekdayOfWeek && node.Weekday > 0 && i > first)
            {
                // 下周三或周四: both of that week
                node.Day = start.Day.PlusDays(1 - (int)start.Day.DayOfWeek).PlusDays(node.Weekday - 1);
            }
        }
    }

    private bool Offered(int a, int b, bool any)
    {
        // 周二周三上午: side by side
        bool or = b == a + 1 && nodes[a] is { HasDay: true, Weekday: > 0, HasClock: false, HasEndDay: false } && nodes[b] is { HasDay: true, Weekday: > 0, Form: DayForm.Weekday } && !Latin(b);
        for (int n = a + 1; n < b; n++)
        {
            if (nodes[n].Kind != NodeKind.Role || nodes[n].Role is Role.Break or Role.MoveTo or Role.To)
            {
                return false;
            }

            // Mon, Wed, Fri at 7:30
            or |= nodes[n].Role == Role.Comma && b - a == 2 && Latin(b) && nodes[a] is { HasDay: true, HasClock: false, HasEndDay: false, Form: DayForm.Weekday } && nodes[b] is { HasDay: true, Form: DayForm.Weekday };

            // tomorrow noon, Wed 3 p.m., Fri 11 AM: each of them whole
            or |= nodes[n].Role == Role.Comma && b - a == 2 && nodes[a] is { HasDay: true, HasClock: true, EndMinute: < 0 } && nodes[b] is { HasDay: true, HasClock: true, EndMinute: < 0 } && nodes[a].Day != nodes[b].Day && !moves;

            // at 9, 10 or 11
            or |= nodes[n].Role == Role.Comma && b - a == 2 && IsRole(b + 1, Role.Or) && nodes[a].HasClock && nodes[b] is { HasClock: true, HasDay: false };
            or |= nodes[n].Role is Role.Or || (nodes[n].Role is Role.Enum or Role.And && b - a == 2 && (any || !nodes[a].HasClock && nodes[b].HasDay && nodes[a].HasDay
                && !HasRole(Role.Meeting)));
        }

        return or;
    }

    private bool HasSeries()
    {
        for (int i = 0; i < count; i++)
        {
            if ((nodes[i].Kind == NodeKind.Series && !IsTitle(i)) || (nodes[i].Kind == NodeKind.Nth && atoms[nodes[i].First].Bare))
            {
                return true;
            }

            if (IsWorkWeek(i))
            {
                return true;
            }

            // 两周一次, once a week
            if (nodes[i].Kind == NodeKind.Length && IsRole(i + 1, Role.Count) && (CountOf(i + 1) == 1 || IsOneUnit(i)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"annual review, 6 January at 10": what the meeting is, not that it be held every year from then on.</summary>
    private bool IsTitle(int i)
    {
        bool dated = false;
        for (int n = 0; n < count; n++)
        {
            dated |= nodes[n] is { IsPoint: true, HasDay: true, HasClock: true };
        }

        return dated && scan.Text(atoms[nodes[i].First].First) is "annual";
    }

    /// <summary>周一至周五8:30, Monday to Friday at 5pm: an hour for each of the five is a series; 周三到周五 is a choice.</summary>
    private bool IsWorkWeek(int i) => nodes[i] is { IsPoint: true, HasDay: true, HasEndDay: true, HasClock: true, Form: DayForm.Weekday, Weekday: 1 } && nodes[i].Use == Use.Free
        && Period.DaysBetween(nodes[i].Day, nodes[i].EndDay) is >= 4 and <= 6 && !moves && !HasRole(Role.Cancel) && !HasRole(Role.Any);

    /// <summary>一周两次, 一年两次 with the days named: one unit, however often.</summary>
    private bool IsOneUnit(int i) => atoms[nodes[i].First] is { Days: 7, Months: 0, Minutes: 0 } or { Days: 0, Months: 1 or 3 or 12, Minutes: 0 };

    private int CountOf(int i)
    {
        ref var atom = ref atoms[nodes[i].First];
        for (int t = atom.First; t <= atom.Last; t++)
        {
            if (scan.Kind(t) == Tok.Num)
            {
                return scan.Value(t);
            }
        }

        return 0;
    }
}
