using NodaTime;

namespace JointDesk.Meetings;

/// <summary>Another time, length or place: same UID, higher SEQUENCE, and everyone answers anew (RFC 6638 §3.2.8).</summary>
/// <param name="Start">Null: as it was; so for the others.</param>
public sealed record MoveMeeting(string Meeting, Instant? Start, Duration? Length, string? Location) : Command
{
    public override IEnumerable<string?> Texts => [Location];

    /// <summary>The SEQUENCE of what was shown to the officer; null where nothing was.</summary>
    public int? Shown { get; init; }

    public static ValueTask<OneMeeting> Load(MoveMeeting command, Caller caller, DeskReader read, CancellationToken cancel) =>
        OneMeeting.LoadAsync(command.Meeting, read, cancel);

    public static Outcome Decide(OneMeeting loaded, MoveMeeting command, Caller caller, Moment moment)
    {
        if (loaded.RefuseLead(command.Meeting, caller, out var officer, out var meeting) is { } refusal)
            return refusal;
        if (command.Shown is { } shown && shown != meeting.Sequence)
            return new MeetingHasChanged(meeting.Id, meeting.Number);
        if (meeting.State != MeetingState.Convened)
            return new MeetingNotOpen(meeting.Id, meeting.Number, meeting.State);

        var start = command.Start ?? meeting.Start;
        var length = command.Length ?? meeting.Length;
        var location = command.Location ?? meeting.Location;
        if (length <= Duration.Zero)
            return new EndBeforeStart();
        if (length > ConveneMeeting.Longest)
            return new TooLong();
        if (start <= moment.Now)
            return new TimeInThePast(start, meeting.Zone);
        if (start == meeting.Start && length == meeting.Length && location == meeting.Location)
            return new NothingToMove(meeting.Id);

        var moved = meeting with
        {
            Start = start,
            Length = length,
            Location = location,
            Sequence = meeting.Sequence + 1,
            Stamp = moment.Now,
            Seats = [.. meeting.Seats.Select(s => new Seat(s.Department, s.Required))],
        };
        return new Decision(new MeetingMoved(meeting.Id, [.. meeting.Departments], meeting.Start, start, moved.Sequence))
        {
            Changes = [Change.Put(Meetings.Meeting.Documents, moved)],
            Notices =
            [
                .. loaded.ToSeats((seat, to) => new MovedNotice(meeting.Id, seat.Department, moved.Sequence) { To = to }),
                .. Recipients.OfLead(loaded.Roster, moved, officer.Id),
            ],
            Alarms = [AdvanceMeeting.AlarmAt(start, moved)],
        };
    }
}
