using JointDesk.Meetings;
using NodaTime;

namespace JointDesk.Talk.Dialogs;

/// <summary>记录议定事项.</summary>
internal sealed class ResolveDialog(DialogDefinition definition) : IDialog
{
    private static readonly Duration Recent = Duration.FromDays(30);

    public string Name => definition.Name;

    public async ValueTask<Step> NextAsync(Draft draft, Scene scene, CancellationToken cancel)
    {
        (draft, var question) = await MeetingChoice.ResolveAsync(
            draft, await HeldAsync(scene, cancel), "resolve.askMeeting", "resolve.noMeeting", scene, cancel);
        if (question is not null)
            return question;
        return definition.Missing(draft) is { } missing
            ? scene.Ask(draft, missing.Name, scene.Say(missing.Ask!), [])
            : new Step.Act(draft, await CommandAsync(draft, scene, cancel));
    }

    public ValueTask<Command> CommandAsync(Draft draft, Scene scene, CancellationToken cancel) =>
        ValueTask.FromResult<Command>(new RecordResolution(draft.Meeting!, draft.Text!));

    public async ValueTask<IReadOnlyList<Message>> DoneAsync(Draft draft, Decision decision, Scene scene, CancellationToken cancel)
    {
        var fact = decision.Facts.OfType<ResolutionRecorded>().First();
        var meeting = (await scene.Read.FindAsync(Meeting.Documents, fact.Meeting, cancel))!;
        return [new Message(scene.Say("resolve.done", ("n", fact.Number), ("number", meeting.Number)))];
    }

    /// <summary>The latest meeting that has begun, of those led by the own department if there is one; the others only when it is named.</summary>
    internal static async ValueTask<IReadOnlyList<Meeting>> HeldAsync(Scene scene, CancellationToken cancel)
    {
        var held = scene.LedElseAll([.. (await scene.MeetingsAsync(Recent, cancel))
            .Where(m => m.Start <= scene.Now && m.State is not (MeetingState.Cancelled or MeetingState.Closed))]);
        var here = held.Where(m => scene.Here is { } @case && @case.Number == m.CaseNumber).ToList();
        return [.. (here.Count > 0 ? here : held).OrderByDescending(m => m.Start).Take(1)];
    }
}
