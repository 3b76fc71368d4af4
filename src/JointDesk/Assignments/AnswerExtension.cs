namespace JointDesk.Assignments;

/// <summary>
/// The assigner grants more time, or does not. Granted, the rounds are counted from the new day, and an escalation is over.
/// </summary>
/// <param name="Request">The number of the request that was shown, or null where the answer was typed.</param>
public sealed record AnswerExtension(string Assignment, bool Grant, string? Note, int? Request) : Command
{
    public override IEnumerable<string?> Texts => [Note];

    public static Outcome Decide(OneAssignment loaded, AnswerExtension command, Caller caller, Moment moment)
    {
        if (loaded.RefuseAssigner(command.Assignment, caller, out var assignment) is { } refusal)
            return refusal;
        if (command.Request is { } shown && shown != assignment.Extension?.Number)
            return new OutdatedExtension(assignment.Id, assignment.Number);
        if (assignment.Extension is not { } extension)
            return new NoExtensionAsked(assignment.Id, assignment.Number);

        return command.Grant ? Granted(loaded, extension, command, caller, moment) : Refused(loaded, command, caller, moment);
    }

    private static Outcome Granted(OneAssignment loaded, ExtensionRequest extension, AnswerExtension command, Caller caller, Moment moment)
    {
        if (OneAssignment.RefuseDue(extension.Due, moment.Now) is { } wrong)
            return wrong;

        var ladder = loaded.Ladder;
        var before = loaded.Assignment!;
        var (granted, facts, recalls) = Escalation.Recall(
            before.Noted(moment, caller.Id, HistoryAction.ExtensionGranted, command.Note) with
            {
                Due = extension.Due,
                Extension = null,
                Round = ladder.Passed(extension.Due, moment.Now),
            },
            moment, []);
        return new Decision([new ExtensionGranted(before.Id, [.. before.KnownTo], before.Due.Instant, extension.Due.Instant), .. facts])
        {
            Changes = [Change.Put(Assignments.Assignment.Documents, granted)],
            Notices = [.. loaded.Doers.Select(to => new ExtensionAnsweredNotice(before.Id, true) { To = to }), .. recalls],
            Alarms = ladder.Next(granted, moment.Now) is { } alarm ? [alarm] : [],
        };
    }

    private static Decision Refused(OneAssignment loaded, AnswerExtension command, Caller caller, Moment moment)
    {
        var refused = loaded.Assignment!.Noted(moment, caller.Id, HistoryAction.ExtensionRefused, command.Note) with { Extension = null };
        return new Decision(new ExtensionRefused(refused.Id, [.. refused.KnownTo]))
        {
            Changes = [Change.Put(Assignments.Assignment.Documents, refused)],
            Notices = [.. loaded.Owner.Select(to => new ExtensionAnsweredNotice(refused.Id, false) { To = to })],
        };
    }
}
