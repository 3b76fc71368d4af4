using NodaTime;
using NodaTime.TimeZones;

namespace JointDesk.Scheduling;

/// <summary>From a time on the wall clock to an instant.</summary>
public static class LocalTimes
{
    /// <summary>
    /// The one policy of the desk where the clocks change, that of RFC 5545 §3.3.5, so that a calendar program reads our invitations
    /// the same way: a time that comes twice is the first one; one that is skipped is moved on by the length of the gap.
    /// </summary>
    public static ZoneLocalMappingResolver Rfc5545 { get; } = Resolvers.LenientResolver;

    /// <summary>The instant of a local time, gaps and overlaps by <see cref="Rfc5545"/>.</summary>
    public static Instant ToInstant(this LocalDateTime local, DateTimeZone zone) => local.InZone(zone, Rfc5545).ToInstant();
}
