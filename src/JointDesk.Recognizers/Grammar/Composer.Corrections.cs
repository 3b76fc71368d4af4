using JointDesk.Recognizers.Scanning;

namespace JointDesk.Recognizers.Grammar;

internal sealed partial class Composer
{
    /// <summary>明天上午十点，不对，十一点; Thursday at 2, no, make that 3: what is said again takes the place of what was said, and keeps the rest of it.</summary>
    private void Corrections()
    {
        for (int i = 1; HasRole(Role.Correct) && i < count; i++)
        {
            if (!IsRole(i, Role.Correct))
            {
                continue;
            }

            int again = i + 1;
            while (again < Math.Min(count, i + Reach) && nodes[again].Kind == NodeKind.Role)
            {
                again++;
            }

            int said = again < count ? Said(i, nodes[again].Kind) : -1;
            if (said < 0)
            {
                continue;
            }

            if (nodes[again].IsPoint)
            {
                Keep(ref nodes[again], nodes[said]);
            }

            nodes[said].Use = Use.Gone;
        }
    }

    /// <summary>The last thing of a kind before a word of correction.</summary>
    private int Said(int correction, NodeKind kind)
    {
        for (int n = correction - 1; n >= Math.Max(0, correction - Reach); n--)
        {
            if (nodes[n].Kind == kind && nodes[n].Use == Use.Free && kind != NodeKind.Role)
            {
                return n;
            }
        }

        return -1;
    }

    private static void Keep(ref Node again, in Node said)
    {
        if (!again.HasDay && !again.HasPeriod)
        {
            (again.HasDay, again.HasPeriod, again.Day, again.To, again.Form, again.Weekday) = (said.HasDay, said.HasPeriod, said.Day, said.To, said.Form, said.Weekday);
        }

        if (again.HasClock)
        {
            bool half = again.Part == Parts.None && again.Bare;
            sbyte spoken = said.Meridiem ? said.Hour >= 12 ? Parts.Afternoon : Parts.Morning : said.Part;
            again.Part = half ? spoken : again.Part;
            again.EndMinute = again.EndMinute < 0 && said.EndMinute >= 0 ? again.ClockMinutes + said.EndMinute - said.ClockMinutes : again.EndMinute;
        }
        else if (again.Part == Parts.None)
        {
            (again.HasClock, again.Hour, again.Minute, again.Bare, again.Part, again.EndMinute) = (said.HasClock, said.Hour, said.Minute, said.Bare, said.Part, said.EndMinute);
        }
    }
}
