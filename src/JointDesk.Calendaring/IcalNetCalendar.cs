using Ical.Net;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using JointDesk.Invitations;
using CalendarEvent = JointDesk.Invitations.CalendarEvent;
using Duration = NodaTime.Duration;
using IcalEvent = Ical.Net.CalendarComponents.CalendarEvent;

namespace JointDesk.Calendaring;

/// <summary>The one class that knows Ical.Net (its next major version changes much). Nothing is left to its defaults: UID would be random,
/// DTSTAMP the time of writing, and the bytes with their ETag different each time.</summary>
internal sealed partial class IcalNetCalendar
{
    private readonly Calendar calendar = new() { Version = "2.0", ProductId = "-//JointDesk//JointDesk//EN" };
    private readonly List<IcalEvent> events = [];

    public IcalNetCalendar(string? method) => calendar.Method = method;

    /// <summary>A property of the calendar itself.</summary>
    /// <param name="valueType">Written as VALUE; Ical.Net never writes it for a name that it does not know.</param>
    public void Add(string name, string value, string? valueType = null)
    {
        var property = new CalendarProperty(name, value);
        if (valueType is not null)
            property.AddParameter("VALUE", valueType);
        calendar.Properties.Add(property);
    }

    /// <param name="shown">Who is listed, instead of the event's own attendees.</param>
    /// <param name="status">STATUS; null leaves it out.</param>
    /// <param name="asks">RSVP is written where an answer is awaited.</param>
    public void Add(CalendarEvent meeting, IEnumerable<CalendarAttendee> shown, CalendarStatus? status, bool asks)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(meeting.Sequence);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(meeting.Duration, Duration.Zero);
        ArgumentException.ThrowIfNullOrWhiteSpace(CalendarText.Line(meeting.Uid), nameof(meeting));
        var (start, end) = Times(meeting);
        var organizer = Name(meeting.Organizer.Name, meeting.Organizer.Email);
        var component = new IcalEvent
        {
            Uid = CalendarText.Line(meeting.Uid),
            Sequence = meeting.Sequence,
            DtStamp = Utc(meeting.Stamp),
            Start = start,
            End = end,
            // A SUMMARY must be there (RFC 5546 §3.2.2), and libical drops an empty one.
            Summary = CalendarText.Line(meeting.Summary) is { Length: > 0 } summary ? summary : organizer,
            Organizer = new Organizer(MailtoUri.Of(meeting.Organizer.Email)) { CommonName = organizer },
            Transparency = meeting.Status == CalendarStatus.Cancelled ? "TRANSPARENT" : "OPAQUE",
        };
        if (status is not null)
            component.Status = status == CalendarStatus.Cancelled ? "CANCELLED" : "CONFIRMED";
        if (CalendarText.Block(meeting.Description) is { Length: > 0 } description)
            component.Description = description;
        if (CalendarText.Line(meeting.Location) is { Length: > 0 } location)
            component.Location = location;
        if (meeting.Recurrence is not null)
            component.RecurrenceRule = new RecurrenceRule(CalendarText.Line(meeting.Recurrence));
        foreach (var attendee in OncePerAddress(shown))
            component.Attendees.Add(Attendee(attendee, asks));
        events.Add(component);
    }

    /// <summary>The file, zones before what refers to them. Asked for once: nothing can be added after.</summary>
    public byte[] ToBytes()
    {
        foreach (var zone in zones.Values)
            calendar.AddTimeZone(Component(zone));
        foreach (var component in events)
            calendar.Events.Add(component);
        return ContentLines.Refold(new CalendarSerializer().SerializeToString(calendar) ?? "");
    }

    /// <summary>RFC 5545 §3.8.4.1 knows an address once. Departments that share a mailbox are one attendee, required if any of them is.</summary>
    private static IEnumerable<CalendarAttendee> OncePerAddress(IEnumerable<CalendarAttendee> attendees) =>
        attendees.GroupBy(a => MailtoUri.Of(a.Email), StringComparer.OrdinalIgnoreCase)
            .Select(same => same.First() with { Attendance = same.Min(a => a.Attendance) });

    /// <summary>CUTYPE is GROUP: a seat belongs to a department, not to the person who fills it.</summary>
    private static Attendee Attendee(CalendarAttendee attendee, bool asks)
    {
        var written = new Attendee(MailtoUri.Of(attendee.Email))
        {
            CommonName = Name(attendee.Name, attendee.Email),
            Type = "GROUP",
            Role = attendee.Attendance == Attendance.Required ? "REQ-PARTICIPANT" : "OPT-PARTICIPANT",
            ParticipationStatus = attendee.Response switch
            {
                CalendarResponse.NeedsAction => "NEEDS-ACTION",
                CalendarResponse.Accepted => "ACCEPTED",
                CalendarResponse.Declined => "DECLINED",
                CalendarResponse.Tentative => "TENTATIVE",
                _ => throw new ArgumentOutOfRangeException(nameof(attendee), attendee.Response, "not a response"),
            },
        };
        if (asks && attendee.Rsvp)
            written.Rsvp = true;
        return written;
    }

    private static string Name(string name, string email) =>
        CalendarText.Parameter(name) is { Length: > 0 } clean ? clean : CalendarText.Parameter(email);
}
