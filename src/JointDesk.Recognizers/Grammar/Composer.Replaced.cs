using JointDesk.Recognizers.Scanning;

namespace JointDesk.Recognizers.Grammar;

/// <summary>Two times of which one is the old one: which of them is left.</summary>
internal sealed partial class Composer
{
    /// <summary>Whether how far a meeting goes was said as well as where it arrives: the arrival alone holds.</summary>
    private bool arrives;

    /// <summary>推周五, 挪后天: a delay with a day right behind it says where to, not how far.</summary>
    private void Destinations()
    {
        for (int i = 0; HasRole(Role.Postpone) && i + 1 < count; i++)
        {
            if (IsRole(i, Role.Postpone) && !Latin(i) && nodes[i + 1] is { IsPoint: true, HasDay: true } && scan.Touches(atoms[nodes[i + 1].First].First) && !IsRole(i + 2, Role.Meeting) && !IsRole(i + 2, Role.Of))
            {
                nodes[i].Role = Role.MoveTo;
                roles |= 1UL << (int)Role.MoveTo;
            }
        }
    }

    /// <summary>Where the meeting goes, in a text that calls another off: 取消周三的，改到周五; cancelled, we meet on Friday instead.</summary>
    private bool TakesPlace(int i, int before)
    {
        if (IsRole(before, Role.MoveTo) || ((IsRole(before, Role.To) || IsRole(before, Role.For) || IsRole(before, Role.Until)) && MovedBefore(before)))
        {
            return !IsRole(i + 1, Role.Possessive) && !(Latin(i) && IsRole(i + 1, Role.To));
        }

        bool called = false;
        for (int n = i - 1; n >= Math.Max(0, i - Reach) && !called; n--)
        {
            called = IsRole(n, Role.Cancel);
        }

        return called && nodes[i] is { HasDay: true, HasClock: true } && !IsRole(i + 1, Role.Of) && !IsRole(i + 1, Role.Possessive) && !IsRole(i + 1, Role.Cancel) && Anew();
    }

    private bool MovedBefore(int i)
    {
        for (int n = i - 1; n >= Math.Max(0, i - 6); n--)
        {
            if (IsRole(n, Role.MoveTo) || IsRole(n, Role.Postpone) || IsRole(n, Role.Advance) || IsRole(n, Role.Extend))
            {
                return true;
            }
        }

        return false;
    }

    private bool Anew() => scan.Folded.Contains("instead", StringComparison.Ordinal) || scan.Folded.Contains("new ", StringComparison.Ordinal) || scan.Folded.Contains("另", StringComparison.Ordinal)
        || scan.Folded.Contains("重新", StringComparison.Ordinal) || scan.Folded.Contains("重开", StringComparison.Ordinal);

    /// <summary>原来定的周三, 上次说两点, it was Thursday: what was, where something else is said behind.</summary>
    private bool Was(int i)
    {
        if (!LaterDay(i))
        {
            return false;
        }

        var before = Preceding(i);
        before = before[(before.LastIndexOfAny(",.;。") + 1)..];
        return before.Contains("原来", StringComparison.Ordinal) || before.Contains("原定", StringComparison.Ordinal) || before.Contains("原先", StringComparison.Ordinal) || before.Contains("原本", StringComparison.Ordinal)
            || before.Contains("本来", StringComparison.Ordinal) || before.EndsWith("原") || before.Contains("次说", StringComparison.Ordinal) || before.Contains("前说", StringComparison.Ordinal) || before.Contains("说好", StringComparison.Ordinal)
            || before.EndsWith("通知的") || before.EndsWith("写的") || before.Contains("was ", StringComparison.Ordinal) || before.Contains("originally", StringComparison.Ordinal) || before.Contains("we said", StringComparison.Ordinal);
    }

    /// <summary>他们那边才下午三点, 3pm their time: an hour of another zone, where ours is said too.</summary>
    private bool Elsewhere(int i)
    {
        if (!nodes[i].HasClock || !OtherClock(i))
        {
            return false;
        }

        var before = Preceding(i).TrimEnd("才是就都已经的为时间 ");
        int last = scan[atoms[nodes[i].Last].Last].End;
        var behind = scan.Folded[last..Math.Min(scan.Length, last + 14)];
        return before.EndsWith("他们当地") || before.EndsWith("对方当地") || before.EndsWith("他们那边") || before.EndsWith("对方那边") || before.EndsWith("他们那里") || before.EndsWith("他们那儿") || before.EndsWith("对方")
            || behind.StartsWith(" their time") || behind.StartsWith(" over there") || behind.StartsWith(" for them") || behind.StartsWith(" their end");
    }

    private ReadOnlySpan<char> Preceding(int i)
    {
        int start = scan[atoms[nodes[i].First].First].Start;
        return scan.Folded[Math.Max(0, start - 16)..start];
    }

    private bool LaterDay(int i)
    {
        for (int n = i + 1; n < Math.Min(count, i + Reach); n++)
        {
            if (nodes[n].IsPoint && (nodes[n].HasDay || !nodes[i].HasDay) && !IsRole(n + 1, Role.Before))
            {
                return true;
            }
        }

        return false;
    }

    private bool OtherClock(int i)
    {
        for (int n = Math.Max(0, i - Reach); n < Math.Min(count, i + Reach); n++)
        {
            if (n != i && nodes[n] is { IsPoint: true, HasClock: true })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>推后一天，后天上午十点; back a day, Wednesday 10 am: behind how far stands where to.</summary>
    private bool Arrives(int i)
    {
        if (nodes[i] is not { HasDay: true, HasClock: true } || IsRole(i + 1, Role.Of) || IsRole(i + 1, Role.Possessive) || IsRole(i + 1, Role.Meeting))
        {
            return false;
        }

        bool comma = false;
        for (int n = i - 1; n >= Math.Max(0, i - 6) && !nodes[n].IsPoint; n--)
        {
            comma |= EndsClause(n) || scan.Kind(atoms[nodes[i].First].First - 1) == Tok.Colon;
            if (nodes[n].Kind == NodeKind.Length)
            {
                return comma && MovedBefore(n);
            }
        }

        return false;
    }

    /// <summary>周四上午不行，下午三点; not the morning of the 26th, the afternoon: the part is ruled out, the day stays.</summary>
    private void KeepDay()
    {
        int ruled = -1;
        int free = -1;
        for (int i = 0; i < count; i++)
        {
            if (nodes[i] is { IsPoint: true, Use: Use.Exclude, HasDay: true } && (nodes[i].HasClock || nodes[i].Part != Parts.None))
            {
                ruled = ruled < 0 ? i : count;
            }
            else if (nodes[i] is { IsPoint: true, Use: Use.Free or Use.Candidate })
            {
                if (nodes[i].HasDay || nodes[i].HasPeriod || nodes[i].Use == Use.Candidate)
                {
                    return;
                }

                free = free < 0 && ruled >= 0 ? i : free;
            }
        }

        if (ruled >= 0 && ruled < count && free > ruled)
        {
            ref var old = ref nodes[ruled];
            (nodes[free].HasDay, nodes[free].Day, nodes[free].Form, nodes[free].Weekday) = (true, old.Day, old.Form, old.Weekday);
            old.Use = Use.Gone;
        }
    }
}
