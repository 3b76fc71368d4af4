using JointDesk.Scheduling;

namespace JointDesk.Meetings;

/// <summary>
/// A department that cannot come then says what would suit it. The convener decides; until then its seat is tentative
/// (RFC 5546 §3.2.7, COUNTER).
/// </summary>
/// <param name="Wanted">A very time, or a longer range in which the meeting should lie, such as Thursday morning.</param>
public sealed record ProposeTime(string Meeting, TimeRange Wanted) : Command
{
    public static ValueTask<OneMeeting> Load(ProposeTime command, Caller caller, DeskReader read, CancellationToken cancel) =>
        OneMeeting.LoadAsync(command.Meeting, read, cancel);

    public static Outcome Decide(OneMeeting loaded, ProposeTime command, Caller caller, Moment moment)
    {
        if (loaded.RefuseSeat(command.Meeting, null, caller, out var officer, out var meeting, out var seat) is { } refusal)
            return refusal;
        if (command.Wanted.End - meeting.Length < moment.Now)
            return new TimeInThePast(command.Wanted.Start, meeting.Zone);
        if (command.Wanted == new TimeRange(meeting.Start, meeting.End))
            return new NothingToMove(meeting.Id);

        var proposing = new Seat(seat.Department, seat.Required)
        {
            Response = SeatResponse.Tentative,
            RespondedBy = officer.Id,
            RespondedAt = moment.Now,
            Proposed = command.Wanted,
        };
        return new Decision(new TimeProposed(meeting.Id, [meeting.Lead, seat.Department], seat.Department, command.Wanted.Start))
        {
            Changes = [Change.Put(Meetings.Meeting.Documents, meeting.With(proposing))],
            Notices = [.. Recipients.OfConvener(loaded.Roster, meeting).Select(to => new TimeProposedNotice(meeting.Id, seat.Department, meeting.Sequence) { To = to })],
        };
    }
}
