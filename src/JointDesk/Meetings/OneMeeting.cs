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

    internal IEnumerable<TNotice> ToSeats<TNotice>(Func<Seat, Recipient, TNotice> notice) where TNotice : Notice =>
        from seat in Meeting!.Seats from to in Recipients.OfDepartment(Roster, seat.Department) select notice(seat, to);
}
