using JointDesk.Invitations;

namespace JointDesk.Calendaring;

/// <summary>What an organizer sends (iTIP, RFC 5546 §3.2), as the bytes of an .ics file: UTF-8, CRLF, lines of at most 75 octets.</summary>
/// <remarks>As mail its type is <c>text/calendar; method=REQUEST|CANCEL; charset=utf-8</c> (RFC 6047 §2.4). UID, DTSTAMP and SEQUENCE are
/// those of the event, so that the same event gives the same bytes.</remarks>
public static class InvitationWriter
{
    /// <summary>Invites, or tells of a change: a new time with a higher sequence, a new text with the same sequence and a later stamp.</summary>
    /// <exception cref="ArgumentException">The event is cancelled (a REQUEST with STATUS:CANCELLED stays in calendars), or invites
    /// nobody.</exception>
    public static byte[] Request(CalendarEvent meeting)
    {
        if (meeting.Status == CalendarStatus.Cancelled)
            throw new ArgumentException("A cancelled meeting is sent by Cancel.", nameof(meeting));
        if (meeting.Attendees.Count == 0)
            throw new ArgumentException("A REQUEST needs an attendee (RFC 5546 §3.2.2).", nameof(meeting));
        var calendar = new IcalNetCalendar("REQUEST");
        calendar.Add(meeting, meeting.Attendees, CalendarStatus.Confirmed, asks: true);
        return calendar.ToBytes();
    }

    /// <summary>Cancels the meeting, or takes some attendees off it. The sequence must have risen (RFC 5546 §2.1.4).</summary>
    /// <param name="removed">Only these are told, and only they are listed; the meeting goes on, so there is no STATUS (RFC 5546 §3.2.5). Null
    /// cancels for all.</param>
    /// <exception cref="ArgumentException"><paramref name="removed"/> is empty: that is no cancellation.</exception>
    public static byte[] Cancel(CalendarEvent meeting, IReadOnlyList<CalendarAttendee>? removed = null)
    {
        if (removed is { Count: 0 })
            throw new ArgumentException("Nobody is removed.", nameof(removed));
        var calendar = new IcalNetCalendar("CANCEL");
        calendar.Add(
            meeting with { Status = CalendarStatus.Cancelled },
            shown: removed ?? meeting.Attendees,
            status: removed is null ? CalendarStatus.Cancelled : null,
            asks: false);
        return calendar.ToBytes();
    }
}
