using JointDesk.Recognizers.Scanning;

namespace JointDesk.Recognizers.Grammar;

internal sealed partial class Composer
{
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
                node.Day = start.Day.AddDays(1 - (int)start.Day.Weekday()).AddDays(node.Weekday - 1);
            }
        }
    }

    /// <summary>周一、周二、周三下午三点: the last of a list has the hour of all.</summary>
    private bool HourOfList(int i)
    {
        while (!nodes[i].HasClock && IsRole(i + 1, Role.Enum) && NextIsPoint(i + 2))
        {
            i += 2;
        }

        return nodes[i].HasClock;
    }

    private bool Offered(int a, int b, bool any)
    {
        // 改成下周二，还是上午十点: an hour beside a day is no other time
        if (nodes[a] is { HasDay: true, HasClock: false, HasEndDay: false, Part: Parts.None } && nodes[b] is { HasDay: false, HasPeriod: false, HasClock: true })
        {
            return false;
        }

        // 周二周三上午: side by side
        bool or = b == a + 1 && nodes[a] is { HasDay: true, Weekday: > 0, HasClock: false, HasEndDay: false } && nodes[b] is { HasDay: true, Weekday: > 0, Form: DayForm.Weekday };
        // 7号8号都行
        or |= b == a + 1 && nodes[a] is { HasDay: true, HasClock: false, HasEndDay: false, Form: DayForm.DayOfMonth or DayForm.MonthDay } && nodes[b] is { HasDay: true, Form: DayForm.DayOfMonth };
        for (int n = a + 1; n < b; n++)
        {
            if (nodes[n].Kind != NodeKind.Role || (nodes[n].Role == Role.Break && !IsRole(n + 1, Role.Or)) || nodes[n].Role is Role.MoveTo or Role.To)
            {
                return false;
            }

            // Tue/Thu at 3
            or |= nodes[n].Role == Role.Enum && b - a == 2 && scan.Kind(atoms[nodes[n].First].First) == Tok.Slash && nodes[a] is { Weekday: > 0, HasEndDay: false } && nodes[b] is { Weekday: > 0, Form: DayForm.Weekday };

            // Mon, Wed, Fri at 7:30
            or |= nodes[n].Role == Role.Comma && b - a == 2 && Latin(b) && nodes[a] is { HasDay: true, HasClock: false, HasEndDay: false, Form: DayForm.Weekday } && nodes[b] is { HasDay: true, Form: DayForm.Weekday };

            // tomorrow noon, Wed 3 p.m., Fri 11 AM: each of them whole
            or |= nodes[n].Role == Role.Comma && b - a == 2 && nodes[a] is { HasDay: true, HasClock: true, EndMinute: < 0 } && nodes[b] is { HasDay: true, HasClock: true, EndMinute: < 0 } && nodes[a].Day != nodes[b].Day && !moves;

            // at 9, 10 or 11
            or |= nodes[n].Role == Role.Comma && b - a == 2 && IsRole(b + 1, Role.Or) && nodes[a].HasClock && nodes[b] is { HasClock: true, HasDay: false };
            or |= nodes[n].Role is Role.Or || (nodes[n].Role is Role.Enum or Role.And && b - a == 2 && (any || !nodes[a].HasClock && nodes[b].HasDay && nodes[a].HasDay
                && (HourOfList(b) || !HasRole(Role.Meeting))));
        }

        return or;
    }
}
