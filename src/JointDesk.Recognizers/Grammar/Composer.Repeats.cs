using JointDesk.Recognizers.Scanning;
using NodaTime;

namespace JointDesk.Recognizers.Grammar;

internal sealed partial class Composer
{
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
