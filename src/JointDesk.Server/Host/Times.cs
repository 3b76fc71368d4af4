using NodaTime;
using NodaTime.Text;

namespace JointDesk.Server;

/// <summary>How times leave the desk: ISO 8601 with the offset of their zone, as RFC 3339 has it.</summary>
internal static class Times
{
    public static string ToText(this Instant instant, DateTimeZone zone) =>
        OffsetDateTimePattern.Rfc3339.Format(instant.InZone(zone).ToOffsetDateTime());

    public static string ToText(this Instant instant, string zone) => instant.ToText(DateTimeZoneProviders.Tzdb[zone]);
}
