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
            ahead = ahead < 0 && IsFree(i) && nodes[i].HasDay && nodes[i].Day >= today ? i : ahead;
            whole = whole < 0 && IsWhole(i) && nodes[i].Day >= today ? i : whole;
        }

        for (int i = 0; i < count; i++)
        {
            bool past = ahead >= 0 && IsFree(i) && nodes[i].HasDay && nodes[i].Day < today;
            bool early = i < whole && IsFree(i) && nodes[i] is { HasClock: true, HasDay: false, HasPeriod: false } && Apart(i, whole) && !MeetsIn(i);
            nodes[i].Use = past || early ? Use.Gone : nodes[i].Use;
        }

        if (whole < 0 || MeetsIn(whole))
        {
            return;
        }

        // 20号凌晨三点落网，周四上午十点开会: what the meeting has is its own
        for (int i = whole + 3; i < Math.Min(count, whole + Reach); i++)
        {
            if (IsWhole(i) && nodes[i].Day >= today && Apart(whole, i) && MeetsIn(i))
            {
                nodes[whole].Use = Use.Gone;
                return;
            }
        }
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
