namespace JointDesk.Assignments;

/// <summary>
/// The owner has done it (办结) and waits for the assigner. The ladder stops; who was told that it is overdue is told that it is over.
/// </summary>
public sealed record ReportDone(string Assignment, string? Note) : Command
{
    public override IEnumerable<string?> Texts => [Note];

    public static Outcome Decide(OneAssignment loaded, ReportDone command, Caller caller, Moment moment)
    {
        if (loaded.RefuseOwner(command.Assignment, caller, out var assignment) is { } refusal)
            return refusal;
        if (assignment.State != AssignmentState.Accepted)
            return new WrongState(assignment.Id, assignment.Number, assignment.State);

        var reported = assignment.Noted(moment, caller.Id, HistoryAction.ReportedDone, command.Note) with
        {
            State = AssignmentState.ReportedDone,
            Extension = null,
        };
        var (done, facts, recalls) = Escalation.Recall(reported, moment, loaded.Assigner);
        return new Decision([new DoneReported(assignment.Id, [.. assignment.KnownTo]), .. facts])
        {
            Changes = [Change.Put(Assignments.Assignment.Documents, done)],
            Notices = [.. loaded.Assigner.Select(to => new AssignmentReportedDoneNotice(assignment.Id) { To = to }), .. recalls],
            CancelledAlarms = [Ladder.AlarmId(assignment.Id)],
        };
    }
}
