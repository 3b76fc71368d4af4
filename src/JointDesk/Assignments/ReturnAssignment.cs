namespace JointDesk.Assignments;

/// <summary>The assigner finds it not done yet (退回): it is the owner's again, and the ladder goes on where it stopped.</summary>
public sealed record ReturnAssignment(string Assignment, string? Reason) : Command
{
    public override IEnumerable<string?> Texts => [Reason];

    public static Outcome Decide(OneAssignment loaded, ReturnAssignment command, Caller caller, Moment moment)
    {
        if (loaded.RefuseAssigner(command.Assignment, caller, out var assignment) is { } refusal)
            return refusal;
        if (assignment.State != AssignmentState.ReportedDone)
            return new WrongState(assignment.Id, assignment.Number, assignment.State);

        var returned = assignment.Noted(moment, caller.Id, HistoryAction.Returned, command.Reason) with { State = AssignmentState.Accepted };
        return new Decision(new AssignmentReturned(assignment.Id, [.. assignment.KnownTo]))
        {
            Changes = [Change.Put(Assignments.Assignment.Documents, returned)],
            Notices = [.. loaded.Owner.Select(to => new AssignmentReturnedNotice(assignment.Id) { To = to })],
            Alarms = loaded.Ladder.Next(returned, moment.Now) is { } alarm ? [alarm] : [],
        };
    }
}
