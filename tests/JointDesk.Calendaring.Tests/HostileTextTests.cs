using CsCheck;
using JointDesk.Invitations;
using static JointDesk.Calendaring.Tests.Samples;

namespace JointDesk.Calendaring.Tests;

/// <summary>Names and texts come from people, directories and other desks. Whatever they hold stays within its property.</summary>
public class HostileTextTests
{
    /// <summary>What has meaning in a content line, in UTF-8 or UTF-16, or to one parser or another.</summary>
    private static readonly Gen<string> Piece = Gen.OneOf(
        Gen.OneOfConst(
            "\n", "\r", "\r\n", "\r\n ", "\0", "\a", "\t", "\u007F", "\u0085", "\u2028", "\uFEFF", "\uFFFE", "\uD842", "\uDFB7", "𠮷", "😀", "👩‍👩‍👧",
            "e\u0301", "\"", "^", "^n", "^'", ";", ",", ":", "\\", "\\n", "\\N", "=", " ", "  ", "\u00A0", "\u3000", "\u200B", "\u202E", "案", "警",
            "\nLOCATION:evil", "\nEND:VEVENT\n", "mailto:a@b", "%0A", "BEGIN:VEVENT", "X-WR-CALNAME"),
        Gen.Char['\u0000', '\uFFFF'].Select(c => c.ToString()),
        Gen.Char[' ', '~'].Select(c => c.ToString()),
        Gen.Char['\u4E00', '\u9FFF'].Select(c => c.ToString()));

    private static readonly Gen<string> Text = Piece.Array[0, 60].Select(string.Concat);

    private static readonly Gen<CalendarEvent> AnyMeeting = Gen.Select(Text, Text, Text, Text, Text, (summary, description, location, first, second) =>
        Meeting with
        {
            Summary = summary,
            Description = description,
            Location = location,
            Organizer = Meeting.Organizer with { Name = first },
            Attendees = [Exit with { Name = first }, Econ with { Name = second }],
        });

    [Fact]
    public void Random_texts_come_back_as_they_were_meant() => AnyMeeting.Sample(
        meeting => AssertEqual(Meant(meeting, "REQUEST"), StrictRules.Events(InvitationWriter.Request(meeting)).Single()), iter: 4_000, threads: 1);

    [Fact]
    public async Task Random_texts_are_read_alike_by_independent_readers()
    {
        var meetings = new List<CalendarEvent>();
        AnyMeeting.Sample(meetings.Add, iter: 50, threads: 1);

        var read = await IndependentReaders.Agreed([.. meetings.Select((m, i) => ($"{i}", InvitationWriter.Request(m)))]);

        for (var i = 0; i < meetings.Count; i++)
            AssertEqual(Meant(meetings[i], "REQUEST", file: $"{i}"), read[$"{i}"].Single());
    }

    [Theory]
    [InlineData("Li\nLOCATION:evil")]
    [InlineData("Li\r\nLOCATION:evil")]
    [InlineData("Li\u2028LOCATION:evil")]
    [InlineData("Li\":mailto:evil@example.org\r\nLOCATION:evil\r\nX-A;B=\"")]
    [InlineData("Li\0\a;CN=x,\"y\"^n")]
    public async Task A_name_injects_no_property(string name)
    {
        var meeting = Meeting with
        {
            Location = null,
            Organizer = new(name, "lj-cid@desk.example"),
            Attendees = [Exit with { Name = name }],
        };

        var files = new[] { InvitationWriter.Request(meeting), InvitationWriter.Cancel(meeting), FeedWriter.Feed(Feed with { Name = name }, [meeting]) };

        Assert.All(files, file => Assert.Null(StrictRules.Events(file).Single().Location));
        var read = await IndependentReaders.Agreed([.. files.Select((f, i) => ($"{i}", f))]);
        Assert.All(read.SelectMany(events => events), e => Assert.Null(e.Location));
    }

    [Theory]
    [InlineData("a@b\nLOCATION:evil")]
    [InlineData("a@b>,<c@d")]
    [InlineData("lj cid@desk.example")]
    [InlineData("")]
    public void An_address_that_is_none_becomes_a_placeholder(string email)
    {
        var read = StrictRules.Events(InvitationWriter.Request(Meeting with { Attendees = [Exit with { Email = email }] })).Single();

        Assert.EndsWith("@desk.invalid", read.Attendees.Single().Address, StringComparison.Ordinal);
    }

    /// <summary>A fold within a character is fatal for some parsers; the end of the first line passes through every place of each character.</summary>
    [Fact]
    public async Task Emoji_and_rare_Han_survive_at_every_fold_offset()
    {
        var meetings = Enumerable.Range(0, 80).Select(i => Meeting with
        {
            Summary = new string('a', i) + "𠮷😀𠮷é案" + new string('案', 40) + "𠮷",
            Attendees = [Exit with { Name = new string('b', i) + "𠮷😀支队" }],
        }).ToList();
        var files = meetings.Select((m, i) => ($"{i}", InvitationWriter.Request(m))).ToList();

        for (var i = 0; i < files.Count; i++)
            AssertEqual(Meant(meetings[i], "REQUEST"), StrictRules.Events(files[i].Item2).Single());
        var read = await IndependentReaders.Agreed(files);
        for (var i = 0; i < files.Count; i++)
            AssertEqual(Meant(meetings[i], "REQUEST", file: $"{i}"), read[$"{i}"].Single());
    }
}
