using JointDesk.Meetings;
using JointDesk.People;
using JointDesk.Scheduling;

namespace JointDesk.Talk.Dialogs;

/// <summary>建议改期: what a wish to move becomes where the department does not lead the meeting; and the lead's answer that it stays.</summary>
internal sealed class ProposeDialog(DialogDefinition definition) : IDialog
{
    public const string Propose = "propose_time";
    public const string Keep = "keep_time";

    public string Name => definition.Name;

    /// <summary>The proposal, or the question for a time.</summary>
    public static async ValueTask<Step> InsteadOfMovingAsync(Draft draft, Meeting meeting, Scene scene, CancellationToken cancel)
    {
        if (draft is { Start: null, Date: null, Window: null })
            return await Slots.AskForMoveAsync(draft, meeting, scene, cancel);

        var wanted = draft.Start is { } start
            ? TimeRange.Of(scene.InstantOf(start), meeting.Length)
            : Slots.WantedRange(draft, meeting.Length, scene);
        return new Step.Act(draft with { Dialog = "propose", Intent = Propose }, new ProposeTime(meeting.Id, wanted));
    }

    public static bool MayOnlyPropose(Meeting meeting, Scene scene) =>
        meeting.SeatOf(scene.Officer.Department) is not null && !Authority.MayLead(scene.Officer, meeting.Lead, scene.Roster);

    public async ValueTask<Step> NextAsync(Draft draft, Scene scene, CancellationToken cancel) => new Step.Act(draft, await CommandAsync(draft, scene, cancel));

    public ValueTask<Command> CommandAsync(Draft draft, Scene scene, CancellationToken cancel) =>
        ValueTask.FromResult<Command>(new KeepTime(draft.Meeting!, draft.Required is [var proposer, ..] ? proposer : ""));

    public async ValueTask<IReadOnlyList<Message>> DoneAsync(Draft draft, Decision decision, Scene scene, CancellationToken cancel)
    {
        var fact = (MeetingFact)decision.Facts[0];
        var meeting = (await scene.Read.FindAsync(Meeting.Documents, fact.Meeting, cancel))!;
        if (fact is TimeKept kept)
            return [new Message(scene.Say("propose.kept", ("number", meeting.Number), ("department", scene.Words.Department(kept.Department))))];
        var wanted = meeting.SeatOf(scene.Officer.Department)?.Proposed;
        return
        [
            new Message(scene.Say(
                "propose.done", ("time", wanted is null ? "" : scene.Words.Wanted(wanted, meeting, scene.Now)), ("lead", scene.Words.Department(meeting.Lead)))),
        ];
    }
}
