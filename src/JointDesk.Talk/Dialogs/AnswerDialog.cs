using JointDesk.Information;
using JointDesk.Meetings;
using NodaTime;

namespace JointDesk.Talk.Dialogs;

/// <summary>参加、不参加、待定.</summary>
internal sealed class AnswerDialog(DialogDefinition definition) : IDialog
{
    public string Name => definition.Name;

    public async ValueTask<Step> NextAsync(Draft draft, Scene scene, CancellationToken cancel)
    {
        var invited = (await scene.MeetingsAsync(Duration.Zero, cancel))
            .Where(m => m.State == MeetingState.Convened && m.SeatOf(scene.Officer.Department) is not null).ToList();
        if (draft.Meeting is null && DayOf(draft) is { } day
            && !invited.Exists(m => scene.LocalOf(m.Start) is var start && (start.Date == day || start.DayOfWeek == draft.Weekday)))
        {
            // An answer to another meeting than there is would be a promise, or a refusal, that nobody gave.
            return await MeetingChoice.AskAsync(
                WithoutDay(draft), invited, scene.Say("answer.notThatDay", ("day", scene.Words.Day(day, scene.Local.Date))), "answer.noMeeting", scene, cancel);
        }

        var waiting = invited.Where(m => m.SeatOf(scene.Officer.Department)!.Response == SeatResponse.NeedsAction).ToList();
        (draft, var question) = await MeetingChoice.ResolveAsync(
            draft, waiting.Count > 0 ? waiting : invited, "answer.askMeeting", "answer.noMeeting", scene, cancel);
        return question ?? new Step.Act(draft, await CommandAsync(draft, scene, cancel));
    }

    private static LocalDate? DayOf(Draft draft) => draft.Start?.Date ?? draft.Date;

    private static Draft WithoutDay(Draft draft) => draft with { Start = null, Date = null, Window = null, Weekday = null };

    public ValueTask<Command> CommandAsync(Draft draft, Scene scene, CancellationToken cancel) => ValueTask.FromResult<Command>(
        new AnswerInvitation(draft.Meeting!, Enum.Parse<SeatResponse>(draft.Response!, ignoreCase: true), draft.Text, draft.Sequence));

    public async ValueTask<IReadOnlyList<Message>> DoneAsync(Draft draft, Decision decision, Scene scene, CancellationToken cancel)
    {
        var fact = decision.Facts.OfType<InvitationAnswered>().First();
        var meeting = (await scene.Read.FindAsync(Meeting.Documents, fact.Meeting, cancel))!;
        var said = scene.Say(
            $"answer.done.{fact.Response}", ("number", meeting.Number), ("time", scene.Words.Moment(meeting.Start, meeting.Zone, scene.Now)));
        var request = await scene.Read.FindAsync(InformationRequest.Documents, InformationRequest.IdOf(meeting.Id, fact.Department), cancel);
        return request is { State: InformationState.Asked }
            ? [new Message(said + scene.Say("answer.informationOpen", ("due", scene.Words.Due(request.Due, scene.Now))))]
            : [new Message(said)];
    }
}
