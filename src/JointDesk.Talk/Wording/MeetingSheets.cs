using System.Text.Json.Nodes;
using JointDesk.Cases;
using JointDesk.Meetings;
using NodaTime;

namespace JointDesk.Talk.Wording;

/// <summary>How a meeting looks on a card, to the departments that sit in it and to the one that leads it.</summary>
internal static class MeetingSheets
{
    public static string TitleOf(Meeting meeting, Case? @case, Words words) =>
        @case is not null ? $"{words.Case(@case)} {KindOf(meeting.Kind, words)}" : meeting.Title ?? KindOf(meeting.Kind, words);

    public static string KindOf(MeetingKind kind, Words words) => words.Say($"convene.kind.{kind}");

    public static Sheet Invitation(Meeting meeting, Case? @case, string department, Words words, Instant now, string heading) =>
        new(words.Say(heading, ("number", meeting.Number)))
        {
            Subtitle = TitleOf(meeting, @case, words),
            Facts =
            [
                .. Facts(meeting, words, now),
                new(words.Say("convene.lead"), words.Department(meeting.Lead)),
                new(words.Say("convene.yourSeat"), words.Say(meeting.SeatOf(department)?.Required == false ? "convene.optional" : "convene.required")),
            ],
            Actions = meeting.State == MeetingState.Convened ? RsvpActions(meeting, words) : [],
        };

    /// <summary>What the convener sees: every seat with its answer.</summary>
    public static Sheet Answers(Meeting meeting, Case? @case, Words words, Instant now)
    {
        var open = meeting.Seats.Count(s => s.Response == SeatResponse.NeedsAction);
        var accepted = meeting.Seats.Count(s => s.Required && s.Response == SeatResponse.Accepted);
        return new Sheet(words.Say("convene.stateHeading", ("number", meeting.Number)))
        {
            Subtitle = TitleOf(meeting, @case, words),
            Facts = [.. Facts(meeting, words, now), .. meeting.Seats.Select(s => new SheetFact(words.Department(s.Department), AnswerOf(s, words)))],
            Notes =
            [
                open == 0 ? words.Say("convene.allAnswered") : words.Say("convene.waitingFor", ("n", open)),
                words.Say(accepted >= meeting.Quorum ? "convene.quorumMet" : "convene.quorumOpen", ("n", accepted), ("quorum", meeting.Quorum)),
            ],
        };
    }

    public static string AnswerOf(Seat seat, Words words)
    {
        var answer = words.Say($"answer.state.{seat.Response}");
        if (!seat.Required)
            answer += words.Say("convene.optionalMark");
        return seat.Reason is { Length: > 0 } reason ? answer + words.Colon + reason : answer;
    }

    public static IEnumerable<SheetFact> Facts(Meeting meeting, Words words, Instant now) =>
    [
        new(words.Say("convene.time"), words.Span(meeting.Start, meeting.Length, meeting.Zone, now)),
        new(words.Say("convene.place"), meeting.Location ?? words.Say("convene.placeOpen")),
    ];

    private static SheetAction[] RsvpActions(Meeting meeting, Words words) =>
    [
        new(words.Say("answer.accept"), "rsvp.accept", Shown(meeting), Primary: true),
        new(words.Say("answer.decline"), "rsvp.decline", Shown(meeting)),
        new(words.Say("answer.tentative"), "rsvp.tentative", Shown(meeting)),
    ];

    /// <summary>What a press refers to: an answer to an older time does not count.</summary>
    private static JsonObject Shown(Meeting meeting) => new() { ["meeting"] = meeting.Id, ["sequence"] = meeting.Sequence };
}
