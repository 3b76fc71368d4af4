using JointDesk.Recognizers.Scanning;
using NodaTime;

namespace JointDesk.Recognizers.Grammar;

internal sealed partial class Composer
{
    /// <summary>What is left after deadlines, targets and the like says when: the day from here, the hour from there.</summary>
    private TimeReading When(TimeReading reading, SeriesRule? rule)
    {
        var all = new Node { Kind = NodeKind.Point, Part = Parts.None, EndMinute = -1 };
        for (int i = 0; i < count; i++)
        {
            if (nodes[i].IsPoint && nodes[i].Use == Use.Free)
            {
                Merge(ref all, nodes[i]);
            }
        }

        if (all.HasPeriod && reading.Candidates.Count > 0)
        {
            return reading;
        }

        // 中午 without an hour is twelve o'clock, once the day is known
        if (!all.HasClock && all.Part == Parts.Noon && all.HasDay)
        {
            (all.HasClock, all.Hour, all.Minute, all.Bare) = (true, 12, 0, false);
        }

        // 今天五点半前到齐，六点开会: the hour is of the day that the deadline named
        if (rule is null && all.HasClock && !all.HasDay && !all.HasPeriod && DueBefore() is { } due)
        {
            (all.HasDay, all.Day, all.Form) = (true, due, DayForm.Relative);
        }

        // 明天十点的会推迟到下午三点, move tomorrow's call to the afternoon: it stays on the day on which it is
        if (rule is null && !HasRole(Role.Cancel) && (all.HasClock || all.Part != Parts.None) && !all.HasDay && !all.HasPeriod && reading.TargetDate is { } kept)
        {
            (all.HasDay, all.Day, all.Form) = (true, kept, DayForm.Relative);
        }

        int minutes = all.HasClock ? all.ClockMinutes : 0;
        if (rule is not null)
        {
            return OfSeries(reading, rule, all, minutes);
        }

        if (all.HasClock && all.EndMinute >= 0)
        {
            reading = reading with { DurationMinutes = reading.DurationMinutes ?? all.EndMinute - minutes };
        }

        if (all.HasEndDay)
        {
            reading = reading with { Window = new DayWindow(all.Day, all.EndDay) };
            return all.HasClock ? reading with { Time = TimeOf(minutes) } : reading with { PartOfDay = Parts.Public(all.Part) };
        }

        if (all.HasDay && all.HasClock)
        {
            return reading with { Start = At(all.Day, minutes), End = all.EndMinute >= 0 ? At(all.Day, all.EndMinute) : null };
        }

        if (all.HasPeriod)
        {
            reading = reading with { Window = new DayWindow(all.Day, all.To) };
        }
        else if (all.HasDay)
        {
            reading = reading with { Date = all.Day };
        }

        if (all.HasClock)
        {
            return reading with { Time = TimeOf(minutes), EndTime = all.EndMinute >= 0 ? TimeOf(all.EndMinute) : null };
        }

        return all.Part != Parts.None ? reading with { PartOfDay = Parts.Public(all.Part) } : reading;
    }

    private static void Merge(ref Node all, in Node node)
    {
        if (all is { HasDay: true, HasClock: false, Part: Parts.None, HasEndDay: false } && node is { HasDay: true, HasEndDay: false } && (node.HasClock || node.Part != Parts.None) && all.Day != node.Day
            && !(all.Form is DayForm.Weekday or DayForm.DayOfMonth && node.Form is DayForm.MonthDay or DayForm.Absolute))
        {
            // 明天出差，周四上午十点开会: an hour belongs to its own day; 下周一到，周二上午九点见 is of that week
            var week = WeekStartOf(all.Day).AddDays(node.Weekday - 1);
            bool later = node.Form == DayForm.Weekday && all.Form == DayForm.WeekdayOfWeek && node.Day < all.Day && week > all.Day;
            all = node;
            all.Day = later ? week : node.Day;
            return;
        }

        bool periodDay = all.HasPeriod && node.HasDay && node.Form == DayForm.Weekday && !all.HasDay;
        if (node.HasDay && (!all.HasDay || all.Form == DayForm.Weekday && node.Form is DayForm.MonthDay or DayForm.Absolute))
        {
            (all.HasDay, all.Form, all.Weekday) = (true, node.Form, node.Weekday);
            all.Day = periodDay && Period.DaysBetween(all.Day, all.To) == 6 ? all.Day.AddDays(node.Weekday - 1) : node.Day;
            all.HasPeriod = false;
        }
        else if (node.HasPeriod && !all.HasDay && !all.HasPeriod)
        {
            (all.HasPeriod, all.Day, all.To, all.Form) = (true, node.Day, node.To, node.Form);
        }

        if (node.HasEndDay && !all.HasEndDay)
        {
            (all.HasEndDay, all.EndDay) = (true, node.EndDay);
        }

        if (node.Part != Parts.None && all.Part == Parts.None && !(node.HasDay && all.HasDay && node.Day != all.Day) && !(all.HasClock && !all.Bare))
        {
            all.Part = node.Part;
        }

        if (node.HasClock && !all.HasClock)
        {
            (all.HasClock, all.Hour, all.Minute, all.Bare, all.EndMinute) = (true, node.Hour, node.Minute, node.Bare, node.EndMinute);
            if (node.Part != Parts.None)
            {
                all.Part = node.Part;
            }
            else if (node.EndMinute >= 0)
            {
                // the range was resolved without a part of the day; a part from elsewhere must not move its start alone
                int start = Parts.Resolve(node.Hour, node.Minute, node.Bare, Parts.None);
                int moved = Parts.Resolve(node.Hour, node.Minute, node.Bare, all.Part);
                all.EndMinute = node.EndMinute + moved - start;
            }
        }
    }

    /// <summary>The day of a deadline with an hour that stands before the first free hour.</summary>
    private LocalDate? DueBefore()
    {
        LocalDate? day = null;
        for (int i = 0; i < count; i++)
        {
            if (nodes[i] is { IsPoint: true, Use: Use.Free, HasClock: true })
            {
                return day;
            }

            day = nodes[i] is { IsPoint: true, Use: Use.Due, HasDay: true, HasClock: true } ? nodes[i].Day : day;
        }

        return null;
    }

    private TimeReading OfSeries(TimeReading reading, SeriesRule rule, in Node all, int minutes)
    {
        if (all.HasClock)
        {
            var hours = Hours();
            if (hours.Count > 1 && !Together(rule, hours))
            {
                // 9:15 and 17:45: no one rule holds both, so that they are offered
                return reading with { Rrule = rule.Text(), Candidates = [.. hours.Select(n => CandidateOf(nodes[n]))] };
            }

            var begin = rule.Begin is { } b && b > today ? b : all.HasPeriod && all.Day > today ? all.Day : today;
            var (first, at) = FirstOf(rule, begin, hours, minutes);
            minutes = at;
            reading = reading with { Rrule = rule.Text(), Start = first is { } day ? At(day, minutes) : null, Candidates = hours.Count > 1 ? [] : reading.Candidates };
            if (all.EndMinute >= 0)
            {
                reading = reading with
                {
                    DurationMinutes = reading.DurationMinutes ?? all.EndMinute - minutes,
                    End = first is { } last ? At(last, all.EndMinute) : null,
                };
            }

            return reading;
        }

        reading = reading with { Rrule = rule.Text() };
        return all.Part != Parts.None ? reading with { PartOfDay = Parts.Public(all.Part) } : reading;
    }
}
