using NodaTime;
using NodaTime.Text;

namespace JointDesk.Server.Settings;

/// <summary>Signing in by picking an officer, and a clock that can be moved.</summary>
internal sealed record DemoOptions
{
    /// <summary>Null: on while every listener is on the loopback interface.</summary>
    public bool? Enabled { get; init; }

    /// <summary>An ISO instant with its offset at which the desk's clock starts; a desk that is further already stays there.</summary>
    public string? Clock { get; init; }

    public Instant? Start => Clock is { Length: > 0 } text ? Parse(text) : null;

    public string? Problem => Clock is { Length: > 0 } text && Parse(text) is null
        ? "Demo:Clock is no instant with an offset, such as 2026-11-23T09:00:00+08:00."
        : null;

    internal static Instant? Parse(string text) =>
        Patterns.Select(pattern => pattern.Parse(text)).FirstOrDefault(parsed => parsed.Success)?.Value.ToInstant();

    private static readonly OffsetDateTimePattern[] Patterns =
        [OffsetDateTimePattern.Rfc3339, OffsetDateTimePattern.ExtendedIso, OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mmo<Z+HH:mm>")];
}
