namespace JointDesk.Assignments;

/// <summary>The owner takes the task on (签收).</summary>
public sealed record AcceptAssignment(string Assignment) : Command
{
    public static Outcome Decide(OneAssignment loaded, AcceptAssignment command, Caller caller, Moment moment)
    {
        if (loaded.RefuseOwner(command.Assignment, caller, out var assignment) is { } refusal)
            return refusal;
        if (assignment.State != AssignmentState.Assigned)
            return new WrongState(assignment.Id, assignment.Number, assignment.State);

        var accepted = assignment.Noted(moment, caller.Id, HistoryAction.Accepted) with { State = AssignmentState.Accepted };
        return new Decision(new AssignmentAccepted(assignment.Id, [.. assignment.KnownTo]))
        {
            Changes = [Change.Put(Assignments.Assignment.Documents, accepted)],
            Notices = [.. loaded.AssignedBy.Select(to => new AssignmentAcceptedNotice(assignment.Id) { To = to })],
        };
    }
}
