using NodaTime;

namespace JointDesk.Recognizers.Grammar;

internal enum AtomKind : byte { Role, Day, Period, Clock, Part, Length, Series, Nth, Festival }

/// <summary>How a day was said, which decides what may become of it: a bare weekday can be a series' day, a day of the month too.</summary>
internal enum DayForm : byte { Absolute, MonthDay, DayOfMonth, Weekday, WeekdayOfWeek, Relative, FromNow }

internal enum Role : byte
{
    None, Break, Comma, Enum, Before, After, Within, By, Until, From, To, Between, And, Or, Not, Except, ExceptEnd, Of, Possessive, Any,
    MoveTo, Postpone, Advance, Extend, ExtendTo, More, Cancel, Remind, Report, Meeting, Deadline, SameTime, Start, Count, Skip, Gap, For, Finish, Correct, Recur,
}

/// <summary>The smallest thing that means something: one day, one clock time, one length, or the role of its neighbours.</summary>
internal struct Atom
{
    public AtomKind Kind;
    public Role Role;
    public DayForm Form;

    /// <summary>Tokens, the last one included.</summary>
    public int First;
    public int Last;

    /// <summary>The day; the first one of a period.</summary>
    public LocalDate Date;

    /// <summary>The last day of a period.</summary>
    public LocalDate Date2;

    /// <summary>Day parts belong to days (今晚), clocks (10pm) or stand alone.</summary>
    public sbyte Part;

    /// <summary>Clock: hour as said, and whether it lacks any sign of morning or afternoon.</summary>
    public int Hour;
    public int Minute;

    /// <summary>Of a clock its seconds, of a quarterly series which month of the quarter.</summary>
    public int Second;
    public bool Bare;

    /// <summary>Length, or the interval of a series.</summary>
    public int Minutes;
    public int Days;
    public int WorkDays;
    public int Months;

    /// <summary>ISO weekday of a day said by weekday; week day count of Nth; how often of a series.</summary>
    public int Weekday;
    public int Nth;
    public int Interval;
    public SeriesUnit Unit;

    /// <summary>Bit per ISO weekday; of a series, those that its header already names. Of a series <see cref="WorkDays"/> is a day of the month counted from its end.</summary>
    public int Mask;

    /// <summary>The rule that read it.</summary>
    public string Rule;

    public readonly bool IsRole(Role role) => Kind == AtomKind.Role && Role == role;
}

internal enum SeriesUnit : byte { None, Minute, Hour, Day, Week, Month, Year, WorkDay }
