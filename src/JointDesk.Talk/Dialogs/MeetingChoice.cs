using JointDesk.Cases;
using JointDesk.Meetings;
using JointDesk.Talk.Wording;

namespace JointDesk.Talk.Dialogs;

/// <summary>Finds the meeting that is meant: the only one it can be, else it is asked.</summary>
internal static class MeetingChoice
{
    /// <returns>The draft with its meeting, or the question or the answer that there is none.</returns>
    public static async ValueTask<(Draft Draft, Step? Step)> ResolveAsync(
        Draft draft, IReadOnlyList<Meeting> candidates, string ask, string none, Scene scene, CancellationToken cancel)
    {
        if (draft.Meeting is { } named)
            return (draft, await scene.Read.FindAsync(Meeting.Documents, named, cancel) is { } known && !scene.MayShow(known) && !scene.Turn.Place.IsPersonal ? NotHere(scene) : null);

        var here = candidates.Where(m => scene.Here is { } @case && @case.Number == m.CaseNumber).ToList();
        return (here.Count > 0 ? here : candidates).Where(scene.MayShow).ToList() is [var only]
            ? (draft with { Meeting = only.Id }, null)
            : (draft, await AskAsync(draft, here.Count > 0 ? here : candidates, scene.Say(ask), none, scene, cancel));
    }

    /// <summary>The question which one is meant, whatever number there is; or that there is none that can be spoken of here.</summary>
    public static async ValueTask<Step> AskAsync(
        Draft draft, IReadOnlyList<Meeting> candidates, string question, string none, Scene scene, CancellationToken cancel)
    {
        var shown = candidates.Where(scene.MayShow).Take(8).ToList();
        if (shown.Count == 0)
            return candidates.Count > 0 ? NotHere(scene) : new Step.Say(new Message(scene.Say(none)));
        var choices = new List<Choice>();
        foreach (var meeting in shown)
            choices.Add(new Choice(await LabelAsync(meeting, scene, cancel), "meeting", meeting.Id));
        return scene.Ask(draft, "meeting", question, choices);
    }

    /// <summary>There is something, but not everyone who reads this channel may know of it.</summary>
    public static Step NotHere(Scene scene) => new Step.Say(new Message(scene.Say("shared.notHere")));

    public static async ValueTask<string> LabelAsync(Meeting meeting, Scene scene, CancellationToken cancel)
    {
        Case? @case = await scene.CaseAsync(meeting.CaseNumber, cancel);
        return $"{meeting.Number} {scene.Words.Moment(meeting.Start, meeting.Zone, scene.Now, nameZone: false)} {MeetingSheets.TitleOf(meeting, @case, scene.Words)}";
    }
}
