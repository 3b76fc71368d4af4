using System.Text.Json.Nodes;
using JointDesk.Cases;
using JointDesk.Information;
using JointDesk.Meetings;
using NodaTime;

namespace JointDesk.Talk.Wording;

/// <summary>How requests for case information and contributions look on a card.</summary>
internal static class InformationSheets
{
    public static Sheet Request(InformationRequest request, Meeting meeting, Case? @case, Words words, Instant now, string heading = "inform.requestHeading") =>
        new(words.Say(heading))
        {
            Subtitle = @case is null ? meeting.Title : words.Case(@case),
            Facts =
            [
                new(words.Say("inform.forMeeting"), $"{meeting.Number} {words.Moment(meeting.Start, meeting.Zone, now)}"),
                new(words.Say("inform.due"), words.Say("inform.dueBy", ("due", words.Due(request.Due, now)))),
                new(words.Say("inform.askedLabel"), words.Say("inform.asked")),
                new(words.Say("inform.handling"), words.Say("inform.defaultHandling")),
            ],
            Notes = [words.Say("inform.howTo")],
            Input = new SheetInput(words.Say("inform.placeholder")),
            Actions =
            [
                new(words.Say("inform.contribute"), "info.contribute", new JsonObject { ["request"] = request.Id }, Primary: true),
                new(words.Say("inform.nothing"), "info.decline", new JsonObject { ["request"] = request.Id }),
            ],
        };

    /// <summary>What a department still owes to a meeting, to be answered on the spot.</summary>
    /// <param name="department">Where it has not answered the invitation either.</param>
    public static Sheet Nudge(Meeting meeting, Case? @case, string? department, InformationRequest? request, Words words, Instant now)
    {
        var wanted = request is null ? null : Request(request, meeting, @case, words, now);
        return new Sheet(words.Say("nudge.noticeHeading", ("number", meeting.Number)))
        {
            Subtitle = MeetingSheets.TitleOf(meeting, @case, words),
            Facts =
            [
                .. MeetingSheets.Facts(meeting, words, now),
                .. department is null ? [] : new SheetFact[] { new(words.Say("nudge.answer"), words.Say("answer.state.NeedsAction")) },
                .. request is null ? [] : new SheetFact[] { new(words.Say("nudge.information"), words.Say("inform.dueBy", ("due", words.Due(request.Due, now)))) },
            ],
            Notes = wanted?.Notes ?? [],
            Input = wanted?.Input,
            Actions = [.. department is null ? [] : MeetingSheets.RsvpActions(meeting, words), .. wanted?.Actions ?? []],
        };
    }

    public static Sheet Contribution(Visible<Contribution> shown, Case? @case, Words words, Instant now)
    {
        var contribution = shown.Value;
        return new Sheet(words.Say("inform.contributionHeading", ("department", words.Department(contribution.Department))))
        {
            Subtitle = @case is null ? null : words.Case(@case),
            Facts =
            [
                new(words.Say("inform.handling"), words.Label(contribution.Handling)),
                new(words.Say("inform.given"), words.Moment(contribution.At, words.Roster.Department(contribution.Department)?.Zone ?? "Asia/Shanghai", now)),
            ],
            Lines = [new(contribution.Text, contribution.Version > 1 ? words.Say("inform.version", ("n", contribution.Version)) : null)],
        };
    }
}
