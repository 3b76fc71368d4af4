using System.Text.Json;
using CsCheck;
using JointDesk.Scheduling;
using NodaTime;

namespace JointDesk.Tests.Scheduling;

public class TimeRangeTests
{
    private static readonly Gen<TimeRange> Ranges = Gen.Select(Gen.Int[0, 20], Gen.Int[1, 20])
        .Select((start, length) => TimeRange.Of(Instant.FromUnixTimeSeconds(start), Duration.FromSeconds(length)));

    [Fact]
    public void An_empty_or_backward_range_is_none()
    {
        var now = Instant.FromUtc(2026, 11, 23, 1, 0);

        Assert.Throws<ArgumentException>(() => new TimeRange(now, now));
        Assert.Throws<ArgumentException>(() => TimeRange.Of(now, Duration.FromHours(-1)));
    }

    [Fact]
    public void Ranges_overlap_when_some_instant_lies_in_both() =>
        Gen.Select(Ranges, Ranges).Sample((a, b) =>
        {
            var shared = Enumerable.Range(0, 45).Select(s => Instant.FromUnixTimeSeconds(s)).Count(i => a.Contains(i) && b.Contains(i));
            Assert.Equal(shared > 0, a.Overlaps(b));
            Assert.Equal(a.Overlaps(b), b.Overlaps(a));
            Assert.Equal(shared == b.Duration.TotalSeconds, a.Contains(b));
        });

    [Fact]
    public void Survives_the_store() =>
        Ranges.Sample(range => Assert.Equal(range,
            JsonSerializer.Deserialize<TimeRange>(JsonSerializer.Serialize(range, DeskJson.Options), DeskJson.Options)));
}
