using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime;
using CalendarEvent = JointDesk.Invitations.CalendarEvent;
using Duration = NodaTime.Duration;

namespace JointDesk.Calendaring;

/// <summary>Times, and the VTIMEZONE that each TZID needs (RFC 5545 §3.2.19). A cancellation needs it too: without, Outlook calls the file
/// "not supported".</summary>
internal sealed partial class IcalNetCalendar
{
    /// <summary>A series has no known end; this far its zone is spelled out where no yearly rule can say it.</summary>
    private static readonly Duration SeriesReach = Duration.FromDays(5 * 366);

    private readonly SortedDictionary<string, (DateTimeZone Zone, Instant From, Instant To)> zones = new(StringComparer.Ordinal);

    /// <summary>Writes the zone's VTIMEZONE, right from one instant to the other.</summary>
    public void Describe(DateTimeZone zone, Instant from, Instant to)
    {
        if (zones.TryGetValue(zone.Id, out var asked))
            (from, to) = (Instant.Min(from, asked.From), Instant.Max(to, asked.To));
        zones[zone.Id] = (zone, from, to);
    }

    private (CalDateTime Start, CalDateTime End) Times(CalendarEvent meeting)
    {
        if (ZoneOf(meeting) is not { } zone)
            return (Utc(meeting.Start), Utc(meeting.End));
        Describe(zone, meeting.Start, meeting.Recurrence is null ? meeting.End : meeting.End + SeriesReach);
        return (Local(meeting.Start.InZone(zone)), Local(meeting.End.InZone(zone)));
    }

    /// <summary>Null where times are written in UTC: the zone is UTC; tzdb does not know it (the right moment is worth more than its zone); or a
    /// single meeting starts or ends in the hour that autumn repeats: of its two passes a local time means the first (RFC 5545 §3.3.5), which
    /// libical takes and ical.js does not.</summary>
    private static DateTimeZone? ZoneOf(CalendarEvent meeting) =>
        KnownZone(meeting.ZoneId) is { } zone
        && (meeting.Recurrence is not null || !(IsRepeated(meeting.Start.InZone(zone)) || IsRepeated(meeting.End.InZone(zone))))
            ? zone
            : null;

    private static bool IsRepeated(ZonedDateTime time) => time.Zone.MapLocal(time.LocalDateTime).Count == 2;

    private static DateTimeZone? KnownZone(string id) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is { } zone && (zone.MinOffset != Offset.Zero || zone.MaxOffset != Offset.Zero) ? zone : null;

    private static CalDateTime Utc(Instant instant) => new(instant.ToDateTimeUtc(), CalDateTime.UtcTzId);

    private static CalDateTime Local(ZonedDateTime time) => new(time.ToDateTimeUnspecified(), time.Zone.Id);

    private static VTimeZone Component((DateTimeZone Zone, Instant From, Instant To) zone)
    {
        var component = new VTimeZone { TzId = zone.Zone.Id };
        foreach (var observance in ZoneObservance.For(zone.Zone, zone.From, zone.To))
        {
            var written = new VTimeZoneInfo(observance.Daylight ? Components.Daylight : Components.Standard)
            {
                Start = new CalDateTime(observance.Onset.ToDateTimeUnspecified()),
                OffsetFrom = new UtcOffset(observance.From.ToTimeSpan()),
                OffsetTo = new UtcOffset(observance.To.ToTimeSpan()),
                TimeZoneName = observance.Name,
            };
            if (observance.Yearly is { } rule)
                written.RecurrenceRule = new RecurrenceRule(rule);
            component.Children.Add(written);
        }
        return component;
    }
}
