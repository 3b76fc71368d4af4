using JointDesk.Recognizers.Scanning;
using NodaTime;

namespace JointDesk.Recognizers.Grammar;

internal sealed partial class Composer
{
    private TimeReading Fill()
    {
        var reading = Nothing;
        bool series = HasSeries();
        var rule = series ? Series() : null;
        if (HasRole(Role.Skip) && (HasRole(Role.ExceptEnd) || HasRole(Role.Except) || HasRole(Role.Not)))
        {
            reading = reading with { ExceptHolidays = true };
            rule?.IsHeld = Working;
        }

        reading = Lengths(reading, series);
        reading = HasUses() ? Points(reading, rule) : reading;
        reading = When(reading, rule);
        reading = arrives && reading.Start is not null ? reading with { Shift = null } : reading;
        if (HasRole(Role.SameTime) && reading.Start is null && reading.Shift is null)
        {
            reading = SameTime(reading);
        }

        return reading with { Spans = Spans(), NoSuchDay = atoms.NoSuchDay };
    }

    /// <summary>Whether no holiday keeps a day of a series: those of a weekend are the series' own choice.</summary>
    private bool Working(LocalDate day) => day.Weekday() > IsoDayOfWeek.Friday || context.IsWorkingDay(day);

    /// <summary>挪到下周同一时间: a shift by the weeks or days between now and then.</summary>
    private TimeReading SameTime(TimeReading reading)
    {
        if (reading.Window is { } window && window.From > today)
        {
            int days = Period.DaysBetween(WeekStartOf(today), window.From);
            return reading with { Window = null, Shift = new TimeShift(days, 0, 0) };
        }

        return reading;
    }

    private static LocalDate WeekStartOf(LocalDate day) => day.AddDays(1 - (int)day.Weekday());

    private bool HasUses()
    {
        for (int i = 0; i < count; i++)
        {
            if (nodes[i].IsPoint && nodes[i].Use is not (Use.Free or Use.Gone))
            {
                return true;
            }
        }

        return false;
    }

    private TimeReading Points(TimeReading reading, SeriesRule? rule)
    {
        List<LocalDate>? exclude = null;
        List<TimeCandidate>? candidates = null;
        bool owned = false;
        for (int i = 0; i < count; i++)
        {
            ref var node = ref nodes[i];
            if (!node.IsPoint)
            {
                continue;
            }

            switch (node.Use)
            {
                case Use.Due:
                    reading = reading.Due is null ? reading with { Due = DueOf(node, rule) } : reading;
                    break;
                case Use.Target when reading.TargetDate is { } other && node.HasDay && node.Day != other && HasRole(Role.Cancel):
                    // 周一和周三的会取消: which is not for us to choose
                    candidates = [new TimeCandidate(null, other, null), CandidateOf(node)];
                    reading = reading with { TargetDate = null, TargetTime = null };
                    break;
                case Use.Target when candidates is null && !owned && IsOwned(i) && node.HasDay:
                    // 今晚加班，明早的会改到十点: the meeting's own day
                    owned = true;
                    reading = reading with { TargetDate = node.Day, TargetTime = node.HasClock ? TimeOf(node.ClockMinutes) : reading.TargetTime };
                    break;
                case Use.Target when candidates is null:
                    reading = reading with
                    {
                        TargetDate = reading.TargetDate ?? (node.HasDay ? node.Day : null),
                        TargetTime = reading.TargetTime ?? (node.HasClock ? TimeOf(node.ClockMinutes) : null),
                    };
                    break;
                case Use.Exclude when node.HasDay:
                    (exclude ??= []).Add(InWindow(node, i));
                    break;
                case Use.Exclude when node.HasPeriod && rule is not null:
                    (exclude ??= []).AddRange(rule.Within(node.Day, node.To, today));
                    break;
                case Use.Candidate:
                    (candidates ??= []).Add(CandidateOf(node));
                    break;
            }
        }

        return exclude is null && candidates is null ? reading
            : reading with { Exclude = exclude ?? reading.Exclude, Candidates = candidates ?? reading.Candidates };
    }

    private bool IsOwned(int i) => IsRole(i + 1, Role.Meeting) || IsRole(i + 1, Role.Possessive) || (IsRole(i + 1, Role.Of) && IsRole(i + 2, Role.Meeting));

    private LocalDate InWindow(in Node node, int at)
    {
        if (node.Form == DayForm.Weekday)
        {
            for (int i = 0; i < Math.Min(count, Reach); i++)
            {
                if (nodes[i].IsPoint && nodes[i].HasPeriod && nodes[i].Use == Use.Free && Period.DaysBetween(nodes[i].Day, nodes[i].To) == 6)
                {
                    return nodes[i].Day.AddDays(node.Weekday - 1);
                }

                if (i < at && nodes[i].IsPoint && nodes[i].HasDay && nodes[i].Form == DayForm.WeekdayOfWeek && nodes[i].Use is Use.Free or Use.Exclude && nodes[i].Day >= today)
                {
                    return WeekStartOf(nodes[i].Day).AddDays(node.Weekday - 1);
                }
            }
        }

        return node.Day;
    }

    private static LocalTime TimeOf(int minutes) => LocalTime.FromMinutesSinceMidnight(minutes % 1440);

    private static LocalDateTime At(LocalDate day, int minutes) => day.AtMinute(minutes);

    private static TimeCandidate CandidateOf(in Node node)
    {
        if (node.HasDay && node.HasClock)
        {
            return new TimeCandidate(At(node.Day, node.ClockMinutes), null, null);
        }

        return new TimeCandidate(null, node.HasDay || node.HasPeriod ? node.Day : null, Parts.Public(node.Part)) { Time = node.HasClock ? TimeOf(node.ClockMinutes) : null };
    }

    private DayTime DueOf(in Node node, SeriesRule? rule = null)
    {
        if (rule is not null && node is { HasClock: true, HasDay: false, HasPeriod: false } && rule.First(rule.Begin is { } begin && begin > today ? begin : today, today + TimeOf(node.ClockMinutes) <= Now) is { } first)
        {
            // 每周五下午四点前: the first of them
            return new DayTime(first, TimeOf(node.ClockMinutes));
        }

        var day = node.HasEndDay ? node.EndDay : node.HasPeriod ? node.To : node.HasDay ? node.Day : today;
        if (node.HasClock)
        {
            var moment = At(day, node.EndMinute >= 0 ? node.EndMinute : node.ClockMinutes);
            if (!node.HasDay && !node.HasPeriod && moment <= Now)
            {
                moment = moment.AddDays(1);
            }

            return new DayTime(moment.Date, moment.TimeOfDay);
        }

        return node.Part == Parts.Noon ? new DayTime(day, LocalTime.Noon) : new DayTime(day, null);
    }
}
