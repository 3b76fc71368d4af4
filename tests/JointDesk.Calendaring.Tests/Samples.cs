using System.Text.RegularExpressions;
using JointDesk.Invitations;
using NodaTime;
using NodaTime.Text;

namespace JointDesk.Calendaring.Tests;

/// <summary>A meeting of the demo desk, and what readers should make of one.</summary>
internal static partial class Samples
{
    public static readonly CalendarAttendee Exit =
        new("临江市公安局出入境管理支队", "lj-exit@desk.example", Attendance.Required);

    public static readonly CalendarAttendee Econ =
        new("临江市公安局经侦支队", CalendarAddress.Of(null, "lj-econ"), Attendance.Optional, CalendarResponse.Accepted);

    /// <summary>Wednesday, 2 December 2026, 15:00 in Shanghai.</summary>
    public static readonly CalendarEvent Meeting = new(
        "m-0001@desk.example", 2, Instant.FromUtc(2026, 11, 23, 1, 2, 3), Instant.FromUtc(2026, 12, 2, 7, 0), Duration.FromHours(2), "Asia/Shanghai",
        "“6·18”跨境电信网络诈骗案联席会议：通报案情、核对出入境记录与资金流向，研究下一步协作分工和时限要求",
        "一、各单位通报案情\n二、研究协作分工", "临江市公安局 301 会议室", new("临江市公安局刑侦支队", "lj-cid@desk.example"), [Exit, Econ]);

    public static readonly FeedHeader Feed = new("临江市公安局出入境管理支队：联席会议", "Asia/Shanghai", Duration.FromHours(4));

    public static IReadOnlyList<CalendarEvent> ManyMeetings(int count) =>
        [.. Enumerable.Range(0, count).Select(i => Meeting with { Uid = $"m-{i:D4}@desk.example", Start = Meeting.Start + Duration.FromHours(7 * i) })];

    /// <summary>What a reader should understand; written down apart from the writer.</summary>
    public static ReadEvent Meant(CalendarEvent meeting, string? method, IReadOnlyList<CalendarAttendee>? shown = null, string file = "") => new(
        file, method, Line(meeting.Uid), meeting.Sequence, Iso(meeting.Start), Iso(meeting.End),
        Nullable(Line(meeting.Summary)) ?? Name(meeting.Organizer.Name, meeting.Organizer.Email),
        Nullable(Block(meeting.Description ?? "")), Nullable(Line(meeting.Location ?? "")),
        method == "CANCEL" ? (shown is null ? "CANCELLED" : null) : meeting.Status.ToString().ToUpperInvariant(), "mailto:" + meeting.Organizer.Email,
        [.. (shown ?? meeting.Attendees).Select(a => new ReadAttendee(
            "mailto:" + a.Email, Name(a.Name, a.Email),
            a.Response == CalendarResponse.NeedsAction ? "NEEDS-ACTION" : a.Response.ToString().ToUpperInvariant(),
            a.Attendance == Attendance.Required ? "REQ-PARTICIPANT" : "OPT-PARTICIPANT"))]);

    public static void AssertEqual(ReadEvent meant, ReadEvent read) => Assert.Equal(meant.ToString(), read.ToString());

    private static string Iso(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    private static string? Nullable(string text) => text.Length == 0 ? null : text;

    private static string Name(string name, string email) =>
        Nullable(Line(name).Replace('"', '\'').Replace('\\', '/').Replace("^", "", StringComparison.Ordinal).Trim()) ?? email;

    private static string Line(string text) => Block(text).Replace('\n', ' ').Trim();

    private static string Block(string text) => Unfit().Replace(Lone().Replace(Breaks().Replace(text, "\n"), "").Replace('\t', ' '), "").Trim();

    [GeneratedRegex(@"(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])")]
    private static partial Regex Lone();

    [GeneratedRegex(@"\r\n|[\n\r\v\f\u0085\u2028\u2029]")]
    private static partial Regex Breaks();

    /// <summary>Controls but the newline, the byte order mark, and what is no character in the first and the later planes.</summary>
    [GeneratedRegex(
        @"[\p{Cc}-[\n]]|[\uFEFF\uFDD0-\uFDEF\uFFFE\uFFFF]|"
        + @"[\uD83F\uD87F\uD8BF\uD8FF\uD93F\uD97F\uD9BF\uD9FF\uDA3F\uDA7F\uDABF\uDAFF\uDB3F\uDB7F\uDBBF\uDBFF][\uDFFE\uDFFF]")]
    private static partial Regex Unfit();
}
