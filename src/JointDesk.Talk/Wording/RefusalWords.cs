using JointDesk.Assignments;
using JointDesk.Information;
using JointDesk.Meetings;
using NodaTime;

namespace JointDesk.Talk.Wording;

/// <summary>Words for refusals: the record's name is the key, its members fill the placeholders of their names.</summary>
internal static class RefusalWords
{
    public static string Say(Refusal refusal, Words words, Instant now) =>
        words.Say($"shared.refusal.{refusal.GetType().Name}", [.. Values(refusal, words, now)]);

    private static IEnumerable<(string Name, object? Value)> Values(Refusal refusal, Words words, Instant now)
    {
        yield return ("office", words.Roster.DeskOffice is { } desk ? words.Department(desk.Id) : words.Say("shared.deskOffice"));
        if (refusal is TimeInThePast past)
            yield return ("time", words.Moment(past.Start, past.Zone, now));
        foreach (var member in refusal.GetType().GetProperties())
            yield return (char.ToLowerInvariant(member.Name[0]) + member.Name[1..], Worded(refusal, member.Name, member.GetValue(refusal), words, now));
    }

    private static object? Worded(Refusal refusal, string member, object? value, Words words, Instant now) => (member, value) switch
    {
        (nameof(NudgedAlready.At), Instant at) when refusal is NudgedAlready nudged => words.Moment(at, nudged.Zone, now),
        (nameof(MayNotConvene.Lead) or nameof(NoSeat.Department), string id) => words.Department(id),
        (_, MeetingState state) => words.Say($"status.meeting.{state}"),
        (_, AssignmentState state) => words.Say($"status.assignment.{state}"),
        (_, InformationState state) => words.Say($"inform.state.{state}"),
        _ => value,
    };
}
