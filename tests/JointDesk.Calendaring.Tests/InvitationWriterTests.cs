using JointDesk.Invitations;
using NodaTime;
using static JointDesk.Calendaring.Tests.Samples;

namespace JointDesk.Calendaring.Tests;

public class InvitationWriterTests
{
    [Fact]
    public void A_request_says_what_was_meant()
    {
        AssertEqual(Meant(Meeting, "REQUEST"), StrictRules.Events(InvitationWriter.Request(Meeting)).Single());
    }

    [Fact]
    public void Cancelling_the_meeting_tells_all_and_carries_the_status()
    {
        var read = StrictRules.Events(InvitationWriter.Cancel(Meeting with { Sequence = 3 })).Single();

        AssertEqual(Meant(Meeting with { Sequence = 3 }, "CANCEL"), read);
        Assert.Equal("CANCELLED", read.Status);
    }

    [Fact]
    public void Taking_one_off_the_meeting_lists_only_that_one_and_carries_no_status()
    {
        var read = StrictRules.Events(InvitationWriter.Cancel(Meeting with { Sequence = 3 }, [Econ])).Single();

        AssertEqual(Meant(Meeting with { Sequence = 3 }, "CANCEL", [Econ]), read);
        Assert.Null(read.Status);
    }

    [Fact]
    public void A_request_asks_for_an_answer_where_one_is_awaited_and_a_cancellation_never_does()
    {
        var meeting = Meeting with { Attendees = [Exit, Econ with { Rsvp = false }] };

        Assert.Equal(["TRUE", null], Rsvp(InvitationWriter.Request(meeting)));
        Assert.Equal([null, null], Rsvp(InvitationWriter.Cancel(meeting)));

        static IEnumerable<string?> Rsvp(byte[] file) =>
            StrictReader.Read(file).Children.Single(c => c.Name == "VEVENT").All("ATTENDEE").Select(a => a.Parameters.GetValueOrDefault("RSVP"));
    }

    [Theory]
    [InlineData(CalendarResponse.NeedsAction, "NEEDS-ACTION")]
    [InlineData(CalendarResponse.Accepted, "ACCEPTED")]
    [InlineData(CalendarResponse.Declined, "DECLINED")]
    [InlineData(CalendarResponse.Tentative, "TENTATIVE")]
    public void Each_response_has_its_participation_status(CalendarResponse response, string partstat)
    {
        var read = StrictRules.Events(InvitationWriter.Request(Meeting with { Attendees = [Exit with { Response = response }] })).Single();

        Assert.Equal(partstat, read.Attendees.Single().Partstat);
    }

    [Fact]
    public void Departments_that_share_a_mailbox_are_one_attendee_required_if_any_is()
    {
        var shared = Econ with { Email = "LJ-Exit@Desk.example" };

        var read = StrictRules.Events(InvitationWriter.Request(Meeting with { Attendees = [shared, Exit] })).Single();

        var attendee = Assert.Single(read.Attendees);
        Assert.Equal(("mailto:LJ-Exit@desk.example", "REQ-PARTICIPANT"), (attendee.Address, attendee.Role));
    }

    /// <summary>libical drops an empty SUMMARY, and then refuses the request that has none.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("\0\r\n")]
    public async Task A_meeting_without_a_summary_is_called_by_its_organizer(string summary)
    {
        var read = await IndependentReaders.Agreed(("x", InvitationWriter.Request(Meeting with { Summary = summary })));

        Assert.Equal(Meeting.Organizer.Name, read["x"].Single().Summary);
    }

    [Fact]
    public async Task Independent_readers_see_all_that_the_desk_hands_out_alike()
    {
        var meeting = Meeting with { Summary = Meeting.Summary + "𠮷😀; a, b\\ \"c\"" };
        var three = meeting with { Sequence = 3 };

        var read = await IndependentReaders.Agreed(
            ("request", InvitationWriter.Request(meeting)), ("cancel", InvitationWriter.Cancel(three)), ("removed", InvitationWriter.Cancel(three, [Econ])),
            ("feed", FeedWriter.Feed(Feed, ManyMeetings(200))), ("empty", FeedWriter.Feed(Feed, [])));

        AssertEqual(Meant(meeting, "REQUEST", file: "request"), read["request"].Single());
        AssertEqual(Meant(three, "CANCEL", file: "cancel"), read["cancel"].Single());
        AssertEqual(Meant(three, "CANCEL", [Econ], "removed"), read["removed"].Single());
        Assert.Equal(ManyMeetings(200).Select(m => Meant(m, null, file: "feed").ToString()), read["feed"].Select(e => e.ToString()));
        Assert.Empty(read["empty"]);
    }

    [Fact]
    public void The_same_event_gives_the_same_bytes_whenever_it_is_written()
    {
        Assert.Equal(InvitationWriter.Request(Meeting), InvitationWriter.Request(Meeting with { Attendees = [.. Meeting.Attendees] }));
        Assert.Equal(InvitationWriter.Cancel(Meeting), InvitationWriter.Cancel(Meeting));
    }

    [Fact]
    public void What_is_no_invitation_is_refused_as_a_bug()
    {
        Assert.Throws<ArgumentException>(() => InvitationWriter.Request(Meeting with { Status = CalendarStatus.Cancelled }));
        Assert.Throws<ArgumentException>(() => InvitationWriter.Request(Meeting with { Attendees = [] }));
        Assert.Throws<ArgumentException>(() => InvitationWriter.Cancel(Meeting, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => InvitationWriter.Request(Meeting with { Duration = Duration.Zero }));
        Assert.Throws<ArgumentOutOfRangeException>(() => InvitationWriter.Request(Meeting with { Sequence = -1 }));
        Assert.Throws<ArgumentException>(() => InvitationWriter.Request(Meeting with { Uid = "\0" }));
    }

    [Fact]
    public void The_request_and_the_cancellation_look_as_reviewed()
    {
        Golden.Check("request.ics", InvitationWriter.Request(Meeting));
        Golden.Check("cancel-removed.ics", InvitationWriter.Cancel(Meeting with { Sequence = 3 }, [Econ]));
    }
}
