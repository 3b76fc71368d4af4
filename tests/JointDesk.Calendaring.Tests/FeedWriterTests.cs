using JointDesk.Invitations;
using NodaTime;
using static JointDesk.Calendaring.Tests.Samples;

namespace JointDesk.Calendaring.Tests;

public class FeedWriterTests
{
    [Fact]
    public void A_feed_of_200_meetings_says_what_was_meant()
    {
        var meetings = ManyMeetings(200);

        var read = StrictRules.Events(FeedWriter.Feed(Feed, meetings));

        Assert.Equal(meetings.Select(m => Meant(m, null).ToString()), read.Select(e => e.ToString()));
    }

    [Fact]
    public void The_order_and_older_revisions_do_not_change_the_bytes()
    {
        var meetings = ManyMeetings(20);
        var expected = FeedWriter.Feed(Feed, meetings);

        Assert.Equal(expected, FeedWriter.Feed(Feed, [.. meetings.Reverse()]));
        Assert.Equal(expected, FeedWriter.Feed(Feed, [meetings[3] with { Sequence = 1, Summary = "older" }, .. meetings]));
        var earlier = meetings[3] with { Stamp = meetings[3].Stamp - Duration.FromHours(1), Summary = "older" };
        Assert.Equal(expected, FeedWriter.Feed(Feed, [.. meetings, earlier]));
    }

    [Fact]
    public void A_header_names_the_feed_twice_and_says_how_often_to_ask()
    {
        var calendar = StrictReader.Read(FeedWriter.Feed(Feed with { Name = "刑侦; 经侦, \\ \nMETHOD:CANCEL" }, [Meeting]));

        Assert.Equal("刑侦; 经侦, \\  METHOD:CANCEL", StrictReader.Text(calendar.One("NAME")!.Value));
        Assert.Equal(calendar.One("NAME")!.Value, calendar.One("X-WR-CALNAME")!.Value);
        Assert.Equal(("DURATION", "PT4H"), (calendar.One("REFRESH-INTERVAL")!.Parameters["VALUE"], calendar.One("REFRESH-INTERVAL")!.Value));
        Assert.Equal("PT4H", calendar.One("X-PUBLISHED-TTL")!.Value);
        Assert.Null(calendar.One("METHOD"));
    }

    [Theory]
    [InlineData("Asia/Shanghai", "Asia/Shanghai")]
    [InlineData("UTC", "UTC")]
    [InlineData("Mars/Olympus", "UTC")]
    public void A_feed_without_meetings_is_still_a_calendar(string zone, string written)
    {
        var file = FeedWriter.Feed(Feed with { ZoneId = zone }, []);

        Assert.Empty(StrictRules.Events(file));
        Assert.Equal(written, StrictReader.Read(file).Children.Single().One("TZID")!.Value);
    }

    [Fact]
    public void A_feed_without_a_name_leaves_it_out()
    {
        Assert.Null(StrictReader.Read(FeedWriter.Feed(Feed with { Name = "\0" }, [Meeting])).One("NAME"));
    }

    [Fact]
    public void A_cancelled_meeting_stays_in_the_feed_and_blocks_no_time()
    {
        var file = FeedWriter.Feed(Feed, [Meeting with { Status = CalendarStatus.Cancelled }]);
        var meeting = StrictReader.Read(file).Children.Single(c => c.Name == "VEVENT");

        Assert.Equal(("CANCELLED", "TRANSPARENT"), (meeting.One("STATUS")!.Value, meeting.One("TRANSP")!.Value));
    }

    [Fact]
    public void A_refresh_of_no_time_is_a_bug()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => FeedWriter.Feed(Feed with { Refresh = Duration.Zero }, []));
    }

    [Fact]
    public void The_feed_looks_as_reviewed()
    {
        Golden.Check("feed.ics", FeedWriter.Feed(Feed, [Meeting, Meeting with { Uid = "m-0002@desk.example", ZoneId = "Europe/Berlin" }]));
    }
}
