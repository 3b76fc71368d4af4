using JointDesk.Recognizers.Scanning;

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
        Destinations();
        arrives = false;
        moves = HasRole(Role.MoveTo);
        bool cancel = HasRole(Role.Cancel);
        // 提前半小时提醒我 moves nothing
        bool shift = HasRole(Role.Postpone) || (HasRole(Role.Advance) && !Ahead());
        Superseded();
        bool series = repeats = HasSeries();
        int points = 0;
        for (int i = 0; i < count; i++)
        {
            ref var node = ref nodes[i];
            if (!node.IsPoint || node.Use != Use.Free)
            {
                continue;
            }

            points++;
            int before = Before(i);
            int after = i + 1;
            bool excepted = IsRole(after, Role.ExceptEnd) || (!series && FarExcept(after)) || (!series && IsStopped(after)) || (series && (IsRole(after, Role.Cancel) || (IsRole(after, Role.Of) && IsRole(after + 1, Role.ExceptEnd))));
            if (!series && Elsewhere(i))
            {
                node.Use = Use.Gone;
            }
            else if (!series && Was(i))
            {
                node.Use = Use.Target;
            }
            else if (!series && excepted && IsStopped(after))
            {
                node.Use = Use.Target;
            }
            else if (excepted || (before >= 0 && nodes[before].Kind == NodeKind.Role && nodes[before].Role is Role.Not or Role.Except))
            {
                node.Use = Use.Exclude;
                Chain(i, before);
            }
            else if (series && BoundOfSeries(i, before, after) is { } bound)
            {
                node.Use = bound;
            }
            else if (IsRole(after + 1, Role.ExceptEnd) && !Latin(after) && (IsRole(after, Role.Before) || IsRole(after, Role.After)))
            {
                // 三点之前不行
                node.Use = Use.Gone;
            }
            else if (IsRole(before, Role.To) && !Latin(before) && nodes[i] is { HasClock: true, HasDay: false }
                && (Busy(before) || (!moves && !shift && scan.Text(atoms[nodes[before].First].First) is "开到" or "一直开到" or "持续到")))
            {
                // 会开到十二点: its end alone
                node.Use = Use.Gone;
            }
            else if (!series && !shift && Ends(i, before, after))
            {
                // 会议四点结束, end the meeting at 4: when it begins is not said
                node.Use = Use.Gone;
            }
            else if (!series && Beyond(i, before, after))
            {
                // after Christmas, 周三以后: some day that was not said; 明天下班后: no hour, but the day
                (node.Use, node.HasClock) = (node is { Close: true, HasDay: true } ? Use.Free : Use.Gone, node.HasClock && !node.Close);
            }
            else if (Due(i, before, after))
            {
                node.Use = Use.Due;
                DayBefore(i, before);
            }
            else if ((cancel && !series && !TakesPlace(i, before)) || ((moves || shift) && IsTarget(i, before, after)) || (!series && SaidAnew(i, after)))
            {
                node.Use = Use.Target;
            }
            else if (series && IsRole(before, Role.From) && !node.HasClock && node.Form != DayForm.Weekday)
            {
                node.Use = Use.Begin;
            }
        }

        if (points > 1)
        {
            KeepDay();
            if (!series)
            {
                Told();
            }

            Choices();
        }
    }

    /// <summary>Whether a day of a series is where it begins or ends; null where it is neither.</summary>
    private Use? BoundOfSeries(int i, int before, int after)
    {
        ref var node = ref nodes[i];
        if ((node.HasDay || node.HasPeriod) && (IsRole(after, Role.Start) || IsRole(before, Role.Start)))
        {
            return Use.Begin;
        }

        if (!node.HasClock && ((before >= 0 && nodes[before].Kind == NodeKind.Role && (nodes[before].Role is Role.Until or Role.To || (nodes[before].Role == Role.By && scan.Text(atoms[nodes[before].First].First)[0] == '截')))
            || (IsRole(after, Role.Before) && (IsRole(after + 1, Role.Recur) || scan.Text(atoms[nodes[after].First].First) is "止" or "为止" or "截止"))))
        {
            return Use.Until;
        }

        if (node.HasDay && ((IsRole(before, Role.Finish) && !node.HasClock) || (IsRole(before, Role.Until) && Latin(before) && !IsRole(after, Role.To))))
        {
            return Use.Until;
        }

        if (!node.HasClock && (node.HasDay || node.HasPeriod) && IsRole(after, Role.Finish) && !Latin(after))
        {
            // 12月底结束
            return Use.Until;
        }

        return null;
    }

    /// <summary>下周三的例会停一次: the one meeting is called off, no day is ruled out.</summary>
    private bool IsStopped(int i)
    {
        int n = i;
        while (IsRole(n, Role.Of) || IsRole(n, Role.Meeting))
        {
            n++;
        }

        return IsRole(n, Role.ExceptEnd) && scan.Text(atoms[nodes[n].First].First) is ['停', ..] or ['暂', ..];
    }

    private bool Ends(int i, int before, int after)
    {
        if (nodes[i] is not { HasClock: true, Close: false, EndMinute: < 0 })
        {
            return false;
        }

        while (IsRole(before, Role.Meeting) || IsRole(before, Role.Gap))
        {
            before--;
        }

        return (IsRole(before, Role.Finish) && Latin(before)) || (IsRole(after, Role.Finish) && !Latin(after));
    }

    /// <summary>把每周一的例会改到每周二: the series that is moved says nothing of the one that it becomes.</summary>
    private void Superseded()
    {
        int last = -1;
        for (int i = 0; moves && i < count; i++)
        {
            if (nodes[i].Kind == NodeKind.Series && last >= 0)
            {
                bool to = false;
                for (int n = last; n < i; n++)
                {
                    to |= nodes[n].Kind == NodeKind.Role && nodes[n].Role is Role.MoveTo or Role.To;
                }

                nodes[last].Use = to ? Use.Gone : nodes[last].Use;
            }

            if (last >= 0 && IsRole(i - 1, Role.MoveTo) && nodes[i] is { IsPoint: true, HasDay: true, Form: DayForm.Weekday })
            {
                // 把每周一的例会改到周二
                atoms[nodes[last].First].Mask = 0;
            }

            last = nodes[i].Kind == NodeKind.Series && atoms[nodes[i].First].Mask != 0 ? i : last;
        }
    }

    private bool Beyond(int i, int before, int after) => (nodes[i].Close || (nodes[i] is { HasClock: false, Part: Parts.None } && (nodes[i].HasDay || nodes[i].HasPeriod)))
        && ((IsRole(before, Role.After) && Latin(before) && !IsRole(before - 1, Role.Not)) || (IsRole(after, Role.After) && !Latin(after)));

    /// <summary>会议室占用到十一点, 加班到半夜: until when something else lasts.</summary>
    private bool Busy(int to) => scan.Text(atoms[nodes[to].First].First) is "到" && Preceding(to) is [.., '用' or '占' or '忙' or '值' or '班' or '审'];

    /// <summary>2点其实太早: a short word stands between.</summary>
    private bool FarExcept(int i) => IsRole(i, Role.Gap) && IsRole(i + 1, Role.ExceptEnd) && !Latin(i) && scan.Text(atoms[nodes[i + 1].First].First) is ['太' or '来' or '赶' or '冲' or '有' or '撞' or '排', _, ..] && scan[atoms[nodes[i].Last].Last].End - scan[atoms[nodes[i].First].First].Start <= 3;

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
            return !(IsRole(after, Role.After) && !Latin(after));
        }

        if (after < count && nodes[after].Kind == NodeKind.Role && !Latin(after)
            && (nodes[after].Role == Role.Before || nodes[after].Role == Role.Within && !nodes[i].HasClock && !(repeats && nodes[i].HasPeriod) && !(nodes[i].HasPeriod && HasRole(Role.Any))))
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
                return Latin(before) && !IsRole(before - 1, Role.Not) && !meeting && !moves && !HasRole(Role.Postpone) && !HasRole(Role.Advance);
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
}
