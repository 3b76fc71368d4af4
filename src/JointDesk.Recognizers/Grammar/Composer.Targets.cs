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
}
