using JointDesk.Scheduling;
using NodaTime;

namespace JointDesk.Assignments;

/// <summary>The ladder of reminders (提醒梯级), in working days of the owner's department.</summary>
public sealed record LadderOptions
{
    private const int Most = 60;

    /// <summary>When a round goes out, in the owner's zone; moved to the start of work where it lies outside working hours.</summary>
    public LocalTime Morning { get; init; } = WorkingTime.DefaultMorning;

    /// <summary>Rounds before the day it is due, 1 to 60 each; the due morning always is one.</summary>
    public IReadOnlyList<int> DaysBefore { get; init; } = [3, 1];

    /// <summary>Overdue by so many, the owner's head is told; 1 to 60.</summary>
    public int HeadAfter { get; init; } = 1;

    /// <summary>The lead department and the owner's superior; above <see cref="HeadAfter"/>.</summary>
    public int SuperiorAfter { get; init; } = 3;

    /// <summary>The desk office; above <see cref="SuperiorAfter"/>, at most 60.</summary>
    public int DeskOfficeAfter { get; init; } = 5;

    /// <summary>What is wrong with it, in one English line, or null.</summary>
    public string? Problem =>
        DaysBefore.Any(d => d is < 1 or > Most) ? $"{nameof(DaysBefore)}: each 1 to {Most}."
        : HeadAfter < 1 || SuperiorAfter <= HeadAfter || DeskOfficeAfter <= SuperiorAfter || DeskOfficeAfter > Most
            ? $"{nameof(HeadAfter)}, {nameof(SuperiorAfter)}, {nameof(DeskOfficeAfter)}: rising, 1 to {Most}."
        : null;

    /// <summary>In working days from the day it is due, in order.</summary>
    internal IEnumerable<int> Rounds => DaysBefore.Select(d => -d).Concat([0, HeadAfter, SuperiorAfter, DeskOfficeAfter]).Distinct().Order();

    internal int LevelOf(int round) =>
        round >= DeskOfficeAfter ? 3
        : round >= SuperiorAfter ? 2
        : round >= HeadAfter ? 1
        : 0;
}
