using NodaTime;

namespace JointDesk.Recognizers.Grammar;

internal sealed partial class Composer
{
    /// <summary>每天早8点晚6点, every day at 10, 12 and 17: the points of a list of hours.</summary>
    private List<int> Hours()
    {
        List<int> hours = [];
        for (int i = 0; i < count; i++)
        {
            if (nodes[i] is { IsPoint: true, Use: Use.Free or Use.Candidate, HasClock: true, EndMinute: < 0 })
            {
                if (hours.Count > 0 && !Listed(hours[^1], i))
                {
                    break;
                }

                hours.Add(i);
            }
        }

        return hours;
    }

    /// <summary>Whether nothing but "and" stands between two hours.</summary>
    private bool Listed(int a, int b)
    {
        for (int n = a + 1; n < b; n++)
        {
            if (nodes[n].Kind != NodeKind.Role || nodes[n].Role is not (Role.And or Role.Enum or Role.Comma or Role.Or))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether one rule can hold all the hours: they share the minute, and none has a day of its own.</summary>
    private bool Together(SeriesRule rule, List<int> hours)
    {
        int[] minutes = [.. hours.Select(n => nodes[n].ClockMinutes).Distinct().Order()];
        if (minutes.Length == 1)
        {
            return true;
        }

        if (rule.SetPosition || minutes.Any(m => m % 60 != minutes[0] % 60 || m >= 1440) || hours.Skip(1).Any(n => nodes[n].Weekday > 0))
        {
            return false;
        }

        rule.Hours = [.. minutes.Select(m => m / 60)];
        return true;
    }

    /// <summary>The first occurrence that is yet to come.</summary>
    private (LocalDate? Day, int Minutes) FirstOf(SeriesRule rule, LocalDate begin, List<int> hours, int minutes)
    {
        long now = Now.TimeOfDay.TickOfDay / NodaConstants.TicksPerMinute;
        (LocalDate? Day, int Minutes) best = (null, minutes);
        foreach (int at in hours.Count > 1 ? hours.Select(n => nodes[n].ClockMinutes) : [minutes])
        {
            var day = rule.First(begin, begin == today && at <= now);
            best = day is not null && (best.Day is null || At(day.Value, at) < At(best.Day.Value, best.Minutes)) ? (day, at) : best;
        }

        return best;
    }
}
