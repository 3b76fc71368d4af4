using JointDesk.Invitations;
using NodaTime;
using NodaTime.TimeZones;
using static JointDesk.Calendaring.Tests.Samples;

namespace JointDesk.Calendaring.Tests;

public class ZoneTests
{
    /// <summary>Two a month for three years, at hours that meet the changes of the zones people ask about.</summary>
    private static readonly Instant[] Starts =
        [.. Enumerable.Range(0, 80).Select(i => Instant.FromUtc(2026, 10, 25, 0, 30) + Duration.FromHours((i * 24 * 14) + (i % 24)))];

    /// <summary>The usual ones, then those that a rule guessed from one change gets wrong, or that have none.</summary>
    private static readonly string[] Zones =
    [
        "Asia/Shanghai", "Europe/Berlin", "America/New_York", "UTC", "Asia/Tokyo", "Asia/Kathmandu", "Australia/Lord_Howe", "Africa/Casablanca",
        "Europe/Dublin", "America/Havana", "Asia/Jerusalem", "Africa/Cairo", "America/Santiago", "America/Nuuk", "Asia/Beirut", "Asia/Gaza", "America/Vancouver",
    ];

    /// <summary>Without the aliases, whose rules are the same.</summary>
    private static IEnumerable<string> AllZones => TzdbDateTimeZoneSource.Default.CanonicalIdMap.Values.Distinct();

    [Fact]
    public async Task Independent_readers_see_the_moments_that_were_meant()
    {
        var meant = new List<ReadEvent>();
        var files = new List<(string, byte[])>();
        foreach (var zone in Zones)
        {
            var meetings = AcrossChanges(zone);
            Add(zone + " feed", FeedWriter.Feed(Feed with { ZoneId = zone }, meetings), null, meetings);
            foreach (var meeting in meetings.Where((_, i) => i % 8 == 0))
            {
                Add($"{zone} request {meeting.Uid}", InvitationWriter.Request(meeting), "REQUEST", [meeting]);
                Add($"{zone} cancel {meeting.Uid}", InvitationWriter.Cancel(meeting), "CANCEL", [meeting]);
            }
        }

        var read = await IndependentReaders.Agreed(files);

        foreach (var expected in meant.GroupBy(e => e.File))
            Assert.Equal(expected.Select(e => e.ToString()), read[expected.Key].Select(e => e.ToString()));

        void Add(string name, byte[] file, string? method, IReadOnlyList<CalendarEvent> meetings)
        {
            files.Add((name, file));
            meant.AddRange(meetings.Select(m => Meant(m, method, file: name)));
        }
    }

    [Fact]
    public void Every_zone_of_tzdb_is_described_rightly()
    {
        foreach (var zone in AllZones)
        {
            var meetings = AcrossChanges(zone);
            var read = StrictRules.Events(FeedWriter.Feed(Feed, meetings), zone);
            Assert.Equal(meetings.Select(m => Meant(m, null, file: zone).ToString()), read.Select(e => e.ToString()));
        }
    }

    /// <summary>A series goes on after what is known when it is sent.</summary>
    [Fact]
    public void A_series_finds_its_zone_right_for_five_years()
    {
        foreach (var id in AllZones)
        {
            var zone = DateTimeZoneProviders.Tzdb[id];
            var file = InvitationWriter.Request(Meeting with { ZoneId = id, Recurrence = "FREQ=WEEKLY;BYDAY=WE" });
            _ = StrictRules.Events(file);
            if (StrictReader.Read(file).Children.Find(c => c.Name == "VTIMEZONE") is not { } component)
                continue;
            var described = new StrictZone(component);
            for (var week = 0; week < 5 * 52; week++)
            {
                var local = Meeting.Start.InZone(zone).LocalDateTime.PlusWeeks(week);
                if (zone.MapLocal(local).Count == 1)
                    Assert.True(local.InZoneStrictly(zone).ToInstant() == described.At(local), $"{id} {local}");
            }
        }
    }

    [Fact]
    public void Shanghai_is_one_constant_offset()
    {
        var zone = StrictReader.Read(InvitationWriter.Request(Meeting)).Children.Single(c => c.Name == "VTIMEZONE");

        var standard = Assert.Single(zone.Children);
        Assert.Equal(("+0800", "+0800"), (standard.One("TZOFFSETFROM")!.Value, standard.One("TZOFFSETTO")!.Value));
    }

    [Fact]
    public void Berlin_is_a_yearly_rule_for_each_half()
    {
        var zone = StrictReader.Read(InvitationWriter.Request(Meeting with { ZoneId = "Europe/Berlin" })).Children.Single(c => c.Name == "VTIMEZONE");

        Assert.Equal(
            [("STANDARD", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"), ("DAYLIGHT", "FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3")],
            zone.Children.Select(o => (o.Name, o.One("RRULE")!.Value)));
    }

    [Theory]
    [InlineData("UTC")]
    [InlineData("Etc/UTC")]
    [InlineData("Mars/Olympus")]
    [InlineData("Asia/Shanghai\nLOCATION:evil")]
    public void Without_a_zone_times_are_in_utc(string zone)
    {
        var file = InvitationWriter.Request(Meeting with { ZoneId = zone });

        Assert.Single(StrictReader.Read(file).Children);
        AssertEqual(Meant(Meeting, "REQUEST"), StrictRules.Events(file).Single());
    }

    /// <summary>02:30 comes twice in Berlin on 25 October 2026: libical takes the first for it, ical.js the second.</summary>
    [Theory]
    [InlineData(0, 3)]
    [InlineData(1, 3)]
    [InlineData(-2, 2)]
    public async Task A_time_in_the_repeated_hour_is_written_in_utc(int hour, int hours)
    {
        var start = Instant.FromUtc(2026, 10, 25, 0, 30) + Duration.FromHours(hour);
        var meeting = Meeting with { ZoneId = "Europe/Berlin", Start = start, Duration = Duration.FromHours(hours) };

        var file = InvitationWriter.Request(meeting);

        Assert.Single(StrictReader.Read(file).Children);
        AssertEqual(Meant(meeting, "REQUEST"), StrictRules.Events(file).Single());
        AssertEqual(Meant(meeting, "REQUEST", file: "x"), (await IndependentReaders.Agreed(("x", file)))["x"].Single());
    }

    private static List<CalendarEvent> AcrossChanges(string zone) =>
        [.. Starts.Select((start, i) => Meeting with { Uid = $"{i:D3}", Start = start, ZoneId = zone })];
}
