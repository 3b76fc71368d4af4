using System.Globalization;
using System.Text.Json.Nodes;
using JointDesk.Cases;
using JointDesk.Meetings;
using JointDesk.Scheduling;
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
            Facts = [.. Facts(meeting, words, now), .. meeting.Seats.Select(s => new SheetFact(words.Department(s.Department), AnswerOf(meeting, s, words, now)))],
            Notes =
            [
                open == 0 ? words.Say("convene.allAnswered") : words.Say("convene.waitingFor", ("n", open)),
                words.Say(accepted >= meeting.Quorum ? "convene.quorumMet" : "convene.quorumOpen", ("n", accepted), ("quorum", meeting.Quorum)),
            ],
        };
    }

    /// <summary>What the convener sees of another time that a department proposes.</summary>
    public static Sheet Proposal(Meeting meeting, Case? @case, string department, TimeRange wanted, SlotAnswer answer, Words words, Instant now)
    {
        Instant[] times = wanted.Duration == meeting.Length ? [wanted.Start] : [.. answer.Nearest.Where(s => wanted.Contains(TimeRange.Of(s, meeting.Length)))];
        return new Sheet(words.Say("propose.heading", ("department", words.Department(department)), ("number", meeting.Number)))
        {
            Subtitle = TitleOf(meeting, @case, words),
            Facts =
            [
                new(words.Say("move.from"), words.Span(meeting.Start, meeting.Length, meeting.Zone, now)),
                new(words.Say("propose.wanted"), words.Wanted(wanted, meeting, now)),
                new(words.Say("convene.busy"), answer.BusyThen.Count == 0 ? words.Say("convene.nobodyBusy") : words.Departments(answer.BusyThen)),
            ],
            Actions =
            [
                .. times.Select(at => new SheetAction(
                    words.Say("propose.take", ("time", words.Moment(at, meeting.Zone, now, nameZone: false))), "proposal.take", Taking(at))),
                new(words.Say("propose.keep"), "proposal.keep", new() { ["meeting"] = meeting.Id, ["department"] = department }),
            ],
        };

        JsonObject Taking(Instant at)
        {
            var data = Shown(meeting);
            data["start"] = at.InZone(DateTimeZoneProviders.Tzdb[meeting.Zone]).LocalDateTime.ToString("uuuu'-'MM'-'dd'T'HH':'mm':'ss", CultureInfo.InvariantCulture);
            return data;
        }
    }

    public static string AnswerOf(Meeting meeting, Seat seat, Words words, Instant now)
    {
        var answer = words.Say($"answer.state.{seat.Response}");
        if (seat.Proposed is { } wanted)
            answer += words.Colon + words.Say("propose.state", ("time", words.Wanted(wanted, meeting, now)));
        if (!seat.Required)
            answer += words.Say("convene.optionalMark");
        return seat.Reason is { Length: > 0 } reason ? answer + words.Colon + reason : answer;
    }

    public static IEnumerable<SheetFact> Facts(Meeting meeting, Words words, Instant now) =>
    [
        new(words.Say("convene.time"), words.Span(meeting.Start, meeting.Length, meeting.Zone, now)),
        new(words.Say("convene.place"), meeting.Location ?? words.Say("convene.placeOpen")),
    ];

    public static SheetAction[] RsvpActions(Meeting meeting, Words words) =>
    [
        new(words.Say("answer.accept"), "rsvp.accept", Shown(meeting), Primary: true),
        new(words.Say("answer.decline"), "rsvp.decline", Shown(meeting)),
        new(words.Say("answer.tentative"), "rsvp.tentative", Shown(meeting)),
    ];

    /// <summary>What a press refers to: an answer to an older time does not count.</summary>
    private static JsonObject Shown(Meeting meeting) => new() { ["meeting"] = meeting.Id, ["sequence"] = meeting.Sequence };
}
