namespace JointDesk.Recognizers.Grammar;

internal sealed partial class Composer
{
    /// <summary>Which meeting is moved: what stands before 改到, or "X's meeting", or "from X" with a "to" behind.</summary>
    private bool IsTarget(int i, int before, int after)
    {
        if (before >= 0 && nodes[before].Kind == NodeKind.Role && nodes[before].Role is Role.To or Role.MoveTo or Role.Until or Role.ExtendTo)
        {
            return IsRole(before, Role.MoveTo) && Latin(before) && (IsRole(after, Role.Possessive) || IsRole(after, Role.Meeting) || IsRole(after, Role.To))
                && LaterPoint(i);
        }

        if (Arrives(i))
        {
            arrives = true;
            return false;
        }

        bool owns = IsRole(after, Role.Possessive) || IsRole(after, Role.Meeting)
            || (IsRole(after, Role.Of) && (IsRole(after + 1, Role.Meeting) || IsRole(after + 2, Role.Meeting)));
        for (int n = i + 1; n < Math.Min(count, i + Reach) && !IsRole(n, Role.Break); n++)
        {
            if (nodes[n].Kind == NodeKind.Role && nodes[n].Role is Role.MoveTo && (!Latin(n) || scan.Text(atoms[nodes[n].First].First) is "->" or "now" or "becomes"))
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

        // make my two o'clock a three o'clock
        if (moves && nodes[i].HasClock && Latin(i) && NextIsPoint(i + 1) && nodes[i + 1] is { HasClock: true, HasDay: false })
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

    /// <summary>The 5pm meeting starts at 3, 五点的会六点开始: the hour by which a meeting is known, and the one that it now has.</summary>
    private bool SaidAnew(int i, int after)
    {
        int owned = IsRole(after, Role.Of) ? after + 1 : after;
        if (!nodes[i].HasClock || nodes[i].EndMinute >= 0 || !IsRole(owned, Role.Meeting))
        {
            return false;
        }

        int n = owned + 1;
        while (n < Math.Min(count, owned + 4) && nodes[n].Kind == NodeKind.Role && nodes[n].Role is Role.Gap or Role.Start or Role.Meeting)
        {
            n++;
        }

        // 3pm meeting tomorrow, at 2pm …: behind a comma something else has its hour
        for (int t = n < count ? nodes[n].First + 1 : 0; n < count && t <= nodes[n].Last; t++)
        {
            if (atoms[t].IsRole(Role.Comma))
            {
                return false;
            }
        }

        return n < count && nodes[n] is { IsPoint: true, HasClock: true, Close: false } && !IsRole(n + 1, Role.Meeting) && !IsRole(n + 1, Role.Before) && !IsRole(n + 1, Role.Of);
    }

    private bool ToFollows(int i)
    {
        bool point = false;
        for (int n = i + 1; n < Math.Min(count, i + Reach); n++)
        {
            // reschedule my 3:30 today for 4pm tomorrow
            if (((IsRole(n, Role.To) || (IsRole(n, Role.Until) && Latin(n))) && !point) || (IsRole(n, Role.For) && moves && NextIsPoint(n + 1) && nodes[n + 1].HasClock | nodes[n + 1].HasDay))
            {
                return true;
            }

            point |= nodes[n].IsPoint;
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
        for (int n = i - 3; n <= i + 5; n++)
        {
            if ((uint)n < (uint)count && nodes[n].Kind == NodeKind.Length)
            {
                return true;
            }
        }

        return false;
    }
}
