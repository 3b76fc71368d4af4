using JointDesk.Meetings;

namespace JointDesk.Assignments;

/// <summary>What this room handles and follows.</summary>
public static class AssignmentRoutes
{
    /// <exception cref="ArgumentException">The options are out of range.</exception>
    public static DeskRoutes AddAssignments(this DeskRoutes routes, LadderOptions options)
    {
        if (options.Problem is { } problem)
            throw new ArgumentException(problem, nameof(options));

        return routes
            .On<AssignTask, AssignTask.Loaded>((c, _, read, cancel) => AssignTask.Load(c, read, options, cancel), AssignTask.Decide)
            .On<AcceptAssignment, OneAssignment>((c, _, read, cancel) => Load(c.Assignment, read, cancel), AcceptAssignment.Decide)
            .On<ReportProgress, OneAssignment>((c, _, read, cancel) => Load(c.Assignment, read, cancel), ReportProgress.Decide)
            .On<ReportDone, OneAssignment>((c, _, read, cancel) => Load(c.Assignment, read, cancel), ReportDone.Decide)
            .On<SignOffAssignment, OneAssignment>((c, _, read, cancel) => Load(c.Assignment, read, cancel), SignOffAssignment.Decide)
            .On<ReturnAssignment, OneAssignment>((c, _, read, cancel) => Load(c.Assignment, read, cancel), ReturnAssignment.Decide)
            .On<RequestExtension, OneAssignment>((c, _, read, cancel) => Load(c.Assignment, read, cancel), RequestExtension.Decide)
            .On<AnswerExtension, OneAssignment>((c, _, read, cancel) => Load(c.Assignment, read, cancel), AnswerExtension.Decide)
            .On<RemindAssignee, OneAssignment>((c, _, read, cancel) => Load(c.Assignment, read, cancel), RemindAssignee.Decide)
            .When<TaskAssigned, TellOfMissingHolidays.Loaded>(
                (fact, read, cancel) => TellOfMissingHolidays.LoadAsync(fact.Due, read, cancel), TellOfMissingHolidays.Decide)
            .When<ExtensionGranted, TellOfMissingHolidays.Loaded>(
                (fact, read, cancel) => TellOfMissingHolidays.LoadAsync(fact.Due, read, cancel), TellOfMissingHolidays.Decide);

        ValueTask<OneAssignment> Load(string id, DeskReader read, CancellationToken cancel) =>
            OneAssignment.LoadAsync(id, read, options, cancel);
    }
}
