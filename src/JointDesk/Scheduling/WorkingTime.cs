using NodaTime;

namespace JointDesk.Scheduling;

/// <summary>
/// When people are at work: the working days of a calendar, from <see cref="Start"/> to <see cref="End"/> in a zone. All other time is quiet.
/// </summary>
/// <exception cref="ArgumentException">The end of the day is not after its start.</exception>
public sealed record WorkingTime(HolidayCalendar Calendar, DateTimeZone Zone, LocalTime Start, LocalTime End)
{
    // No init accessors: `with` would go past the check.
    public LocalTime Start { get; } = Start;
    public LocalTime End { get; } = End > Start ? End : throw new ArgumentException($"{End} is not after {Start}.", nameof(End));

    /// <summary>When reminders are sent.</summary>
    public static readonly LocalTime DefaultMorning = new(9, 0);

    public bool IsWorkingDay(LocalDate date) => Calendar.IsWorkingDay(date);

    /// <summary>The date in this zone.</summary>
    public LocalDate DateAt(Instant instant) => instant.InZone(Zone).Date;

    public bool IsWorkingTime(Instant instant)
    {
        var local = instant.InZone(Zone);
        return IsWorkingDay(local.Date) && Start <= local.TimeOfDay && local.TimeOfDay < End;
    }

    /// <summary>Nobody is to be disturbed: before and after work, at weekends, on holidays.</summary>
    public bool IsQuiet(Instant instant) => !IsWorkingTime(instant);

    /// <summary>Whether all of it lies inside one working day.</summary>
    public bool Contains(TimeRange range)
    {
        var (from, to) = (range.Start.InZone(Zone), range.End.InZone(Zone));
        return from.Date == to.Date && IsWorkingTime(range.Start) && to.TimeOfDay <= End;
    }

    /// <summary>
    /// The nth working day after the date, or before it where n is negative; the date itself for 0, working day or not.
    /// From a Sunday, one working day on is Monday, and one back is Friday.
    /// </summary>
    public LocalDate AddWorkingDays(LocalDate date, int n)
    {
        var (step, left) = (Math.Sign(n), Math.Abs(n));
        while (left > 0)
        {
            date = date.PlusDays(step);
            if (IsWorkingDay(date))
                left--;
        }

        return date;
    }

    /// <summary>
    /// How many working days <paramref name="to"/> lies after <paramref name="from"/>, or before it as a negative number: what
    /// <see cref="AddWorkingDays"/> was given to get there. From a deadline to today: overdue by so many, or, negative, so many left.
    /// </summary>
    public int WorkingDaysBetween(LocalDate from, LocalDate to)
    {
        var (step, count) = (to < from ? -1 : 1, 0);
        for (var date = from; date != to;)
        {
            date = date.PlusDays(step);
            if (IsWorkingDay(date))
                count += step;
        }

        return count;
    }

    /// <summary>The first working day from the date on, the date included.</summary>
    public LocalDate WorkingDayFrom(LocalDate date) => IsWorkingDay(date) ? date : AddWorkingDays(date, 1);

    /// <summary>
    /// When the morning's messages of a date go out. Where <paramref name="morning"/> lies outside working hours the start of work takes
    /// its place: a message that waits for the morning must never find the morning quiet too.
    /// </summary>
    public Instant MorningOf(LocalDate date, LocalTime? morning = null)
    {
        var time = morning ?? DefaultMorning;
        return (date + (time < Start || time >= End ? Start : time)).ToInstant(Zone);
    }

    /// <summary>The first morning of a working day that is not before the instant.</summary>
    public Instant NextMorning(Instant from, LocalTime? morning = null)
    {
        var date = WorkingDayFrom(DateAt(from));
        var today = MorningOf(date, morning);
        return today >= from ? today : MorningOf(AddWorkingDays(date, 1), morning);
    }
}
