using NodaTime;

namespace JointDesk.Scheduling;

/// <summary>Looks for times at which a meeting suits all who must come.</summary>
public static class SlotSearch
{
    /// <summary>
    /// Whether the wanted time is free, who is busy then, and the nearest times that suit all required departments: on the grid, wholly
    /// inside working hours, never in the past. A wanted range of the meeting's own length is a wish for that very time, which is
    /// not among the nearest; a longer one is a wish for some time within, such as Thursday morning.
    /// </summary>
    public static SlotAnswer Find(SlotQuestion question, WorkingTime working, Instant now, SlotOptions? options = null)
    {
        options ??= new SlotOptions();
        var required = question.Required.ToHashSet(StringComparer.Ordinal);
        var busyThen = question.Busy.Where(b => b.Range.Overlaps(question.Wanted)).Select(b => b.Department).Distinct().ToList();
        var blocked = question.Busy.Where(b => required.Contains(b.Department)).Select(b => b.Range).ToList();
        var exact = question.Wanted.Duration == question.Duration;

        var nearest = Days(question.Wanted, working, now, options)
            .SelectMany(day => Starts(day, working, options.Grid))
            .Where(start => start >= now && !(exact && start == question.Wanted.Start))
            .Select(start => TimeRange.Of(start, question.Duration))
            .Where(slot => working.Contains(slot) && !blocked.Exists(slot.Overlaps))
            .OrderBy(slot => Distance(slot, question.Wanted)).ThenBy(slot => slot.Start)
            .Take(options.Count)
            .Select(slot => slot.Start)
            .Order();

        return new SlotAnswer(
            IsFree: !busyThen.Exists(required.Contains),
            IsWorkingTime: working.Contains(question.Wanted),
            BusyThen: busyThen,
            Nearest: [.. nearest]);
    }

    /// <summary>The working days around the wanted time, so many each way, none before today.</summary>
    private static IEnumerable<LocalDate> Days(TimeRange wanted, WorkingTime working, Instant now, SlotOptions options)
    {
        var today = working.DateAt(now);
        var last = working.AddWorkingDays(LocalDate.Max(working.DateAt(wanted.End), today), options.WorkingDaysEachWay);
        var first = LocalDate.Max(today, working.AddWorkingDays(working.DateAt(wanted.Start), -options.WorkingDaysEachWay));
        for (var day = first; day <= last; day = day.PlusDays(1))
            if (working.IsWorkingDay(day))
                yield return day;
    }

    /// <summary>The grid counts from midnight, so that meetings begin at full and half hours whatever hour work starts at.</summary>
    private static IEnumerable<Instant> Starts(LocalDate day, WorkingTime working, Duration grid)
    {
        for (var ticks = 0L; ticks < NodaConstants.TicksPerDay; ticks += grid.BclCompatibleTicks)
        {
            var time = LocalTime.FromTicksSinceMidnight(ticks);
            if (working.Start <= time && time < working.End)
                yield return (day + time).ToInstant(working.Zone);
        }
    }

    /// <summary>How far a slot lies outside what was wanted; nothing where it lies within.</summary>
    private static Duration Distance(TimeRange slot, TimeRange wanted) =>
        Duration.Max(Duration.Zero, Duration.Max(wanted.Start - slot.Start, slot.End - wanted.End));
}

/// <param name="Wanted">The very time, or a longer range in which the meeting should lie.</param>
/// <param name="Required">The departments that must come.</param>
/// <param name="Busy">What is known of anyone's busy times; departments not required only show in <see cref="SlotAnswer.BusyThen"/>.</param>
public sealed record SlotQuestion(TimeRange Wanted, Duration Duration, IReadOnlyList<string> Required, IReadOnlyList<BusyTime> Busy);

/// <param name="IsFree">No required department is known to be busy at any moment of the wanted range.</param>
/// <param name="IsWorkingTime">The wanted range lies inside one working day.</param>
/// <param name="BusyThen">Departments, required or not, that are busy at some moment of the wanted range.</param>
/// <param name="Nearest">Starts, the nearest to what was wanted, in the order of time; empty where nothing suits.</param>
public sealed record SlotAnswer(bool IsFree, bool IsWorkingTime, IReadOnlyList<string> BusyThen, IReadOnlyList<Instant> Nearest);

/// <param name="Count">How many times to offer.</param>
/// <param name="WorkingDaysEachWay">How far to look before and after what was wanted.</param>
public sealed record SlotOptions(int Count = 3, int WorkingDaysEachWay = 15)
{
    /// <summary>The step between two starts; at least a minute.</summary>
    public Duration Grid
    {
        get;
        init => field = value >= Duration.FromMinutes(1)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "At least a minute.");
    } = Duration.FromMinutes(30);
}
