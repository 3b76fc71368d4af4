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
        if (draft.Meeting is not null)
            return (draft, null);
        var here = candidates.Where(m => scene.Turn.Place.Conversation == $"c.{m.CaseNumber}").ToList();
        if (here.Count > 0)
            candidates = here;
        switch (candidates)
        {
            case []:
                return (draft, new Step.Say(new Message(scene.Say(none))));
            case [var only]:
                return (draft with { Meeting = only.Id }, null);
        }

        var choices = new List<Choice>();
        foreach (var meeting in candidates.Take(8))
            choices.Add(new Choice(await LabelAsync(meeting, scene, cancel), "meeting", meeting.Id));
        return (draft, scene.Ask(draft, "meeting", scene.Say(ask), choices));
    }

    public static async ValueTask<string> LabelAsync(Meeting meeting, Scene scene, CancellationToken cancel)
    {
        Case? @case = await scene.CaseAsync(meeting.CaseNumber, cancel);
        return $"{meeting.Number} {scene.Words.Moment(meeting.Start, meeting.Zone, scene.Now, nameZone: false)} {MeetingSheets.TitleOf(meeting, @case, scene.Words)}";
    }
}
