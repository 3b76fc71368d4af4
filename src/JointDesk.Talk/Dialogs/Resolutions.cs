using JointDesk.Talk.Understanding;
using JointDesk.Talk.Wording;
using NodaTime;

namespace JointDesk.Talk.Dialogs;

/// <summary>What the meetings of the own department agreed (议定事项), the newest first.</summary>
internal static class Resolutions
{
    private const int Meetings = 3;
    private static readonly Duration Back = Duration.FromDays(400);

    /// <summary>Of the case that is named, or of all: what everyone who reads this chat may know, and what is for the officer alone.</summary>
    public static async ValueTask<(IReadOnlyList<Message> Here, IReadOnlyList<Message> Personal)> ShownAsync(Reading reading, Scene scene, CancellationToken cancel)
    {
        var agreed = (await scene.MeetingsAsync(Back, cancel))
            .Where(m => m.Resolutions.Count > 0 && m.Start <= scene.Now && m.Departments.Contains(scene.Officer.Department))
            .Where(m => reading.Case is not { Numbers: [var number, ..] } || m.CaseNumber == number)
            .OrderByDescending(m => m.Start).Take(Meetings);
        var (here, personal) = (new List<Message>(), new List<Message>());
        foreach (var meeting in agreed)
        {
            (scene.MayShow(meeting) ? here : personal).Add(scene.Card(new Sheet(scene.Say("resolve.heading", ("number", meeting.Number)))
            {
                Subtitle = MeetingSheets.TitleOf(meeting, await scene.CaseAsync(meeting.CaseNumber, cancel), scene.Words),
                Lines = [.. meeting.Resolutions.Select(r => new SheetLine($"{r.Number}. {r.Text}", null))],
            }));
        }

        return (here, personal);
    }
}
