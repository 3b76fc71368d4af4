using NodaTime;

namespace JointDesk.Invitations;

/// <summary>A meeting as calendars get it: what RFC 5545 needs and nothing that only the desk may know.</summary>
/// <param name="Uid">Never changes, so that calendars update what they hold instead of adding a second meeting.</param>
/// <param name="Sequence">Rises with each change of time, place or recurrence, and with each cancellation (RFC 5546 §2.1.4).</param>
/// <param name="Stamp">DTSTAMP: when this revision was made, not when it is written. Among equal sequences the latest stamp wins.</param>
/// <param name="Duration">Elapsed time, longer than zero.</param>
/// <param name="ZoneId">IANA id of the zone in which the meeting is meant.</param>
/// <param name="Description">May have several lines.</param>
/// <param name="Recurrence">The text of an RRULE without its name; null for a single meeting.</param>
public sealed record CalendarEvent(
    string Uid,
    int Sequence,
    Instant Stamp,
    Instant Start,
    Duration Duration,
    string ZoneId,
    string Summary,
    string? Description,
    string? Location,
    CalendarOrganizer Organizer,
    IReadOnlyList<CalendarAttendee> Attendees,
    CalendarStatus Status = CalendarStatus.Confirmed,
    string? Recurrence = null)
{
    public Instant End => Start + Duration;
}

/// <summary>Who convenes; answers go to this address.</summary>
/// <param name="Email">As <see cref="CalendarAddress.Of"/> gives it.</param>
public sealed record CalendarOrganizer(string Name, string Email);

/// <summary>A department that is invited.</summary>
/// <param name="Email">As <see cref="CalendarAddress.Of"/> gives it; it tells one attendee from another, without regard to case.</param>
/// <param name="Rsvp">An answer is awaited. Outlook shows no buttons without it.</param>
public sealed record CalendarAttendee(
    string Name, string Email, Attendance Attendance, CalendarResponse Response = CalendarResponse.NeedsAction, bool Rsvp = true);

/// <summary>ROLE of an attendee (RFC 5545 §3.2.16).</summary>
public enum Attendance { Required, Optional }

/// <summary>PARTSTAT of an attendee (RFC 5545 §3.2.12), as far as the desk knows it.</summary>
public enum CalendarResponse { NeedsAction, Accepted, Declined, Tentative }

/// <summary>STATUS of an event (RFC 5545 §3.8.1.11).</summary>
public enum CalendarStatus { Confirmed, Cancelled }
