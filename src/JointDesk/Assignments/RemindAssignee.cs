using JointDesk.People;

namespace JointDesk.Assignments;

/// <summary>
/// Sent by an alarm: one step of the ladder (提醒梯级). Done: nothing. Quiet hours or a holiday: the next working morning. Else the
/// highest round that has passed goes out, once, in place of all that were missed, and the next alarm is set.
/// </summary>
public sealed record RemindAssignee(string Assignment) : Command
{
    public static Outcome Decide(OneAssignment loaded, RemindAssignee command, Caller caller, Moment moment)
    {
        if (loaded.Assignment is not { IsOpen: true } assignment)
            return Decision.Nothing;

        var ladder = loaded.Ladder;
        if (ladder.Working.IsQuiet(moment.Now))
            return new Decision([]) { Alarms = [Ladder.AlarmAt(ladder.NextMorning(moment.Now), assignment.Id)] };
        if (ladder.Passed(assignment.Due, moment.Now) is not { } round || round <= assignment.Round)
            return new Decision([]) { Alarms = ladder.Next(assignment, moment.Now) is { } later ? [later] : [] };

        var level = loaded.Options.LevelOf(round);
        IReadOnlyList<Officer> above = level > 0 ? Escalation.ToTell(loaded, level) : [];
        var reminded = assignment with { Round = round };
        if (level > 0)
            reminded = Escalated(reminded, level, above, moment);

        var days = ladder.DaysOver(assignment.Due, moment.Now);
        return new Decision(Facts(reminded, round, level, above))
        {
            Changes = [Change.Put(Assignments.Assignment.Documents, reminded)],
            Notices =
            [
                .. loaded.Owner.Select(to => new AssignmentReminderNotice(assignment.Id, KindOf(days), Math.Abs(days)) { To = to }),
                .. above.Select(o => new AssignmentEscalatedNotice(assignment.Id, level, days) { To = Recipient.Officer(o.Id) }),
            ],
            Alarms = ladder.Next(reminded, moment.Now) is { } next ? [next] : [],
        };
    }

    private static Assignment Escalated(Assignment assignment, int level, IReadOnlyList<Officer> above, Moment moment) =>
        assignment.Noted(moment, Caller.Desk.Id, HistoryAction.Escalated) with
        {
            Escalation = level,
            Told = [.. assignment.Told.Union(above.Select(o => o.Id))],
            EscalatedTo = [.. assignment.EscalatedTo.Union(above.Select(o => o.Department)).Except(assignment.Departments)],
        };

    private static Fact[] Facts(Assignment assignment, int round, int level, IReadOnlyList<Officer> above)
    {
        var reminded = new AssigneeReminded(assignment.Id, [.. assignment.KnownTo], round);
        return level == 0
            ? [reminded]
            : [reminded, new AssignmentEscalated(assignment.Id, [.. assignment.KnownTo], level, [.. above.Select(o => o.Id)])];
    }

    private static RoundKind KindOf(int days) => days switch
    {
        < 0 => RoundKind.Ahead,
        0 => RoundKind.DueToday,
        > 0 => RoundKind.Overdue,
    };
}
