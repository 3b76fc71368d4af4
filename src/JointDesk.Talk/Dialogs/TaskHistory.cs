using JointDesk.Assignments;
using JointDesk.Talk.Understanding;
using JointDesk.Talk.Wording;

namespace JointDesk.Talk.Dialogs;

/// <summary>2026-001-1什么进展: one task that is named by its number, with all that was done about it.</summary>
internal static class TaskHistory
{
    /// <summary>Whether the sentence names a task and asks about it: what it asks matters little then.</summary>
    public static bool IsAskedFor(Reading reading) => reading.Number is { } number && Numbered.IsTask(number) && Asks(reading.Intent);

    /// <summary>How sure it is that the sentence asks.</summary>
    public static double Sureness(Reading reading) => reading.Confidence + reading.Alternatives.Where(a => Asks(a.Intent)).Sum(a => a.Confidence);

    private static bool Asks(string intent) => intent is Intents.QueryInfo or Intents.ListTasks or Intents.QueryMeetings or Intents.QueryAnswers;

    public static async ValueTask<Reply> AnswerAsync(string number, Scene scene, CancellationToken cancel)
    {
        var draft = await Numbered.ResolveAsync(new Draft("", "status"), number, scene, cancel);
        if (draft.Assignment is not { } id || await scene.Read.FindAsync(Assignment.Documents, id, cancel) is not { } assignment)
            return new Reply(new Message(scene.Say("shared.unknownNumber", ("number", number))));
        if (assignment.For(scene.Viewer, scene.Roster, scene.Here) is not { } shown)
            return new Reply(new Message(scene.Say("shared.notHere")));

        var zone = assignment.Due.Zone;
        return new Reply(scene.Card(AssignmentSheets.Of(shown, scene.Words, scene.Now, "status.taskHeading", ("state", scene.Say($"status.assignment.{assignment.State}"))) with
        {
            Lines =
            [
                .. assignment.History.Select(h => new SheetLine(
                    $"{scene.Words.Moment(h.At, zone, scene.Now, nameZone: false)}  {scene.Say($"status.history.{h.Action}")}{(h.Note is null ? "" : scene.Words.Colon + h.Note)}",
                    scene.Roster.Officer(h.By) is { } by ? $"{scene.Words.Department(by.Department)} {scene.Words.Officer(by.Id)}" : null)),
            ],
            Actions = assignment.Lead == scene.Officer.Department && scene.Turn.Place.IsPersonal ? AssignmentSheets.OwnerActions(assignment, scene.Words) : [],
        }));
    }
}
