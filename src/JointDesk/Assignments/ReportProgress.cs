using JointDesk.Meetings;

namespace JointDesk.Assignments;

/// <summary>The owner, or one who assists, says how far it is (反馈).</summary>
public sealed record ReportProgress(string Assignment, string Text) : Command
{
    public override IEnumerable<string?> Texts => [Text];

    public static Outcome Decide(OneAssignment loaded, ReportProgress command, Caller caller, Moment moment)
    {
        if (loaded.RefuseDoer(command.Assignment, caller, out var assignment) is { } refusal)
            return refusal;
        if (assignment.State != AssignmentState.Accepted)
            return new WrongState(assignment.Id, assignment.Number, assignment.State);
        if (string.IsNullOrWhiteSpace(command.Text))
            return new EmptyText();

        var department = loaded.Roster.Officer(caller.Id)!.Department;
        return new Decision(new ProgressReported(assignment.Id, [.. assignment.KnownTo], department))
        {
            Changes =
            [
                Change.Put(Assignments.Assignment.Documents, assignment.Noted(moment, caller.Id, HistoryAction.Progress, command.Text)),
            ],
            Notices = [.. loaded.AssignedBy.Select(to => new AssignmentProgressNotice(assignment.Id, department) { To = to })],
        };
    }
}
