using JointDesk.Recognizers.Grammar;
using JointDesk.Recognizers.Scanning;
using NodaTime;

namespace JointDesk.Recognizers.Expressions;

internal enum Open : byte { None, Until, From }

/// <summary>What one stretch of a text says about time, in the library's terms: a range ends where it is over, and is told apart from a point.</summary>
internal sealed class Said
{
    /// <summary>Tokens, the last one included.</summary>
    public int First;
    public int Last;

    /// <summary>The day, or the first one of several.</summary>
    public LocalDate? Day;

    /// <summary>The day after the last one; null for one day.</summary>
    public LocalDate? DayEnd;
    public DayForm Form;
    public int Weekday;

    /// <summary>Seconds after midnight.</summary>
    public int? Clock;
    public int? ClockEnd;
    public bool Bare;
    public bool BareEnd;
    public sbyte Part = Parts.None;
    public (int From, int To)? PartHours;

    /// <summary>A stretch between two moments.</summary>
    public LocalDateTime? From;
    public LocalDateTime? To;
    public Amount? Length;
    public bool Set;
    public Open Open;

    /// <summary>A name of a time that is no dates: summer, a fiscal year, 30 February.</summary>
    public bool Nameless;
    public string? Timex;
    public string Rule = "";

    /// <summary>Of a year, a month or the like: what may be completed by a year that follows.</summary>
    public PeriodUnit Unit;

    /// <summary>The same day of another year, where that is not the same date: the last Monday of April.</summary>
    public Func<int, LocalDate>? InYear;

    /// <summary>Whether the end of the period was meant (to the end of 2008).</summary>
    public bool AtEnd;

    public bool IsDay => Day is not null && DayEnd is null && !HasTime && Open == Open.None && Length is null && !Set && !Nameless;
    public bool IsDays => Day is not null && DayEnd is not null && Open == Open.None && !HasTime;
    public bool HasTime => Clock is not null || Part != Parts.None || PartHours is not null || From is not null;
    public bool IsClock => Clock is not null && ClockEnd is null && Open == Open.None && !Set && From is null;
    public bool IsTimeOnly => HasTime && Day is null && From is null && Open == Open.None && !Set;
    public bool IsClockRange => Clock is not null && ClockEnd is not null && Open == Open.None && !Set;
    public bool IsLength => Length is not null && Day is null && From is null;
    public bool YearFree => Form is DayForm.MonthDay or DayForm.Weekday or DayForm.DayOfMonth;
}

internal enum PeriodUnit : byte { None, Year, Quarter, Month, Week, Weekend, Holiday, Other }

/// <summary>A length: months and days for the calendar, seconds for the clock, and what it is in seconds altogether.</summary>
internal readonly record struct Amount(int Months, int Days, double Seconds, double Total, string Timex)
{
    public bool OfClock => Seconds > 0;
}
