using JointDesk.Recognizers.Scanning;

namespace JointDesk.Recognizers.Grammar;

/// <summary>Times that are told and times that are asked for: he called at 10:15 yesterday, can we meet at 2 tomorrow.</summary>
internal sealed partial class Composer
{
    private void Told()
    {
        int ahead = -1;
        int whole = -1;
        for (int i = 0; i < count; i++)
        {
            ahead = ahead < 0 && IsFree(i) && nodes[i].HasDay && !nodes[i].Day.IsBefore(today) ? i : ahead;
            whole = whole < 0 && IsWhole(i) && !nodes[i].Day.IsBefore(today) ? i : whole;
        }

        for (int i = 0; i < count; i++)
        {
            bool past = ahead >= 0 && IsFree(i) && nodes[i].HasDay && nodes[i].Day.IsBefore(today);
            bool early = i < whole && IsFree(i) && nodes[i] is { HasClock: true, HasDay: false, HasPeriod: false } && Apart(i, whole) && !MeetsIn(i);
            nodes[i].Use = past || early ? Use.Gone : nodes[i].Use;
        }

        Gathering();
        if (whole < 0 || MeetsIn(whole))
        {
            return;
        }

        // 20号凌晨三点落网，周四上午十点开会: what the meeting has is its own
        for (int i = whole + 3; i < Math.Min(count, whole + Reach); i++)
        {
            if (IsWhole(i) && !nodes[i].Day.IsBefore(today) && Apart(whole, i) && MeetsIn(i))
            {
                nodes[whole].Use = Use.Gone;
                return;
            }
        }
    }

    /// <summary>九点半集合，十点开会; in at 8.30, meeting at 9: the hour of the meeting, and the day of both.</summary>
    private void Gathering()
    {
        for (int i = 0; i < count; i++)
        {
            // working until 11 tonight, the meeting moves to 10
            bool until = moves && IsFree(i) && IsRole(i - 1, Role.Until) && Latin(i - 1) && !MovedBefore(i - 1) && nodes[i].HasClock && OtherClock(i);
            nodes[i].Use = until ? Use.Gone : nodes[i].Use;
            if (!IsFree(i) || !nodes[i].HasClock || nodes[i].EndMinute >= 0 || MeetsIn(i) || !Arriving(i))
            {
                continue;
            }

            for (int n = i + 1; n < Math.Min(count, i + Reach); n++)
            {
                if (IsFree(n) && nodes[n] is { HasClock: true, HasDay: false } && Apart(i, n) && MeetsIn(n))
                {
                    (nodes[i].HasClock, nodes[i].Bare) = (false, false);
                    nodes[i].Use = nodes[i].HasDay || nodes[i].Part != Parts.None ? Use.Free : Use.Gone;
                    break;
                }
            }
        }
    }

    /// <summary>Whether the clause around a node says that somebody comes, and not that something begins.</summary>
    private bool Arriving(int i)
    {
        int first = atoms[nodes[i].First].First;
        bool comes = scan.Text(first - 1) is "in" or "lands" or "arrives" or "arrive" or "land" || scan.Text(first - 2) is "in" or "lands" or "arrives" or "arrive" or "land";
        for (int n = i + 1; n < Math.Min(count, i + 5) && !EndsClause(n) && !comes; n++)
        {
            comes = IsRole(n, Role.Report) || (n == i + 1 && IsRole(n, Role.To) && !Latin(n));
        }

        return comes;
    }

    private bool IsFree(int i) => nodes[i] is { IsPoint: true, Use: Use.Free };

    private bool IsWhole(int i) => IsFree(i) && nodes[i] is { HasDay: true, HasClock: true, HasEndDay: false };

    /// <summary>Whether two nodes stand in clauses of their own.</summary>
    private bool Apart(int a, int b)
    {
        for (int n = a + 1; n < Math.Min(b, a + Reach); n++)
        {
            if (EndsClause(n))
            {
                return true;
            }
        }

        return false;
    }

    private bool EndsClause(int i) => nodes[i].Kind == NodeKind.Role && nodes[i].Role is Role.Comma or Role.Break;

    /// <summary>Whether the clause around a node speaks of a meeting.</summary>
    private bool MeetsIn(int i)
    {
        for (int n = i - 1; n >= Math.Max(0, i - Reach) && !EndsClause(n); n--)
        {
            if (IsRole(n, Role.Meeting))
            {
                return true;
            }
        }

        for (int n = i + 1; n < Math.Min(count, i + Reach) && !EndsClause(n); n++)
        {
            if (IsRole(n, Role.Meeting))
            {
                return true;
            }
        }

        return false;
    }
}
