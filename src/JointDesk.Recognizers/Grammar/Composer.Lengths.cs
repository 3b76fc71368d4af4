using JointDesk.Recognizers.Scanning;
using NodaTime;

namespace JointDesk.Recognizers.Grammar;

internal sealed partial class Composer
{
    private TimeReading Lengths(TimeReading reading, bool series)
    {
        for (int i = 0; i < count; i++)
        {
            if (nodes[i].Kind == NodeKind.Length && nodes[i].Use != Use.Gone)
            {
                reading = OneLength(reading, i, series);
            }
        }

        // 会前, before the meeting
        if (reading.Offset is null && !HasLength())
        {
            for (int i = 0; i < count; i++)
            {
                bool han = IsRole(i, Role.Before) && !Latin(i) && IsRole(i - 1, Role.Meeting);
                bool latin = IsRole(i, Role.Before) && Latin(i) && (IsRole(i + 1, Role.Meeting) || IsRole(i + 1, Role.Deadline)) && !NextIsPoint(i + 2);
                if (han || latin)
                {
                    return reading with { Offset = new TimeOffset(IsRole(i + 1, Role.Deadline) ? "due" : "meeting", 0, 0) };
                }
            }
        }

        return reading;
    }

    private bool HasLength()
    {
        for (int i = 0; i < count; i++)
        {
            if (nodes[i].Kind == NodeKind.Length)
            {
                return true;
            }
        }

        return false;
    }

    private TimeReading OneLength(TimeReading reading, int i, bool series)
    {
        ref var length = ref atoms[nodes[i].First];
        if (Offset(i, length) is { } offset)
        {
            return reading with { Offset = reading.Offset ?? offset };
        }

        if (length is { Minutes: > 0 and <= 240, Days: 0 } && IsRole(i + 1, Role.Within) && Preceding(i) is [.., '控', '制', '在'] or [.., '压', '缩', '在'] or [.., '控', '制', '到'])
        {
            return reading with { DurationMinutes = reading.DurationMinutes ?? length.Minutes };
        }

        if (Idle(i) || Lasted(i))
        {
            return reading;
        }

        if (IsRole(i + 1, Role.Within) && !Latin(i + 1) || (IsRole(i - 1, Role.Within) && Latin(i - 1)) || (IsRole(i - 1, Role.Deadline) && !Latin(i - 1) && !Shifts(i - 2) && !IsRole(i + 1, Role.More)) || (IsRole(i - 1, Role.By) && (length.WorkDays > 0 || !Latin(i - 1)) && !Shifts(i - 2) && !Bounds(i, length)))
        {
            return reading with { Due = reading.Due ?? Ends(length) };
        }

        if (length.Nth == 1 && !series)
        {
            // the next two weeks, 未来三天: a span to choose from
            return length.Minutes > 0 || length.WorkDays > 0 ? reading with { Due = reading.Due ?? Ends(length) }
                : reading with { Window = reading.Window ?? new DayWindow(today.AddDays(1), Ends(length).Date) };
        }

        // 两小时前 is the past, or as long before the meeting as a reminder comes
        if (IsRole(i + 1, Role.Before) && !Latin(i + 1))
        {
            return HasRole(Role.Remind) ? reading with { Offset = reading.Offset ?? Signed("meeting", -1, length) } : reading;
        }

        int sign = Sign(i, length);
        if (sign != 0)
        {
            if (Offset(i) && sign < 0)
            {
                return reading with { Offset = new TimeOffset("meeting", -length.Days, -length.Minutes) };
            }

            int months = length.Months == 0 ? 0 : Period.DaysBetween(today, today.PlusMonths(Math.Min(length.Months, 600)));
            return reading with { Shift = reading.Shift ?? new TimeShift(sign * (length.Days + months), sign * length.Minutes, sign * length.WorkDays) };
        }

        if (series && IsRole(i - 1, Role.For) && length.Minutes == 0)
        {
            return reading;
        }

        // by fifteen minutes, half an hour longer: how much more or less, not how much in all
        bool change = (IsRole(i - 1, Role.By) && Latin(i - 1)) || scan.Text(atoms[nodes[i].Last].Last + 1) is "longer" or "shorter" or "less"
            || scan.Text(atoms[nodes[i].First].First - 1) is "还有";
        return length is { Minutes: > 0, Days: 0, Months: 0, WorkDays: 0 } && !IsRole(i - 1, Role.After) && !change
            ? reading with { DurationMinutes = reading.DurationMinutes ?? length.Minutes } : reading;
    }

    /// <summary>开个短会，限15分钟: how long a meeting may take, and no deadline.</summary>
    private bool Bounds(int i, in Atom length) => meeting && length is { Minutes: > 0 and <= 240, Days: 0 } && scan.Text(atoms[nodes[i - 1].First].First) is "限" or "限时" && (i + 1 >= count || IsRole(i + 1, Role.Comma) || IsRole(i + 1, Role.Break));

    /// <summary>上次开了三个小时, lasted 3 hours: how long something took.</summary>
    private bool Lasted(int i) => Preceding(i) is [.., '了'] or [.., not '超', '过'] || scan.Text(atoms[nodes[i].First].First - 1) is "lasted" or "took" or "ran" or "spent";

    /// <summary>两分钟能说清的事别拖成半小时: how long no meeting is to take.</summary>
    private bool Idle(int i) => (IsRole(i + 1, Role.Gap) && scan.Text(atoms[nodes[i + 1].First].First) is ['能', ..] or "就能" or "可以")
        || (IsRole(i - 1, Role.Gap) && scan.Text(atoms[nodes[i - 1].First].First) is "别" or "不要" && (scan.Kind(atoms[nodes[i - 1].First].First + 1) == Tok.Postpone || scan.Text(atoms[nodes[i - 1].Last].Last) is "成"));

    /// <summary>"delay it by three working days": how far, not until when.</summary>
    private bool Shifts(int i)
    {
        for (int n = i; n >= Math.Max(0, i - 3) && !nodes[n].IsPoint; n--)
        {
            if (nodes[n].Kind == NodeKind.Role && nodes[n].Role is Role.Postpone or Role.Advance or Role.Extend or Role.MoveTo)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>提前一天报送, 提前半小时提醒我: ahead of the meeting, not a meeting moved.</summary>
    private bool Offset(int i)
    {
        if (HasRole(Role.MoveTo) || HasRole(Role.Remind))
        {
            return !HasRole(Role.MoveTo);
        }

        for (int n = i + 1; n < Math.Min(count, i + Reach); n++)
        {
            if (IsRole(n, Role.Report))
            {
                return true;
            }
        }

        // 下午4点开会，请提前15分钟入会: what is done early is not the meeting, whose hour was said before the comma
        bool clause = IsRole(i - 1, Role.Advance) && IsRole(i + 1, Role.Gap) && (IsRole(i - 2, Role.Comma) || (IsRole(i - 2, Role.Gap) && IsRole(i - 3, Role.Comma)));
        for (int n = i - 3; clause && n >= Math.Max(0, i - Reach); n--)
        {
            if (nodes[n] is { IsPoint: true, HasClock: true })
            {
                return true;
            }
        }

        return false;
    }

    private TimeOffset? Offset(int i, in Atom length)
    {
        // 会前一天, 到期前两天, 截止前三天, 会后一周
        if (nodes[i - (i > 0 ? 1 : 0)].Kind == NodeKind.Role && i >= 1 && nodes[i - 1].Role is Role.Before or Role.After && !Latin(i - 1))
        {
            bool due = IsRole(i - 2, Role.Deadline) || IsRole(i - 2, Role.By) || IsRole(i - 2, Role.Before);
            bool ofMeeting = IsRole(i - 2, Role.Meeting) || (IsRole(i - 2, Role.Finish) && IsRole(i - 3, Role.Meeting));
            if (due || ofMeeting)
            {
                return Signed(due ? "due" : "meeting", nodes[i - 1].Role == Role.Before ? -1 : 1, length);
            }
        }

        // a day before the meeting, 30 minutes prior, two days after the meeting
        if (i + 1 < count && nodes[i + 1].Kind == NodeKind.Role && nodes[i + 1].Role is Role.Before or Role.After && Latin(i + 1))
        {
            int sign = nodes[i + 1].Role == Role.Before ? -1 : 1;
            for (int n = i + 2; n < Math.Min(count, i + 6); n++)
            {
                if (IsRole(n, Role.Deadline) || IsRole(n, Role.By))
                {
                    return Signed("due", sign, length);
                }

                if (IsRole(n, Role.Meeting))
                {
                    return Signed("meeting", sign, length);
                }
            }

            return sign < 0 && !NextIsPoint(i + 2) ? Signed("meeting", sign, length) : null;
        }

        return null;
    }

    private static TimeOffset Signed(string relativeTo, int sign, in Atom length) => new(relativeTo, sign * length.Days, sign * length.Minutes) { WorkingDays = sign * length.WorkDays };

    /// <summary>+1 later, −1 earlier, 0 no shift.</summary>
    private int Sign(int i, in Atom length)
    {
        if (IsRole(i - 1, Role.Within))
        {
            return 0;
        }

        bool comma = false;
        for (int n = i - 1; n >= Math.Max(0, i - 5) && !nodes[n].IsPoint | nodes[n].Use == Use.Target && !IsRole(n, Role.Break); n--)
        {
            comma |= IsRole(n, Role.Comma);
            switch (nodes[n].Kind == NodeKind.Role ? nodes[n].Role : Role.None)
            {
                case Role.Postpone or Role.Extend:
                    return 1;
                case Role.Advance:
                    return -1;
                case Role.More when !Latin(n) && !comma:
                    return 1;
                case Role.MoveTo when Latin(n) && (IsRole(i - 1, Role.By) || scan.Text(atoms[nodes[n].First].First) is "push" or "pushed" or "slide" or "slip"):
                    return 1;
            }
        }

        for (int n = i + 1; n < Math.Min(count, i + 4) && !nodes[n].IsPoint && !IsRole(n, Role.Break); n++)
        {
            switch (nodes[n].Kind == NodeKind.Role ? nodes[n].Role : Role.None)
            {
                case Role.Postpone:
                case Role.More when Latin(n):
                    return 1;
                case Role.Advance:
                    return -1;
                case Role.Extend:
                    return 1;
            }
        }

        return length.Bare || (length.WorkDays + length.Days > 0 && HasRole(Role.More) && !meeting) ? 1 : 0;
    }

    /// <summary>When a span that begins now is over: working days count from tomorrow, hours to the minute.</summary>
    private DayTime Ends(in Atom length)
    {
        if (length.WorkDays > 0)
        {
            return new DayTime(atoms.AfterWorkDays(length.WorkDays), null);
        }

        if (length.Minutes > 0)
        {
            var moment = Now.PlusMinutes(length.Minutes).AddDays(Math.Min(length.Days, 100_000));
            return new DayTime(moment.Date, moment.TimeOfDay);
        }

        return new DayTime(today.PlusMonths(Math.Min(length.Months, 2_000)).AddDays(Math.Min(length.Days, 100_000)), null);
    }

    private bool NextIsPoint(int i) => (uint)i < (uint)count && nodes[i].IsPoint;
}
