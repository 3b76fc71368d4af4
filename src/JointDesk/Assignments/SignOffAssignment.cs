namespace JointDesk.Assignments;

/// <summary>The assigner agrees that it is done (销号). Nothing follows.</summary>
public sealed record SignOffAssignment(string Assignment, string? Note) : Command
{
    public override IEnumerable<string?> Texts => [Note];

    public static Outcome Decide(OneAssignment loaded, SignOffAssignment command, Caller caller, Moment moment)
    {
        if (loaded.RefuseAssigner(command.Assignment, caller, out var assignment) is { } refusal)
            return refusal;
        if (assignment.State != AssignmentState.ReportedDone)
            return new WrongState(assignment.Id, assignment.Number, assignment.State);

        var signedOff = assignment.Noted(moment, caller.Id, HistoryAction.SignedOff, command.Note) with
        {
            State = AssignmentState.SignedOff,
        };
        return new Decision(new AssignmentSignedOff(assignment.Id, [.. assignment.KnownTo]))
        {
            Changes = [Change.Put(Assignments.Assignment.Documents, signedOff)],
            Notices = [.. loaded.Doers.Select(to => new AssignmentSignedOffNotice(assignment.Id) { To = to })],
            CancelledAlarms = [Ladder.AlarmId(assignment.Id)],
        };
    }
}
