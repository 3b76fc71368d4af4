using JointDesk.Information;
using JointDesk.Meetings;
using NodaTime;

namespace JointDesk.Talk.Wording;

/// <summary>Words for refusals: the record's name is the key, its members fill the placeholders.</summary>
internal static class RefusalWords
{
    public static string Say(Refusal refusal, Words words, Instant now)
    {
        var office = words.Roster.DeskOffice is { } desk ? words.Department(desk.Id) : words.Say("shared.deskOffice");
        var key = $"shared.refusal.{refusal.GetType().Name}";
        return refusal switch
        {
            MayNotConvene r => words.Say(key, ("lead", words.Department(r.Lead))),
            MayNotSpeakFor r => words.Say(key, ("department", words.Department(r.Department))),
            TimeInThePast r => words.Say(key, ("time", words.Moment(r.Start, r.Zone, now))),
            UnknownDepartment r => words.Say(key, ("department", r.Department)),
            UnknownCase r => words.Say(key, ("case", r.Case)),
            MeetingNotOpen r => words.Say(key, ("number", r.Number), ("state", words.Say($"status.meeting.{r.State}"))),
            TextTooLong r => words.Say(key, ("n", r.Most)),
            RequestClosed r => words.Say(key, ("state", words.Say($"inform.state.{r.State}"))),
            _ => words.Say(key, ("office", office)),
        };
    }
}
