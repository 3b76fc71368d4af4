using JointDesk.Invitations;
using NodaTime;
using NodaTime.Text;

namespace JointDesk.Calendaring;

/// <summary>What a feed says of itself.</summary>
/// <param name="Name">How subscribers see it in their list of calendars.</param>
/// <param name="ZoneId">IANA id of the zone in which its reader works.</param>
/// <param name="Refresh">How often to ask again, in whole minutes. A wish: Google asks every 8 to 24 hours, Apple up to once a day.</param>
public sealed record FeedHeader(string Name, string ZoneId, Duration Refresh);

/// <summary>A calendar to subscribe to, as the bytes of an .ics file.</summary>
public static class FeedWriter
{
    /// <summary>The same header and meetings, in whatever order, give the same bytes, so that a hash of them can be the ETag.</summary>
    /// <remarks>No METHOD: PUBLISH forbids attendees (RFC 5546 §3.2.1), and a reader wants to see who comes. RSVP is left out, since a
    /// subscriber cannot answer. Of several revisions of one UID the newest is written: a UID has one master (RFC 4791 §4.1).</remarks>
    public static byte[] Feed(FeedHeader header, IReadOnlyList<CalendarEvent> meetings)
    {
        var shown = meetings
            .GroupBy(m => m.Uid, StringComparer.Ordinal)
            .Select(revisions => revisions.OrderByDescending(m => m.Sequence).ThenByDescending(m => m.Stamp).First())
            .OrderBy(m => m.Start).ThenBy(m => m.Uid, StringComparer.Ordinal)
            .ToList();

        ArgumentOutOfRangeException.ThrowIfLessThan(header.Refresh, Duration.FromMinutes(1));
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(header.ZoneId) ?? DateTimeZone.Utc;
        var calendar = new IcalNetCalendar(method: null);
        var refresh = PeriodPattern.Roundtrip.Format(Period.FromMinutes((long)header.Refresh.TotalMinutes).Normalize());
        if (CalendarText.Line(header.Name) is { Length: > 0 } name)
        {
            calendar.Add("NAME", name); // RFC 7986 §5.1
            calendar.Add("X-WR-CALNAME", name); // Apple, Google, Outlook
        }
        calendar.Add("X-WR-TIMEZONE", zone.Id);
        calendar.Add("REFRESH-INTERVAL", refresh, valueType: "DURATION"); // RFC 7986 §5.7: the VALUE is required
        calendar.Add("X-PUBLISHED-TTL", refresh); // Outlook

        // A calendar must have a component (RFC 5545 §3.6): the reader's zone, also where no meeting is shown.
        var from = shown.Count == 0 ? EmptyFeedZoneFrom : shown[0].Start;
        calendar.Describe(zone, from, from);
        foreach (var meeting in shown)
            calendar.Add(meeting, meeting.Attendees, meeting.Status, asks: false);
        return calendar.ToBytes();
    }

    /// <summary>Any fixed instant: a zone's rule of that year onwards.</summary>
    private static readonly Instant EmptyFeedZoneFrom = Instant.FromUtc(2026, 1, 1, 0, 0);
}
