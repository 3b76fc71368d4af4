using NodaTime;

namespace JointDesk.Recognizers;

/// <summary>What a text is read against.</summary>
/// <param name="Now">Now in the reader's own zone; all local times that are read are of this zone.</param>
/// <param name="IsWorkingDay">Whether a day is worked, for deadlines in working days.</param>
public sealed record TimeContext(LocalDateTime Now, Func<LocalDate, bool> IsWorkingDay);

/// <summary>All that a text says about time. What is not said is null or empty, never guessed. Times are local to the reader's zone.</summary>
public sealed record TimeReading
{
    /// <summary>When the thing meant begins; for a series its first occurrence.</summary>
    public LocalDateTime? Start { get; init; }

    public LocalDateTime? End { get; init; }

    /// <summary>Said, or given by a range.</summary>
    public int? DurationMinutes { get; init; }

    /// <summary>A day without a clock time.</summary>
    public LocalDate? Date { get; init; }

    public PartOfDay? PartOfDay { get; init; }

    /// <summary>A clock time without a day.</summary>
    public LocalTime? Time { get; init; }

    /// <summary>The end of a range of clock times without a day.</summary>
    public LocalTime? EndTime { get; init; }

    /// <summary>A span of days to choose from, both ends included.</summary>
    public DayWindow? Window { get; init; }

    /// <summary>Times offered, in the order said.</summary>
    public IReadOnlyList<TimeCandidate> Candidates { get; init; } = [];

    public IReadOnlyList<LocalDate> Exclude { get; init; } = [];

    /// <summary>A deadline: a day, with the hour if one was said.</summary>
    public DayTime? Due { get; init; }

    /// <summary>RFC 5545 recurrence rule without <c>RRULE:</c>. Its UNTIL is local, as all times here are.</summary>
    public string? Rrule { get; init; }

    /// <summary>Relative to a meeting or a deadline: one day before the meeting is days −1.</summary>
    public TimeOffset? Offset { get; init; }

    /// <summary>How far something existing is to be moved; positive is later.</summary>
    public TimeShift? Shift { get; init; }

    /// <summary>The day of the existing meeting that is meant.</summary>
    public LocalDate? TargetDate { get; init; }

    /// <summary>The clock time of the existing meeting that is meant, if said.</summary>
    public LocalTime? TargetTime { get; init; }

    /// <summary>Where a day is named that no calendar has (2月30号, 31 November); it is said back, never bent into another.</summary>
    public TextSpan? NoSuchDay { get; init; }

    /// <summary>A series that leaves out public holidays (节假日除外).</summary>
    public bool ExceptHolidays { get; init; }

    /// <summary>Who read it.</summary>
    public Reader By { get; init; }

    /// <summary>The stretches of the text that were read as time, in order, without overlaps.</summary>
    public IReadOnlyList<TextSpan> Spans { get; init; } = [];
}

/// <summary>Our grammar, or Microsoft.Recognizers.Text behind it.</summary>
public enum Reader { Grammar, Library }

public enum PartOfDay { Morning, Noon, Afternoon, Evening }

public sealed record DayWindow(LocalDate From, LocalDate To);

public sealed record TimeCandidate(LocalDateTime? Start, LocalDate? Date, PartOfDay? PartOfDay)
{
    /// <summary>A clock time without a day.</summary>
    public LocalTime? Time { get; init; }
}

/// <summary>A day, with the hour if one was said.</summary>
public sealed record DayTime(LocalDate Date, LocalTime? Time);

public sealed record TimeOffset(string RelativeTo, int Days, int Minutes)
{
    public int WorkingDays { get; init; }
}

public sealed record TimeShift(int Days, int Minutes, int WorkingDays);

/// <param name="Start">Offset in UTF-16 code units of the text that was given.</param>
public readonly record struct TextSpan(int Start, int Length);
