using JointDesk.People;

namespace JointDesk.Assignments;

/// <summary>Who above the owner is told that a task is overdue (提级), and who is told that it is over.</summary>
internal static class Escalation
{
    /// <summary>
    /// The officers of this level, and those of lower ones who were not told because their round was missed. The owner's liaisons are
    /// none of them: they are reminded.
    /// </summary>
    public static IReadOnlyList<Officer> ToTell(OneAssignment loaded, int level)
    {
        var assignment = loaded.Assignment!;
        var missed = Enumerable.Range(1, level - 1).SelectMany(lower => Of(loaded, lower)).Where(o => !assignment.Told.Contains(o.Id));
        return [.. Of(loaded, level).Concat(missed).Where(o => !IsOwner(o, assignment)).DistinctBy(o => o.Id)];
    }

    /// <summary>The task without its escalation, and what that takes: the fact, and a notice to each who was told.</summary>
    /// <param name="else">Those whom another notice of the same moment tells as much.</param>
    public static (Assignment Assignment, IReadOnlyList<Fact> Facts, IReadOnlyList<Notice> Notices) Recall(
        Assignment assignment, Moment moment, IEnumerable<Recipient> @else)
    {
        if (assignment.Told is [])
            return (assignment with { Escalation = 0 }, [], []);
        var told = assignment.Told.Select(Recipient.Officer).Except(@else).ToList();
        return (
            assignment.Noted(moment, Caller.Desk.Id, HistoryAction.Recalled) with { Escalation = 0, Told = [] },
            [new EscalationRecalled(assignment.Id, [.. assignment.KnownTo], assignment.Told)],
            [.. told.Select(to => new EscalationRecalledNotice(assignment.Id) { To = to })]);
    }

    private static IEnumerable<Officer> Of(OneAssignment loaded, int level)
    {
        var (roster, assignment) = (loaded.Roster, loaded.Assignment!);
        return level switch
        {
            1 => roster.HeadsOf(assignment.Lead),
            2 => new[] { assignment.Assigner, loaded.Case?.Lead, roster.Department(assignment.Lead)?.Superior }.SelectMany(Speakers),
            3 => Speakers(roster.DeskOffice?.Id),
            _ => throw new ArgumentOutOfRangeException(nameof(level), level, "1 to 3."),
        };

        IEnumerable<Officer> Speakers(string? department) =>
            department is null ? [] : roster.OfficersOf(department).Where(o => o.IsLiaison || o.IsHead);
    }

    private static bool IsOwner(Officer officer, Assignment assignment) => officer.IsLiaison && officer.Department == assignment.Lead;
}
