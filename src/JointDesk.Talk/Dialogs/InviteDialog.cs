using JointDesk.Meetings;
using JointDesk.Talk.Wording;
using NodaTime;

namespace JointDesk.Talk.Dialogs;

/// <summary>会议加上某单位: more departments for a meeting that was convened.</summary>
internal sealed class InviteDialog(DialogDefinition definition) : IDialog
{
    public string Name => definition.Name;

    public async ValueTask<Step> NextAsync(Draft draft, Scene scene, CancellationToken cancel)
    {
        if (draft.Removes && draft.Required.Count + draft.Optional.Count == 0)
            return new Step.Say(new Message(scene.Say("invite.removeUnavailable")));

        var open = (await scene.MeetingsAsync(Duration.Zero, cancel)).Where(m => m.State == MeetingState.Convened).ToList();
        (draft, var question) = await MeetingChoice.ResolveAsync(draft, scene.LedElseAll(open), "invite.askMeeting", "invite.noMeeting", scene, cancel);
        if (question is not null)
            return question;
        var command = (InviteDepartments)await CommandAsync(draft, scene, cancel);
        var refusal = await scene.Desk.TryAsync(scene.Caller, command, cancel) as Refusal;
        if (refusal is { IsAccess: true })
            return new Step.Act(draft, command);
        if (draft.Required.Count + draft.Optional.Count == 0)
            return scene.Ask(draft, "required", scene.Say("invite.askDepartments"), []);
        return refusal is null ? await ConfirmAsync(draft, command, scene, cancel) : new Step.Say(new Message(RefusalWords.Say(refusal, scene.Words, scene.Now)));
    }

    public ValueTask<Command> CommandAsync(Draft draft, Scene scene, CancellationToken cancel) =>
        ValueTask.FromResult<Command>(new InviteDepartments(draft.Meeting!, draft.Required, draft.Optional));

    public async ValueTask<IReadOnlyList<Message>> DoneAsync(Draft draft, Decision decision, Scene scene, CancellationToken cancel)
    {
        var fact = decision.Facts.OfType<DepartmentsInvited>().First();
        var meeting = (await scene.Read.FindAsync(Meeting.Documents, fact.Meeting, cancel))!;
        return
        [
            new Message(scene.Say("invite.done", ("number", meeting.Number), ("departments", scene.Words.Departments(fact.Added))))
            {
                Calendar = CalendarEvents.FileOf(meeting, await scene.CaseAsync(meeting.CaseNumber, cancel), scene.Words, null),
            },
        ];
    }

    private static async ValueTask<Step> ConfirmAsync(Draft draft, InviteDepartments command, Scene scene, CancellationToken cancel)
    {
        var meeting = (await scene.Read.FindAsync(Meeting.Documents, command.Meeting, cancel))!;
        var @case = await scene.CaseAsync(meeting.CaseNumber, cancel);
        var (required, optional) = (New(command.Required), New(command.Optional));
        var outside = required.Concat(optional).Where(d => @case is not null && !@case.Departments.Contains(d)).ToList();
        draft = draft with { Ready = true, Asked = null, Choices = [] };
        return new Step.Confirm(draft, scene.Card(new Sheet(scene.Say("invite.draftHeading", ("number", meeting.Number)))
        {
            Subtitle = MeetingSheets.TitleOf(meeting, @case, scene.Words),
            Facts =
            [
                .. MeetingSheets.Facts(meeting, scene.Words, scene.Now),
                .. required.Count == 0 ? [] : new SheetFact[] { new(scene.Say("invite.added"), scene.Words.Departments(required)) },
                .. optional.Count == 0 ? [] : new SheetFact[] { new(scene.Say("invite.addedOptional"), scene.Words.Departments(optional)) },
            ],
            Notes =
            [
                .. outside.Count == 0 ? [] : new[] { scene.Say("convene.outsideCase", ("departments", scene.Words.Departments(outside))) },
                scene.Say("invite.consequence", ("n", required.Count + optional.Count)),
            ],
            Actions =
            [
                new(scene.Say("shared.confirm"), "meeting.confirm", scene.DraftData(draft), Primary: true),
                new(scene.Say("shared.drop"), "meeting.cancel", scene.DraftData(draft)),
            ],
        }));

        List<string> New(IReadOnlyList<string> departments) => [.. departments.Where(d => !meeting.Departments.Contains(d))];
    }
}
