namespace JointDesk.Meetings;

/// <summary>The lead department does not take up a proposed time; whoever proposed it is told (RFC 5546 §3.2.8, DECLINECOUNTER).</summary>
/// <param name="Department">Who proposed it.</param>
public sealed record KeepTime(string Meeting, string Department) : Command
{
    public static ValueTask<OneMeeting> Load(KeepTime command, Caller caller, DeskReader read, CancellationToken cancel) =>
        OneMeeting.LoadAsync(command.Meeting, read, cancel);

    public static Outcome Decide(OneMeeting loaded, KeepTime command, Caller caller, Moment moment)
    {
        if (loaded.RefuseLead(command.Meeting, caller, out _, out var meeting) is { } refusal)
            return refusal;
        if (meeting.SeatOf(command.Department) is not { Proposed: not null } seat)
            return new NothingProposed(meeting.Id, command.Department);

        return new Decision(new TimeKept(meeting.Id, [meeting.Lead, seat.Department], seat.Department))
        {
            Changes = [Change.Put(Meetings.Meeting.Documents, meeting.With(seat with { Proposed = null }))],
            Notices = [new TimeKeptNotice(meeting.Id, seat.Department, meeting.Sequence) { To = Recipient.Officer(seat.RespondedBy!) }],
        };
    }
}
