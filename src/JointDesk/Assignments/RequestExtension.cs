using JointDesk.Scheduling;

namespace JointDesk.Assignments;

/// <summary>The owner asks the assigner for more time (延期). Until that is answered the deadline holds, and so does the ladder.</summary>
/// <param name="Due">Until when. A further request takes the place of one that waits.</param>
public sealed record RequestExtension(string Assignment, Deadline Due, string? Reason) : Command
{
    public override IEnumerable<string?> Texts => [Reason];

    public static Outcome Decide(OneAssignment loaded, RequestExtension command, Caller caller, Moment moment)
    {
        if (loaded.RefuseOwner(command.Assignment, caller, out var assignment) is { } refusal)
            return refusal;
        if (!assignment.IsOpen)
            return new WrongState(assignment.Id, assignment.Number, assignment.State);
        if (OneAssignment.RefuseDue(command.Due, moment.Now) is { } wrong)
            return wrong;
        if (command.Due.Instant <= assignment.Due.Instant)
            return new ExtensionNotLater(assignment.Due);

        var number = assignment.History.Count(h => h.Action == HistoryAction.ExtensionAsked) + 1;
        var asked = assignment.Noted(moment, caller.Id, HistoryAction.ExtensionAsked, command.Reason) with
        {
            Extension = new ExtensionRequest(number, command.Due, caller.Id, command.Reason),
        };
        return new Decision(new ExtensionRequested(assignment.Id, [.. assignment.KnownTo], assignment.Due.Instant, command.Due.Instant))
        {
            Changes = [Change.Put(Assignments.Assignment.Documents, asked)],
            Notices = [.. loaded.Assigner.Select(to => new ExtensionAskedNotice(assignment.Id, number) { To = to })],
        };
    }
}
