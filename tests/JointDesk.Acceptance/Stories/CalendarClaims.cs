using System.Globalization;
using System.Text;
using JointDesk.Acceptance.Chats;
using JointDesk.Calendaring.Tests;

namespace JointDesk.Acceptance.Stories;

/// <summary>What a story claims of a calendar file: <c>sequence 1</c>, <c>start 2026-12-02T16:00+08:00</c>, <c>method CANCEL</c>.</summary>
internal static class CalendarClaims
{
    /// <summary>The desk may hand the file over as a link or within the message.</summary>
    public static async Task<byte[]> Fetch(DeskClient client, string address, CancellationToken cancel)
    {
        if (!address.StartsWith("data:", StringComparison.Ordinal))
            return await client.Download(address, cancel);
        var (head, body) = (address[..address.IndexOf(',', StringComparison.Ordinal)], address[(address.IndexOf(',', StringComparison.Ordinal) + 1)..]);
        return head.EndsWith(";base64", StringComparison.Ordinal) ? Convert.FromBase64String(body) : Encoding.UTF8.GetBytes(Uri.UnescapeDataString(body));
    }

    /// <summary>One event fits all claims.</summary>
    public static void Check(IReadOnlyList<KeyValuePair<string, string>> claims, IReadOnlyList<ReadEvent> events) =>
        Assert.True(
            events.Any(e => claims.All(c => Fits(c.Key, c.Value, e))),
            $"No event fits '{string.Join(", ", claims.Select(c => $"{c.Key} {c.Value}"))}' among: {string.Join(" / ", events)}");

    private static bool Fits(string key, string value, ReadEvent read) => key switch
    {
        "sequence" => read.Sequence == int.Parse(value, CultureInfo.InvariantCulture),
        "start" => read.Start is { } start && Instant(start) == Instant(value),
        "end" => read.End is { } end && Instant(end) == Instant(value),
        "method" => read.Method == value,
        "status" => read.Status == value,
        "location" => read.Location == value,
        "summary" => read.Summary?.Contains(value, StringComparison.Ordinal) == true,
        _ => throw new FormatException($"A calendar file cannot be asked for its '{key}'."),
    };

    private static DateTimeOffset Instant(string iso) => DateTimeOffset.Parse(iso, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
