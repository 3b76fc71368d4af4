using NodaTime;
using NodaTime.Text;
using static JointDesk.Calendaring.Tests.StrictReader;

namespace JointDesk.Calendaring.Tests;

/// <summary>What must and may be in our files: RFC 5545 §3.6, the tables of RFC 5546 §3.2.2 and §3.2.5, and what calendar programs want besides.</summary>
internal static class StrictRules
{
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    /// <summary>Name, least, most. What is not in the table must not be there; null as a method is a feed.</summary>
    private static (string, int, int)[] Table(string? method) =>
    [
        ("UID", 1, 1), ("DTSTAMP", 1, 1), ("DTSTART", 1, 1), ("DTEND", 1, 1), ("ORGANIZER", 1, 1), ("SUMMARY", 1, 1), ("SEQUENCE", 1, 1),
        ("DESCRIPTION", 0, 1), ("LOCATION", 0, 1), ("RRULE", 0, 1), ("TRANSP", 1, 1),
        ("STATUS", method == "CANCEL" ? 0 : 1, 1), ("ATTENDEE", method is null ? 0 : 1, int.MaxValue),
    ];

    /// <summary>The events of a file that keeps every rule.</summary>
    /// <exception cref="FormatException">It does not.</exception>
    public static IReadOnlyList<ReadEvent> Events(byte[] file, string name = "")
    {
        var calendar = Read(file);
        var method = calendar.One("METHOD")?.Value;
        Require(method is null or "REQUEST" or "CANCEL", "an unknown METHOD");
        Require(calendar.One("VERSION")?.Value == "2.0" && Text(calendar.One("PRODID")?.Value ?? "").Length > 0, "VERSION and PRODID");
        Require(calendar.Children.Count > 0, "a calendar without components");

        var zones = calendar.Children.Where(c => c.Name == "VTIMEZONE").ToDictionary(c => Text(c.One("TZID")!.Value), c => new StrictZone(c));
        var meetings = calendar.Children.Where(c => c.Name == "VEVENT").ToList();
        Require(zones.Count + meetings.Count == calendar.Children.Count, "another component");
        Require(calendar.Children.FindLastIndex(c => c.Name == "VTIMEZONE") < zones.Count, "a zone after what refers to it");
        Require(meetings.DistinctBy(m => m.One("UID")?.Value).Count() == meetings.Count, "a UID with two masters");
        Require(method is null || meetings.Count == 1, "more than one meeting in a message");
        var used = meetings.SelectMany(m => m.Properties).Select(p => p.Parameters.GetValueOrDefault("TZID")).Append(calendar.One("X-WR-TIMEZONE")?.Value);
        Require(zones.Keys.All(used.Contains), "a VTIMEZONE that nothing refers to");
        return [.. meetings.Select(m => Event(m, method, zones) with { File = name })];
    }

    private static ReadEvent Event(StrictComponent meeting, string? method, Dictionary<string, StrictZone> zones)
    {
        var table = Table(method);
        foreach (var (name, least, most) in table)
            Require(meeting.All(name).Count() is var count && count >= least && count <= most, $"{name} {count} times in a {method ?? "feed"}");
        Require(meeting.Properties.All(p => table.Any(row => row.Item1 == p.Name)) && meeting.Children.Count == 0, "something that is not in the table");
        Require(Utc.Parse(meeting.One("DTSTAMP")!.Value).Success, "DTSTAMP not in UTC");
        var status = meeting.One("STATUS")?.Value;
        var statusFits = method switch { "REQUEST" => status == "CONFIRMED", "CANCEL" => status is null or "CANCELLED", _ => status is "CONFIRMED" or "CANCELLED" };
        Require(statusFits, "STATUS");

        var (start, end) = (Moment(meeting.One("DTSTART")!, zones), Moment(meeting.One("DTEND")!, zones));
        Require(start < end, "DTEND not after DTSTART");
        var attendees = meeting.All("ATTENDEE").Select(a => Attendee(a, method)).ToList();
        Require(attendees.DistinctBy(a => a.Address.ToUpperInvariant()).Count() == attendees.Count, "an attendee twice");
        return new ReadEvent(
            "", method, Text(meeting.One("UID")!.Value), int.Parse(meeting.One("SEQUENCE")!.Value, System.Globalization.NumberStyles.None, null),
            Iso(start), Iso(end), Text(meeting.One("SUMMARY")!.Value), TextOf(meeting, "DESCRIPTION"), TextOf(meeting, "LOCATION"), status,
            Address(meeting.One("ORGANIZER")!), attendees);
    }

    private static string? TextOf(StrictComponent meeting, string name) => meeting.One(name) is { } property ? Text(property.Value) : null;

    private static string Iso(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    private static Instant Moment(StrictProperty property, Dictionary<string, StrictZone> zones)
    {
        if (!property.Parameters.TryGetValue("TZID", out var zone))
            return Utc.Parse(property.Value).Value;
        Require(zones.ContainsKey(zone), "no VTIMEZONE for " + zone);
        return zones[zone].At(StrictZone.Time(property.Value));
    }

    private static ReadAttendee Attendee(StrictProperty attendee, string? method)
    {
        var parameters = attendee.Parameters;
        Require(parameters.GetValueOrDefault("CUTYPE") is "GROUP", "CUTYPE");
        Require(parameters.GetValueOrDefault("ROLE") is "REQ-PARTICIPANT" or "OPT-PARTICIPANT", "ROLE");
        Require(parameters.GetValueOrDefault("PARTSTAT") is "NEEDS-ACTION" or "ACCEPTED" or "DECLINED" or "TENTATIVE", "PARTSTAT");
        Require(parameters.GetValueOrDefault("RSVP") is null || (method == "REQUEST" && parameters["RSVP"] == "TRUE"), "RSVP");
        Require(parameters.GetValueOrDefault("CN") is { Length: > 0 }, "CN");
        return new(Address(attendee), parameters["CN"], parameters["PARTSTAT"], parameters["ROLE"]);
    }

    private static string Address(StrictProperty property)
    {
        Require(Uri.TryCreate(property.Value, UriKind.Absolute, out var uri) && uri.Scheme == "mailto", "no mailto: " + property.Value);
        var plain = property.Value.All(c => char.IsAscii(c) && c is not (' ' or '"' or '<' or '>'));
        Require(plain && property.Value.Split('@').Length == 2, "no address: " + property.Value);
        return property.Value;
    }
}
