using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace JointDesk.Calendaring.Tests;

/// <summary>A VTIMEZONE, understood from its text alone (RFC 5545 §3.6.5).</summary>
internal sealed partial class StrictZone
{
    private static readonly LocalDateTimePattern Local = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    private readonly List<(LocalDateTime Onset, Offset From, Offset To)> onsets = [];

    [GeneratedRegex("^FREQ=YEARLY;BYDAY=(?<nth>-1|[1-5])(?<day>[A-Z]{2});BYMONTH=(?<month>[0-9]+)$")]
    private static partial Regex YearlyRule();

    public StrictZone(StrictComponent component)
    {
        StrictReader.Require(component.Name == "VTIMEZONE" && component.Children.Count > 0, "no VTIMEZONE, or an empty one");
        foreach (var observance in component.Children)
        {
            StrictReader.Require(observance.Name is "STANDARD" or "DAYLIGHT", "not a part of a VTIMEZONE: " + observance.Name);
            var start = Time(observance.One("DTSTART")!.Value);
            var (from, to) = (OffsetOf(observance.One("TZOFFSETFROM")!.Value), OffsetOf(observance.One("TZOFFSETTO")!.Value));
            var rule = observance.One("RRULE")?.Value;
            StrictReader.Require(rule is null || Occurrence(rule, start.Year, start.TimeOfDay) == start, "DTSTART is not the first of its RRULE");
            for (var year = start.Year; year <= (rule is null ? start.Year : 2060); year++)
                onsets.Add((rule is null ? start : Occurrence(rule, year, start.TimeOfDay), from, to));
        }
        onsets.Sort((a, b) => a.Onset.CompareTo(b.Onset));
        foreach (var (before, after) in onsets.Zip(onsets.Skip(1)))
            StrictReader.Require(before.To == after.From, $"the offset before {after.Onset} is not the one after {before.Onset}");
    }

    /// <summary>The moment of a local time: by the last change that began at or before it.</summary>
    public Instant At(LocalDateTime local)
    {
        StrictReader.Require(onsets[0].Onset <= local, $"{local} is before all that the VTIMEZONE says");
        return local.WithOffset(onsets.Last(o => o.Onset <= local).To).ToInstant();
    }

    public static LocalDateTime Time(string text) => Local.Parse(text).Value;

    private static Offset OffsetOf(string text) =>
        OffsetPattern.CreateWithInvariantCulture(text.Length == 5 ? "+HHmm" : "+HHmmss").Parse(text).Value;

    private static LocalDateTime Occurrence(string rule, int year, LocalTime time)
    {
        var match = YearlyRule().Match(rule);
        StrictReader.Require(match.Success, "a rule of an unknown form: " + rule);
        var day = Enum.GetValues<IsoDayOfWeek>().Single(d => d.ToString().StartsWith(match.Groups["day"].Value, StringComparison.OrdinalIgnoreCase));
        var month = int.Parse(match.Groups["month"].Value, CultureInfo.InvariantCulture);
        var nth = int.Parse(match.Groups["nth"].Value, CultureInfo.InvariantCulture);
        return (nth > 0
            ? new LocalDate(year, month, 1).PlusDays(-1).Next(day).PlusWeeks(nth - 1)
            : new LocalDate(year, month, 1).PlusMonths(1).Previous(day)).At(time);
    }
}
