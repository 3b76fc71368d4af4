using JointDesk.Cases;
using JointDesk.Meetings;
using JointDesk.Scheduling;

namespace JointDesk.Assignments;

/// <summary>The lead department gives a task out of a meeting to one owner, and names who assists (交办). The ladder begins.</summary>
/// <param name="Lead">The owner (主办).</param>
/// <param name="Assisting">协办.</param>
public sealed record AssignTask(string Meeting, string Title, string Lead, IReadOnlyList<string> Assisting, Deadline Due) : Command
{
    public override IEnumerable<string?> Texts => [Title];

    public sealed record Loaded(OneMeeting Meeting, Case? Case, LadderOptions Options);

    public static async ValueTask<Loaded> Load(AssignTask command, DeskReader read, LadderOptions options, CancellationToken cancel)
    {
        var meeting = await OneMeeting.LoadAsync(command.Meeting, read, cancel);
        var @case = meeting.Meeting?.CaseNumber is { } number ? await read.FindAsync(Case.Kind, number, cancel) : null;
        return new Loaded(meeting, @case, options);
    }

    public static Outcome Decide(Loaded loaded, AssignTask command, Caller caller, Moment moment)
    {
        if (loaded.Meeting.RefuseLead(command.Meeting, caller, out var officer, out var meeting) is { } refusal)
            return refusal;
        if (meeting.State == MeetingState.Cancelled)
            return new MeetingNotOpen(meeting.Id, meeting.Number, meeting.State);
        if (Refuse(loaded, command, meeting, moment) is { } wrong)
            return wrong;

        var roster = loaded.Meeting.Roster;
        var ladder = Ladder.Of(command.Lead, roster, loaded.Options);
        var given = meeting with { Assignments = meeting.Assignments + 1 };
        var assignment = new Assignment(
            moment.NewId(), $"{meeting.Number}-{given.Assignments}", command.Title.Trim(), meeting.Id, meeting.CaseNumber, meeting.Lead,
            officer.Id, command.Lead, [.. command.Assisting.Distinct().Where(d => d != command.Lead)], command.Due,
            AssignmentState.Assigned, [])
        {
            // What would have gone out before now is in what goes out now.
            Round = ladder.Passed(command.Due, moment.Now),
        };
        assignment = assignment.Noted(moment, officer.Id, HistoryAction.Assigned);

        return new Decision(new TaskAssigned(assignment.Id, [.. assignment.KnownTo], meeting.Id, assignment.Number, command.Due.Instant))
        {
            Changes = [Change.Put(Assignment.Documents, assignment), Change.Put(Meetings.Meeting.Documents, given)],
            Notices =
            [
                .. from department in assignment.Assisting.Prepend(assignment.Lead)
                   from to in Recipients.OfDepartment(roster, department)
                   select new AssignmentGivenNotice(assignment.Id, department, department != assignment.Lead) { To = to },
            ],
            Alarms = ladder.Next(assignment, moment.Now) is { } alarm ? [alarm] : [],
        };
    }

    private static Refusal? Refuse(Loaded loaded, AssignTask command, Meeting meeting, Moment moment)
    {
        var departments = command.Assisting.Prepend(command.Lead).ToList();
        return string.IsNullOrWhiteSpace(command.Title) ? new EmptyText()
            : departments.Find(d => loaded.Meeting.Roster.Department(d) is null) is { } unknown ? new UnknownDepartment(unknown)
            : departments.Find(d => !meeting.Departments.Contains(d) && loaded.Case?.Departments.Contains(d) != true) is { } stranger
                ? new DepartmentNotInvolved(stranger)
            : OneAssignment.RefuseDue(command.Due, moment.Now);
    }
}
