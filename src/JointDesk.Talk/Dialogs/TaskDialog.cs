using JointDesk.Assignments;
using JointDesk.Meetings;
using JointDesk.Recognizers;
using JointDesk.Scheduling;
using JointDesk.Talk.Understanding;
using JointDesk.Talk.Wording;

namespace JointDesk.Talk.Dialogs;

/// <summary>签收、反馈、办结、延期、同意延期、销号、退回: what is done with one task.</summary>
internal sealed class TaskDialog(DialogDefinition definition) : IDialog
{
    public string Name => definition.Name;

    public async ValueTask<Step> NextAsync(Draft draft, Scene scene, CancellationToken cancel)
    {
        if (draft.Assignment is { } named)
        {
            if (await scene.Read.FindAsync(Assignment.Documents, named, cancel) is { } task && !scene.MayShow(task))
                return MeetingChoice.NotHere(scene);
        }
        else
        {
            (draft, var question) = await ResolveAsync(draft, scene, cancel);
            if (question is not null)
                return question;
        }

        if (draft.Intent == Intents.ReportProgress && string.IsNullOrWhiteSpace(draft.Text))
            return scene.Ask(draft, "text", scene.Say("report.askText"), []);
        if (draft.Intent == Intents.ExtendDeadline && draft.Due is null && draft.Shift is null)
            return scene.Ask(draft, "due", scene.Say("extend.askDue"), []);
        return new Step.Act(draft, await CommandAsync(draft, scene, cancel));
    }

    public async ValueTask<Command> CommandAsync(Draft draft, Scene scene, CancellationToken cancel) => draft.Intent switch
    {
        Intents.AcceptTask => new AcceptAssignment(draft.Assignment!),
        Intents.ReportProgress => new ReportProgress(draft.Assignment!, draft.Text!),
        Intents.CompleteTask => new ReportDone(draft.Assignment!, draft.Text),
        Intents.SignOff => new SignOffAssignment(draft.Assignment!, draft.Text),
        Intents.ReturnTask => new ReturnAssignment(draft.Assignment!, draft.Text),
        Intents.ExtendDeadline => new RequestExtension(draft.Assignment!, await ExtendedAsync(draft, scene, cancel), draft.Text),
        Intents.GrantExtension or Intents.RefuseExtension =>
            new AnswerExtension(draft.Assignment!, draft.Intent == Intents.GrantExtension, draft.Text, draft.Sequence),
        _ => throw new InvalidOperationException($"{draft.Intent} does nothing with a task."),
    };

    public async ValueTask<IReadOnlyList<Message>> DoneAsync(Draft draft, Decision decision, Scene scene, CancellationToken cancel)
    {
        var fact = decision.Facts.OfType<AssignmentFact>().First();
        var assignment = (await scene.Read.FindAsync(Assignment.Documents, fact.Subject, cancel))!;
        return [new Message(AssignmentSheets.Done(fact, assignment, scene.Words, scene.Now))];
    }

    private async ValueTask<(Draft, Step?)> ResolveAsync(Draft draft, Scene scene, CancellationToken cancel)
    {
        var known = await scene.Read.ListAsync(Assignment.Documents, "department", scene.Officer.Department, cancel);
        var own = scene.Officer.Department;
        var fitting = known.Where(a => draft.Intent switch
        {
            Intents.AcceptTask => a.Lead == own && a.State == AssignmentState.Assigned,
            Intents.CompleteTask or Intents.ExtendDeadline => a.Lead == own && a.IsOpen,
            Intents.GrantExtension or Intents.RefuseExtension => a.Assigner == own && a.Extension is not null,
            Intents.ReportProgress => a.IsOpen && (a.Lead == own || a.Assisting.Contains(own)),
            _ => a.Assigner == own && a.State == AssignmentState.ReportedDone,
        }).OrderBy(a => a.Due.Instant).ToList();

        return fitting.Where(scene.MayShow).ToList() switch
        {
            [] => (draft, fitting.Count > 0 ? MeetingChoice.NotHere(scene) : new Step.Say(new Message(None(draft, known, scene)))),
            [var only] => (draft with { Assignment = only.Id }, null),
            var several => (draft, scene.Ask(draft, "assignment", scene.Say("report.askAssignment"),
                [.. several.Take(8).Select(a => new Choice($"{a.Number} {a.Title}", "assignment", a.Id))])),
        };
    }

    /// <summary>The owner who would give a task back is told who can take it away.</summary>
    private string None(Draft draft, IReadOnlyList<Assignment> known, Scene scene) =>
        draft.Intent == Intents.ReturnTask && known.FirstOrDefault(a => a.Lead == scene.Officer.Department && a.IsOpen && scene.MayShow(a)) is { } owned
            ? scene.Say($"{Name}.ownerCannotReturn", ("number", owned.Number), ("assigner", scene.Words.Department(owned.Assigner)))
            : scene.Say($"{Name}.none");

    /// <summary>延期五个工作日: counted from the deadline that holds.</summary>
    private static async ValueTask<Deadline> ExtendedAsync(Draft draft, Scene scene, CancellationToken cancel)
    {
        if (draft.Due is { } due)
            return new Deadline(due.Date, due.Time, scene.Zone);
        var assignment = await scene.Read.FindAsync(Assignment.Documents, draft.Assignment!, cancel);
        var from = assignment?.Due ?? new Deadline(scene.Local.Date, null, scene.Zone);
        var shift = draft.Shift ?? new TimeShift(0, 0, 0);
        var date = WorkingHours.Of(scene.Roster, scene.Officer.Department).AddWorkingDays(from.Date.PlusDays(shift.Days), shift.WorkingDays);
        return new Deadline(date, from.Time, from.Zone);
    }
}
