using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace JointDesk.Recognizers.Grammar;

internal sealed partial class Composer
{
    /// <summary>What the points, lengths and series of the text are for: each stretch with the rule that says so, and what it comes to.</summary>
    public IReadOnlyList<TimeExpression> Explain(TimeContext timeContext)
    {
        var reading = Compose(timeContext);
        List<TimeExpression> read = [];
        int at = 0;
        for (int i = 0; i < count && at < reading.Spans.Count; i++)
        {
            if (IsTime(i) && Purpose(i, reading, reading.Spans[at++]) is { } purpose)
            {
                read.Add(purpose);
            }
        }

        return read;
    }

    private TimeExpression? Purpose(int i, TimeReading reading, TextSpan span)
    {
        ref var node = ref nodes[i];
        return (node.Kind, node.Use) switch
        {
            (NodeKind.Series or NodeKind.Nth, _) when reading.Rrule is { } rrule => Said("series", nameof(Series), rrule),
            (NodeKind.Length, not Use.Gone) => PurposeOfLength(OneLength(Nothing, i, HasSeries())),
            (NodeKind.Point, Use.Due) => Said("due", nameof(Due), Iso(DueOf(node))),
            (NodeKind.Point, Use.Target) => Said("target", nameof(IsTarget), Iso(node)),
            (NodeKind.Point, Use.Candidate) => Said("candidate", nameof(Choices), Iso(node)),
            (NodeKind.Point, Use.Exclude or Use.Until or Use.Begin) => Said(node.Use.ToString().ToLowerInvariant(), nameof(Uses), Iso(node)),
            _ => null,
        };

        TimeExpression? PurposeOfLength(TimeReading own) =>
            own.Shift is { } shift ? Said("shift", nameof(Sign), Amount(shift.Days, shift.WorkingDays, shift.Minutes))
            : own.Offset is { } offset ? Said("offset", nameof(Offset), $"{Amount(offset.Days, offset.WorkingDays, offset.Minutes)} from the {offset.RelativeTo}")
            : own.Due is { } due ? Said("due", nameof(OneLength), Iso(due))
            : null;

        TimeExpression Said(string type, string rule, string value) => new(span, type, [new TimeValue("", value)]) { Rule = $"{nameof(Composer)}.{rule}" };
    }

    private static string Iso(DayTime moment) => $"{LocalDatePattern.Iso.Format(moment.Date)}{(moment.Time is { } time ? "T" + Hour(time) : "")}";

    private static string Iso(in Node node)
    {
        string day = node.HasDay || node.HasPeriod ? LocalDatePattern.Iso.Format(node.Day) : "";
        return $"{day}{(node.HasClock ? "T" + Hour(TimeOf(node.ClockMinutes)) : "")}";
    }

    private static string Amount(int days, int workingDays, int minutes) =>
        string.Create(CultureInfo.InvariantCulture, $"{days} days, {workingDays} working days, {minutes} minutes");

    private static string Hour(LocalTime time) => LocalTimePattern.GeneralIso.Format(time);
}
