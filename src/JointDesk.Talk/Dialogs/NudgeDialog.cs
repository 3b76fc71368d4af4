using JointDesk.Information;
using JointDesk.Meetings;
using JointDesk.Talk.Wording;
using NodaTime;

namespace JointDesk.Talk.Dialogs;

/// <summary>催一下: who has not answered, or not given case information, is shown and then reminded.</summary>
internal sealed class NudgeDialog(DialogDefinition definition) : IDialog
{
    public string Name => definition.Name;

    public async ValueTask<Step> NextAsync(Draft draft, Scene scene, CancellationToken cancel)
    {
        var open = (await scene.MeetingsAsync(Duration.Zero, cancel)).Where(m => m.State == MeetingState.Convened).ToList();
        (draft, var question) = await MeetingChoice.ResolveAsync(draft, scene.LedElseAll(open), "nudge.askMeeting", "nudge.noMeeting", scene, cancel);
        if (question is not null)
            return question;

        var command = await CommandAsync(draft, scene, cancel);
        if (await scene.RefusedAsync(draft, command, cancel) is { } refused)
            return refused;

        var meeting = (await scene.Read.FindAsync(Meeting.Documents, draft.Meeting!, cancel))!;
        var requests = await scene.Read.ListAsync(InformationRequest.Documents, "meeting", meeting.Id, cancel);
        var owing = NudgeDepartments.Owing(meeting, requests);
        draft = draft with { Ready = true, Asked = null, Choices = [] };
        return new Step.Confirm(draft, scene.Card(new Sheet(scene.Say("nudge.draftHeading", ("number", meeting.Number)))
        {
            Subtitle = MeetingSheets.TitleOf(meeting, await scene.CaseAsync(meeting.CaseNumber, cancel), scene.Words),
            Facts = [.. owing.Select(d => new SheetFact(scene.Words.Department(d), scene.Say(Owed(d, meeting, requests))))],
            Notes = [scene.Say("nudge.consequence", ("n", owing.Count))],
            Actions =
            [
                new(scene.Say("nudge.confirm"), "meeting.confirm", scene.DraftData(draft), Primary: true),
                new(scene.Say("shared.drop"), "meeting.cancel", scene.DraftData(draft)),
            ],
        }));
    }

    public ValueTask<Command> CommandAsync(Draft draft, Scene scene, CancellationToken cancel) =>
        ValueTask.FromResult<Command>(new NudgeDepartments(draft.Meeting!));

    public ValueTask<IReadOnlyList<Message>> DoneAsync(Draft draft, Decision decision, Scene scene, CancellationToken cancel) =>
        ValueTask.FromResult<IReadOnlyList<Message>>(
            [new Message(scene.Say("nudge.done", ("n", decision.Notices.OfType<NudgeNotice>().Select(n => n.Department).Distinct().Count())))]);

    private static string Owed(string department, Meeting meeting, IReadOnlyList<InformationRequest> requests) =>
        meeting.SeatOf(department)!.Response != SeatResponse.NeedsAction ? "nudge.uninformed"
        : requests.Any(r => r.Department == department && r.State == InformationState.Asked) ? "nudge.both"
        : "nudge.unanswered";
}
