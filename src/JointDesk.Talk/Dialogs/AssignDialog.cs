using JointDesk.Assignments;
using JointDesk.Meetings;
using JointDesk.Scheduling;
using JointDesk.Talk.Wording;

namespace JointDesk.Talk.Dialogs;

/// <summary>交办督办任务.</summary>
internal sealed class AssignDialog(DialogDefinition definition) : IDialog
{
    public string Name => definition.Name;

    public async ValueTask<Step> NextAsync(Draft draft, Scene scene, CancellationToken cancel)
    {
        var candidates = await ResolveDialog.HeldAsync(scene, cancel);
        if (candidates.Count == 0)
            candidates = [.. (await scene.MeetingsAsync(NodaTime.Duration.Zero, cancel)).Where(m => m.IsOpen && m.Lead == scene.Officer.Department)];
        (draft, var question) = await MeetingChoice.ResolveAsync(draft, candidates, "assign.askMeeting", "assign.noMeeting", scene, cancel);
        if (question is not null)
            return question;

        var meeting = (await scene.Read.FindAsync(Meeting.Documents, draft.Meeting!, cancel))!;

        // Whoever may not assign is told before any question; the desk refuses it, so that the audit knows.
        if (!People.Authority.MayLead(scene.Officer, meeting.Lead, scene.Roster))
            return new Step.Act(draft, new AssignTask(meeting.Id, draft.Text ?? "", meeting.Lead, [], new Deadline(scene.Local.Date, null, scene.Zone)));
        if (definition.Missing(draft) is { } missing)
        {
            return scene.Ask(draft, missing.Name, scene.Say(missing.Ask!), missing.Name == "required"
                ? [.. meeting.Departments.Where(d => !draft.Optional.Contains(d)).Take(8).Select(d => new Choice(scene.Words.Department(d), "required", d))]
                : []);
        }

        var command = (AssignTask)await CommandAsync(draft, scene, cancel);
        return await scene.Desk.TryAsync(scene.Caller, command, cancel) switch
        {
            Refusal { IsAccess: true } => new Step.Act(draft, command),
            DueInThePast or DueTooFar => scene.Ask(draft with { Due = null }, "due", scene.Say("assign.duePast"), []),
            Refusal refusal => new Step.Say(new Message(RefusalWords.Say(refusal, scene.Words, scene.Now))),
            _ => await ConfirmAsync(draft, command, meeting, scene, cancel),
        };
    }

    public ValueTask<Command> CommandAsync(Draft draft, Scene scene, CancellationToken cancel) => ValueTask.FromResult<Command>(new AssignTask(
        draft.Meeting!, draft.Text!, draft.Required[0], [.. draft.Required.Skip(1), .. draft.Optional],
        new Deadline(draft.Due!.Date, draft.Due.Time, scene.Zone)));

    public async ValueTask<IReadOnlyList<Message>> DoneAsync(Draft draft, Decision decision, Scene scene, CancellationToken cancel)
    {
        var fact = decision.Facts.OfType<TaskAssigned>().First();
        var assignment = (await scene.Read.FindAsync(Assignment.Documents, fact.Assignment, cancel))!;
        return
        [
            new Message(scene.Say(
                "assign.done", ("number", assignment.Number), ("lead", scene.Words.Department(assignment.Lead)),
                ("due", scene.Words.Due(assignment.Due, scene.Now)))),
        ];
    }

    private static async ValueTask<Step> ConfirmAsync(Draft draft, AssignTask command, Meeting meeting, Scene scene, CancellationToken cancel)
    {
        var @case = await scene.CaseAsync(meeting.CaseNumber, cancel);
        draft = draft with { Ready = true, Asked = null, Choices = [] };
        return new Step.Confirm(draft, scene.Card(new Sheet(scene.Say("assign.draftHeading", ("number", $"{meeting.Number}-{meeting.Assignments + 1}")))
        {
            Subtitle = command.Title,
            Facts =
            [
                new(scene.Say("assign.owner"), scene.Words.Department(command.Lead)),
                .. command.Assisting.Count == 0 ? [] : new SheetFact[] { new(scene.Say("assign.assisting"), scene.Words.Departments(command.Assisting)) },
                new(scene.Say("assign.due"), scene.Words.Due(command.Due, scene.Now)),
                new(scene.Say("assign.meeting"), $"{meeting.Number} {MeetingSheets.TitleOf(meeting, @case, scene.Words)}"),
            ],
            Notes = [scene.Say("assign.consequence", ("departments", scene.Words.Departments(command.Assisting.Prepend(command.Lead))))],
            Actions =
            [
                new(scene.Say("assign.confirm"), "assignment.assign", scene.DraftData(draft), Primary: true),
                new(scene.Say("shared.drop"), "meeting.cancel", scene.DraftData(draft)),
            ],
        }));
    }
}
