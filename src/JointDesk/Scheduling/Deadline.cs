using System.Text.Json.Serialization;
using NodaTime;

namespace JointDesk.Scheduling;

/// <summary>Until when, as it was meant: a day, sometimes an hour, in the zone of whoever said it.</summary>
/// <param name="Time">Null where only the day was said: close of business (下班前) then.</param>
/// <param name="Zone">An IANA id.</param>
/// <exception cref="ArgumentException">No such zone.</exception>
public sealed record Deadline(LocalDate Date, LocalTime? Time, string Zone)
{
    /// <summary>What a day without an hour means.</summary>
    public static readonly LocalTime CloseOfBusiness = new(18, 0);

    // No init accessor: `with` would go past the check.
    public string Zone { get; } = DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone) is not null
        ? Zone
        : throw new ArgumentException($"No such time zone: {Zone}", nameof(Zone));

    /// <summary>The moment after which it is missed; where the clocks change, by <see cref="LocalTimes.Rfc5545"/>.</summary>
    [JsonIgnore]
    public Instant Instant => (Date + (Time ?? CloseOfBusiness)).ToInstant(DateTimeZoneProviders.Tzdb[Zone]);
}
