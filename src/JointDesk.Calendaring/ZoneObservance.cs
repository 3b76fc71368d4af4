using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace JointDesk.Calendaring;

/// <summary>One STANDARD or DAYLIGHT part of a VTIMEZONE (RFC 5545 §3.6.5).</summary>
/// <param name="Onset">When it begins, in local time before the change.</param>
/// <param name="Yearly">An RRULE that holds for every later year; null if it happens once.</param>
/// <remarks>Ical.Net's own <c>VTimeZone.FromDateTimeZone</c> guesses the rule from one change. Of tzdb's zones it is wrong for 10, among them
/// Dublin, Havana, Cairo, Jerusalem and Santiago; ours is compared with every year that matters before it is believed.</remarks>
internal sealed record ZoneObservance(LocalDateTime Onset, Offset From, Offset To, string Name, bool Daylight, string? Yearly)
{
    private const int YearsToBelieveARule = 10;

    /// <summary>What a zone does between two instants, and afterwards as far as it is regular. Whole years, so that a feed's bytes, and with
    /// them its ETag, do not change when the first meeting in it does.</summary>
    public static IEnumerable<ZoneObservance> For(DateTimeZone zone, Instant from, Instant to)
    {
        var now = zone.GetZoneInterval(from);
        if (!now.HasEnd)
            return [Since1970(now)]; // Shanghai since 1991: simple enough for every program

        var (first, last) = (from.InUtc().Year - 1, to.InUtc().Year + 1);
        var intervals = zone.GetZoneIntervals(new Interval(NewYear(first), NewYear(last + YearsToBelieveARule))).ToList();
        var changes = intervals.Where(i => i.HasStart && i.Start >= NewYear(1970)).Select(i => Change(zone, i)).ToList();
        var before = changes.Count < intervals.Count ? [Since1970(intervals[0])] : Array.Empty<ZoneObservance>();
        var kinds = changes
            .GroupBy(c => (c.Onset.Month, c.Onset.DayOfWeek, c.Onset.TimeOfDay, c.From, c.To))
            .Select(same => (Rule: Rule([.. same], last + YearsToBelieveARule - 1), Changes: same))
            .ToList();
        // A rule has no end. Where one half of the year keeps a rule and the other does not (Cairo), both are spelled out.
        var regular = kinds.All(kind => kind.Rule is not null || kind.Changes.All(c => c.Onset.Year <= last));
        return before.Concat(kinds
            .SelectMany(kind => regular && kind.Rule is { } rule
                ? [kind.Changes.First() with { Yearly = rule }]
                : kind.Changes.Where(c => c.Onset.Year <= last))
            .OrderBy(c => c.Onset));
    }

    private static ZoneObservance Change(DateTimeZone zone, ZoneInterval interval)
    {
        var offset = zone.GetUtcOffset(interval.Start - Duration.Epsilon);
        return new(interval.Start.WithOffset(offset).LocalDateTime, offset, interval.WallOffset, interval.Name,
            Daylight: interval.HasEnd && interval.WallOffset > offset, Yearly: null);
    }

    private static ZoneObservance Since1970(ZoneInterval interval) =>
        new(new LocalDateTime(1970, 1, 1, 0, 0), interval.WallOffset, interval.WallOffset, interval.Name, Daylight: false, Yearly: null);

    /// <summary>The rule that these changes follow, every year from the first of them to the last that is looked at.</summary>
    private static string? Rule(IReadOnlyList<ZoneObservance> changes, int lastYear)
    {
        var days = changes.Select(c => c.Onset).ToList();
        var everyYear = days.Zip(days.Skip(1)).All(pair => pair.Second.Year == pair.First.Year + 1);
        if (days.Count < YearsToBelieveARule || days[^1].Year != lastYear || !everyYear)
            return null;
        var which = days.Select(d => ((d.Day - 1) / 7) + 1).Distinct().ToList();
        var nth = which.Count == 1 ? which[0] : days.All(d => d.Day > d.Calendar.GetDaysInMonth(d.Year, d.Month) - 7) ? -1 : 0;
        var weekday = days[0].DayOfWeek.ToString()[..2].ToUpperInvariant();
        return nth == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"FREQ=YEARLY;BYDAY={nth}{weekday};BYMONTH={days[0].Month}");
    }

    private static Instant NewYear(int year) => Instant.FromUtc(year, 1, 1, 0, 0);
}
