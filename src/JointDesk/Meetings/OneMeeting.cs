using JointDesk.People;

namespace JointDesk.Meetings;

/// <summary>What a use case of one meeting starts from.</summary>
public sealed record OneMeeting(Roster Roster, Meeting? Meeting)
{
    internal static async ValueTask<OneMeeting> LoadAsync(string id, DeskReader read, CancellationToken cancel) =>
        new(await read.RosterAsync(cancel), await read.FindAsync(Meetings.Meeting.Documents, id, cancel));

    /// <summary>The meeting and the officer who leads it, or why the officer may not.</summary>
    internal Refusal? RefuseLead(string id, Caller caller, out Officer officer, out Meeting meeting)
    {
        officer = Roster.Officer(caller.Id)!;
        meeting = Meeting!;
        return officer is null ? new UnknownOfficer(caller.Id)
            : meeting is null || !(meeting.Departments.Contains(officer.Department) || Authority.MayLead(officer, meeting.Lead, Roster)) ? new UnknownMeeting(id)
            : !Authority.MayLead(officer, meeting.Lead, Roster) ? new MayNotConvene(meeting.Lead)
            : null;
    }

    /// <summary>The seat for which the officer speaks, or why the officer may not answer for one.</summary>
    /// <param name="shown">The SEQUENCE of what the officer was shown; null where the answer was typed.</param>
    internal Refusal? RefuseSeat(string id, int? shown, Caller caller, out Officer officer, out Meeting meeting, out Seat seat)
    {
        officer = Roster.Officer(caller.Id)!;
        meeting = Meeting!;
        seat = officer is null ? null! : Meeting?.SeatOf(officer.Department)!;
        return officer is null ? new UnknownOfficer(caller.Id)
            : meeting is null ? new UnknownMeeting(id)
            : seat is null ? new NoSeat(meeting.Id, officer.Department)
            : !Authority.MaySpeakFor(officer, seat.Department) ? new MayNotSpeakFor(seat.Department)
            : meeting.State != MeetingState.Convened ? new MeetingNotOpen(meeting.Id, meeting.Number, meeting.State)
            : shown is { } sequence && sequence != meeting.Sequence ? new OutdatedInvitation(meeting.Id, meeting.Sequence)
            : null;
    }

    internal IEnumerable<TNotice> ToSeats<TNotice>(Func<Seat, Recipient, TNotice> notice) where TNotice : Notice =>
        from seat in Meeting!.Seats from to in Recipients.OfDepartment(Roster, seat.Department) select notice(seat, to);
}
