namespace JointDesk.Meetings;

/// <summary>A department's liaison answers for its seat; a later answer takes the place of the earlier one.</summary>
/// <param name="Sequence">The SEQUENCE of what was shown, or null where the answer was typed: an answer to an older time does not count.</param>
public sealed record AnswerInvitation(string Meeting, SeatResponse Response, string? Reason, int? Sequence) : Command
{
    public override IEnumerable<string?> Texts => [Reason];

    public static ValueTask<OneMeeting> Load(AnswerInvitation command, Caller caller, DeskReader read, CancellationToken cancel) =>
        OneMeeting.LoadAsync(command.Meeting, read, cancel);

    public static Outcome Decide(OneMeeting loaded, AnswerInvitation command, Caller caller, Moment moment)
    {
        if (loaded.RefuseSeat(command.Meeting, command.Sequence, caller, out var officer, out var meeting, out var seat) is { } refusal)
            return refusal;

        var answered = new Seat(seat.Department, seat.Required)
        {
            Response = command.Response,
            RespondedBy = officer.Id,
            RespondedAt = moment.Now,
            Reason = command.Reason,
        };
        if (answered with { RespondedAt = seat.RespondedAt } == seat)
            return new Decision(new InvitationAnswered(meeting.Id, [meeting.Lead, seat.Department], seat.Department, command.Response));

        return new Decision(new InvitationAnswered(meeting.Id, [meeting.Lead, seat.Department], seat.Department, command.Response))
        {
            Changes = [Change.Put(Meetings.Meeting.Documents, meeting.With(answered))],
            Notices = [.. Recipients.OfConvener(loaded.Roster, meeting).Select(to => new AnswerNotice(meeting.Id, seat.Department, command.Response) { To = to })],
        };
    }
}
