using JointDesk.Cases;
using JointDesk.Invitations;
using JointDesk.Meetings;

namespace JointDesk.Talk.Wording;

/// <summary>A meeting as a calendar is given it.</summary>
public static class CalendarEvents
{
    /// <param name="audience">The one department it is for: it sees itself as attendee, not the others. Null: the lead's own view, with all.</param>
    public static CalendarEvent Of(Meeting meeting, Case? @case, Words words, string? audience)
    {
        var lead = words.Roster.Department(meeting.Lead);
        return new CalendarEvent(
            meeting.Uid, meeting.Sequence, meeting.Stamp, meeting.Start, meeting.Length, meeting.Zone,
            MeetingSheets.TitleOf(meeting, @case, words),
            words.Say("convene.calendarDescription", ("number", meeting.Number), ("lead", words.Department(meeting.Lead))),
            meeting.Location,
            new CalendarOrganizer(words.Department(meeting.Lead), CalendarAddress.Of(lead?.Email, meeting.Lead)),
            [.. meeting.Seats.Where(s => audience is null || s.Department == audience).Select(s => Attendee(s, words))],
            meeting.State == MeetingState.Cancelled ? CalendarStatus.Cancelled : CalendarStatus.Confirmed);
    }

    public static CalendarFile FileOf(Meeting meeting, Case? @case, Words words, string? audience) => new(
        $"{meeting.Number}.ics", Of(meeting, @case, words, audience), meeting.State == MeetingState.Cancelled);

    private static CalendarAttendee Attendee(Seat seat, Words words) => new(
        words.Department(seat.Department), CalendarAddress.Of(words.Roster.Department(seat.Department)?.Email, seat.Department),
        seat.Required ? Attendance.Required : Attendance.Optional,
        seat.Response switch
        {
            SeatResponse.Accepted => CalendarResponse.Accepted,
            SeatResponse.Declined => CalendarResponse.Declined,
            SeatResponse.Tentative => CalendarResponse.Tentative,
            _ => CalendarResponse.NeedsAction,
        });
}
