namespace JointDesk.Recognizers;

/// <summary>One stretch of a text that is a time, with what it may be; the words of Microsoft.Recognizers.Text are used for the kinds.</summary>
/// <param name="Type"><c>date</c>, <c>time</c>, <c>datetime</c>, <c>daterange</c>, <c>timerange</c>, <c>datetimerange</c>, <c>duration</c> or <c>set</c>.</param>
public sealed record TimeExpression(TextSpan Span, string Type, IReadOnlyList<TimeValue> Values)
{
    /// <summary>The one rule of the grammar that read the stretch, by the name of its method: where a wrong reading is mended.</summary>
    public string Rule { get; init; } = "";
}

/// <param name="Value">ISO date, time or both, seconds of a duration, or <c>not resolved</c> for a set; null for a range.</param>
/// <param name="Start">Of a range; <paramref name="End"/> is not part of it.</param>
public sealed record TimeValue(string Timex, string? Value, string? Start = null, string? End = null);
