using System.Text.Json;
using JointDesk.Scheduling;
using NodaTime;

namespace JointDesk.Tests.Scheduling;

public class DeadlineTests
{
    [Fact]
    public void A_day_means_close_of_business() =>
        Assert.Equal(Instant.FromUtc(2026, 12, 11, 10, 0), new Deadline(new LocalDate(2026, 12, 11), null, "Asia/Shanghai").Instant);

    [Fact]
    public void An_hour_means_that_hour() =>
        Assert.Equal(Instant.FromUtc(2026, 12, 11, 4, 0), new Deadline(new LocalDate(2026, 12, 11), new LocalTime(12, 0), "Asia/Shanghai").Instant);

    [Fact]
    public void A_skipped_hour_moves_on_by_the_gap() => // 2:30 does not exist in Berlin on that day
        Assert.Equal(Instant.FromUtc(2026, 3, 29, 1, 30), new Deadline(new LocalDate(2026, 3, 29), new LocalTime(2, 30), "Europe/Berlin").Instant);

    [Fact]
    public void An_hour_that_comes_twice_is_the_first() =>
        Assert.Equal(Instant.FromUtc(2026, 10, 25, 0, 30), new Deadline(new LocalDate(2026, 10, 25), new LocalTime(2, 30), "Europe/Berlin").Instant);

    [Fact]
    public void An_unknown_zone_is_no_deadline() =>
        Assert.Throws<ArgumentException>(() => new Deadline(new LocalDate(2026, 12, 11), null, "Asia/Linjiang"));

    [Fact]
    public void Survives_the_store()
    {
        var due = new Deadline(new LocalDate(2026, 12, 11), new LocalTime(12, 0), "Asia/Shanghai");
        var json = JsonSerializer.Serialize(due, DeskJson.Options);

        Assert.Equal("""{"date":"2026-12-11","time":"12:00:00","zone":"Asia/Shanghai"}""", json);
        Assert.Equal(due, JsonSerializer.Deserialize<Deadline>(json, DeskJson.Options));
    }
}
