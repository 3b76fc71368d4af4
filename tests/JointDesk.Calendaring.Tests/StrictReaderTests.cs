using System.Text;
using static JointDesk.Calendaring.Tests.Samples;

namespace JointDesk.Calendaring.Tests;

/// <summary>The readers themselves: faults that were planted must be found, or their silence proves nothing.</summary>
public class StrictReaderTests
{
    private static readonly string Good = Encoding.UTF8.GetString(InvitationWriter.Request(Meeting));

    [Theory]
    [InlineData("\r\n", "\n")]
    [InlineData("STATUS:CONFIRMED\r\n", "STATUS:CONFIRMED\r\nX-LONG:0123456789012345678901234567890123456789012345678901234567890123456789\r\n")]
    [InlineData("临江市公安局 301", "a;b")]
    [InlineData("临江市公安局 301", "a\\b")]
    [InlineData("临江市公安局 301", "a\tb")]
    [InlineData("SEQUENCE:2\r\n", "")]
    [InlineData("SEQUENCE:2", "SEQUENCE:-2")]
    [InlineData("DTSTAMP:20261123T010203Z", "DTSTAMP:20261123T010203")]
    [InlineData("TZOFFSETFROM:+0800", "TZOFFSETFROM:800")]
    [InlineData("BEGIN:STANDARD\r\nDTSTART:1970", "BEGIN:STANDARD\r\nDTSTART:2027")]
    [InlineData("TZID:Asia/Shanghai\r\n", "TZID:Asia/Chongqing\r\n")]
    [InlineData("mailto:lj-econ@desk.invalid", "mailto:lj-exit@desk.example")]
    [InlineData("mailto:lj-econ@desk.invalid", "lj-econ@desk.invalid")]
    [InlineData("METHOD:REQUEST", "METHOD:CANCEL")]
    [InlineData("METHOD:REQUEST", "METHOD:PUBLISH")]
    [InlineData("END:VCALENDAR\r\n", "")]
    public void The_strict_reader_finds_a_planted_fault(string good, string bad)
    {
        var unfolded = Good.Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Contains(good, unfolded, StringComparison.Ordinal);
        var broken = unfolded.Replace(good, bad, StringComparison.Ordinal);
        var folded = broken.Contains("\r\n", StringComparison.Ordinal) && !bad.Contains("X-LONG", StringComparison.Ordinal)
            ? ContentLines.Refold(broken)
            : Encoding.UTF8.GetBytes(broken);

        Assert.ThrowsAny<Exception>(() => StrictRules.Events(folded));
        _ = StrictRules.Events(ContentLines.Refold(unfolded));
    }

    [Fact]
    public void The_strict_reader_finds_a_character_parted_by_a_fold()
    {
        var file = InvitationWriter.Request(Meeting with { Summary = "案" });
        var at = file.AsSpan().IndexOf("案"u8) + 1;

        byte[] parted = [.. file[..at], .. "\r\n "u8, .. file[at..]];

        Assert.Throws<FormatException>(() => StrictRules.Events(parted));
    }

    /// <summary>libical knows the tables of RFC 5546; a Shanghai that is empty or wrong shows as another time.</summary>
    [Fact]
    public async Task The_independent_readers_find_planted_faults()
    {
        var files = new Dictionary<string, string>
        {
            ["no organizer"] = Without("ORGANIZER"),
            ["no stamp"] = Without("DTSTAMP"),
            ["no uid"] = Without("UID"),
            ["unclosed"] = Good.Replace("END:VEVENT\r\n", "", StringComparison.Ordinal),
            ["no zone"] = Good.Replace("TZID:Asia/Shanghai\r\n", "TZID:Asia/Chongqing\r\n", StringComparison.Ordinal),
            ["wrong zone"] = Good.Replace("+0800", "+0000", StringComparison.Ordinal),
        };

        var (libical, icalJs) = await IndependentReaders.Both([.. files.Select(f => (f.Key, Encoding.UTF8.GetBytes(f.Value)))]);

        foreach (var fault in files.Keys.Except(["wrong zone"]))
            Assert.Contains(libical.Errors, e => e.StartsWith(fault, StringComparison.Ordinal));
        foreach (var fault in new[] { "unclosed", "no zone" })
            Assert.Contains(icalJs.Errors, e => e.StartsWith(fault, StringComparison.Ordinal));
        Assert.All([libical, icalJs], r => Assert.Equal("2026-12-02T15:00:00Z", r.Events.Single(e => e.File == "wrong zone").Start));

        static string Without(string name) => string.Join(
            "\r\n", Good.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n").Where(l => !l.StartsWith(name, StringComparison.Ordinal)));
    }
}
