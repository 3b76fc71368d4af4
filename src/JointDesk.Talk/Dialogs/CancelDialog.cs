using JointDesk.Meetings;
using JointDesk.Talk.Wording;
using NodaTime;

namespace JointDesk.Talk.Dialogs;

/// <summary>取消会议.</summary>
internal sealed class CancelDialog(DialogDefinition definition) : IDialog
{
    public string Name => definition.Name;

    public async ValueTask<Step> NextAsync(Draft draft, Scene scene, CancellationToken cancel)
    {
        var open = (await scene.MeetingsAsync(Duration.FromHours(12), cancel)).Where(m => m.IsOpen && (draft.Date is not { } day || scene.LocalOf(m.Start).Date == day)).ToList();
        (draft, var question) = await MeetingChoice.ResolveAsync(draft, scene.LedElseAll(open), "cancel.askMeeting", "cancel.noMeeting", scene, cancel);
        if (question is not null)
            return question;

        var command = await CommandAsync(draft, scene, cancel);
        if (await scene.RefusedAsync(draft, command, cancel) is { } refused)
            return refused;

        var meeting = (await scene.Read.FindAsync(Meeting.Documents, draft.Meeting!, cancel))!;
        var @case = await scene.CaseAsync(meeting.CaseNumber, cancel);
        draft = draft with { Ready = true, Asked = null, Choices = [], Sequence = meeting.Sequence };
        return new Step.Confirm(draft, scene.Card(new Sheet(scene.Say("cancel.draftHeading", ("number", meeting.Number)))
        {
            Subtitle = MeetingSheets.TitleOf(meeting, @case, scene.Words),
            Facts = [.. MeetingSheets.Facts(meeting, scene.Words, scene.Now)],
            Notes = [scene.Say("cancel.consequence", ("departments", scene.Words.Departments(meeting.Seats.Select(s => s.Department))))],
            Actions =
            [
                new(scene.Say("cancel.confirm"), "meeting.confirm", scene.DraftData(draft), Primary: true),
                new(scene.Say("shared.drop"), "meeting.cancel", scene.DraftData(draft)),
            ],
        }));
    }

    public ValueTask<Command> CommandAsync(Draft draft, Scene scene, CancellationToken cancel) =>
        ValueTask.FromResult<Command>(new CancelMeeting(draft.Meeting!) { Shown = draft.Sequence });

    public async ValueTask<IReadOnlyList<Message>> DoneAsync(Draft draft, Decision decision, Scene scene, CancellationToken cancel)
    {
        var meeting = (await scene.Read.FindAsync(Meeting.Documents, decision.Facts.OfType<MeetingCancelled>().First().Meeting, cancel))!;
        return [new Message(scene.Say("cancel.done", ("number", meeting.Number), ("n", meeting.Seats.Count)))];
    }
}
