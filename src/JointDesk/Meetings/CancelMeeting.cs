namespace JointDesk.Meetings;

/// <summary>Called off, from any state before it has ended: CANCEL with a higher SEQUENCE (RFC 5546 §3.2.5).</summary>
public sealed record CancelMeeting(string Meeting) : Command
{
    /// <summary>The SEQUENCE of what was shown to the officer; null where nothing was.</summary>
    public int? Shown { get; init; }

    public static ValueTask<OneMeeting> Load(CancelMeeting command, Caller caller, DeskReader read, CancellationToken cancel) =>
        OneMeeting.LoadAsync(command.Meeting, read, cancel);

    public static Outcome Decide(OneMeeting loaded, CancelMeeting command, Caller caller, Moment moment)
    {
        if (loaded.RefuseLead(command.Meeting, caller, out var officer, out var meeting) is { } refusal)
            return refusal;
        if (command.Shown is { } shown && shown != meeting.Sequence)
            return new MeetingHasChanged(meeting.Id, meeting.Number);
        if (!meeting.IsOpen)
            return new MeetingNotOpen(meeting.Id, meeting.Number, meeting.State);

        var cancelled = meeting with { State = MeetingState.Cancelled, Sequence = meeting.Sequence + 1, Stamp = moment.Now };
        return new Decision(new MeetingCancelled(meeting.Id, [.. meeting.Departments], cancelled.Sequence))
        {
            Changes = [Change.Put(Meetings.Meeting.Documents, cancelled)],
            Notices =
            [
                .. loaded.ToSeats((seat, to) => new CancelledNotice(meeting.Id, seat.Department, cancelled.Sequence) { To = to }),
                .. Recipients.OfLead(loaded.Roster, cancelled, officer.Id),
            ],
            CancelledAlarms = [AdvanceMeeting.AlarmId(meeting.Id)],
        };
    }
}
