using System.Text.Json.Nodes;
using JointDesk.Assignments;
using JointDesk.Cases;
using NodaTime;

namespace JointDesk.Talk.Wording;

/// <summary>How a task looks on a card, and what is said when something was done with it.</summary>
internal static class AssignmentSheets
{
    public static Sheet Of(Visible<Assignment> shown, Words words, Instant now, string heading, params (string Name, object? Value)[] values)
    {
        var assignment = shown.Value;
        return new Sheet(words.Say(heading, [("number", assignment.Number), .. values]))
        {
            Subtitle = assignment.Title,
            Facts =
            [
                new(words.Say("assign.owner"), words.Department(assignment.Lead)),
                .. assignment.Assisting.Count == 0 ? [] : new SheetFact[] { new(words.Say("assign.assisting"), words.Departments(assignment.Assisting)) },
                new(words.Say("assign.due"), words.Due(assignment.Due, now)),
                new(words.Say("assign.from"), words.Department(assignment.Assigner)),
            ],
        };
    }

    public static SheetFact? LatestReport(Assignment assignment, Words words) =>
        assignment.History.LastOrDefault(h => h.Action is HistoryAction.Progress or HistoryAction.ReportedDone && h.Note is not null) is { } report
            ? new SheetFact(words.Say("report.latest"), report.Note!)
            : null;

    public static SheetAction Action(string title, string verb, Assignment assignment, Words words, bool primary = false) =>
        new(words.Say(title), verb, new JsonObject { ["assignment"] = assignment.Id }, primary);

    public static SheetAction[] OwnerActions(Assignment assignment, Words words) => assignment.State switch
    {
        AssignmentState.Assigned => [Action("accept.accept", "assignment.accept", assignment, words, primary: true)],
        AssignmentState.Accepted =>
        [
            Action("report.progress", "assignment.progress", assignment, words),
            Action("report.done", "assignment.done", assignment, words, primary: true),
            Action("extend.ask", "assignment.extend", assignment, words),
        ],
        _ => [],
    };

    public static string Line(Assignment assignment, Words words, Instant now) => words.Say(
        "status.taskLine", ("number", assignment.Number), ("title", assignment.Title), ("lead", words.Department(assignment.Lead)),
        ("due", words.Due(assignment.Due, now)), ("state", words.Say($"status.assignment.{assignment.State}")),
        ("overdue", assignment.IsOpen && assignment.Due.Instant < now ? words.Say("status.overdueMark") : ""));

    /// <summary>The answer to whoever did it.</summary>
    public static string Done(AssignmentFact fact, Assignment assignment, Words words, Instant now) => words.Say(
        $"report.did.{fact.GetType().Name}", ("number", assignment.Number), ("title", assignment.Title),
        ("assigner", words.Department(assignment.Assigner)), ("lead", words.Department(assignment.Lead)),
        ("due", words.Due(assignment.Extension?.Due ?? assignment.Due, now)));
}
