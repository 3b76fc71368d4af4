using System.Text.Json.Serialization;
using NodaTime;

namespace JointDesk.Scheduling;

/// <summary>From <see cref="Start"/>, included, to <see cref="End"/>, excluded: what ends at ten does not meet what begins at ten.</summary>
/// <exception cref="ArgumentException">The end is not after the start.</exception>
public sealed record TimeRange(Instant Start, Instant End)
{
    // No init accessors: `with` would go past the check.
    public Instant Start { get; } = Start;
    public Instant End { get; } = End > Start ? End : throw new ArgumentException($"{End} is not after {Start}.", nameof(End));

    public static TimeRange Of(Instant start, Duration duration) => new(start, start + duration);

    [JsonIgnore]
    public Duration Duration => End - Start;

    public bool Contains(Instant instant) => Start <= instant && instant < End;

    public bool Contains(TimeRange other) => Start <= other.Start && other.End <= End;

    public bool Overlaps(TimeRange other) => Start < other.End && other.Start < End;
}
