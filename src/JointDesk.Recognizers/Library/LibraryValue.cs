using System.Globalization;
using Microsoft.Recognizers.Text;
using NodaTime;
using NodaTime.Text;

namespace JointDesk.Recognizers.Library;

/// <summary>One value of a library result: of several the last, which is the one to come.</summary>
internal sealed record LibraryValue(string Type, string? Value, string? Start, string? End)
{
    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd HH':'mm':'ss");
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH':'mm':'ss");

    public static LibraryValue? Of(ModelResult result)
    {
        if (result.Resolution is null || !result.Resolution.TryGetValue("values", out object? list) || list is not IList<Dictionary<string, string>> { Count: > 0 } values)
        {
            return null;
        }

        var value = values[^1];
        return new LibraryValue(value.GetValueOrDefault("type", ""), value.GetValueOrDefault("value"), value.GetValueOrDefault("start"), value.GetValueOrDefault("end"));
    }

    /// <summary>In our terms; null for what an officer's sentence cannot mean, such as the past or a length of years.</summary>
    public TimeReading? Reading(TimeContext context)
    {
        switch (Type)
        {
            case "date" when LocalDatePattern.Iso.Parse(Value ?? "") is { Success: true } day && day.Value >= context.Now.Date:
                return new TimeReading { Date = day.Value };
            case "datetime" when Moment.Parse(Value ?? "") is { Success: true } moment && moment.Value >= context.Now:
                return new TimeReading { Start = moment.Value };
            case "time" when Clock.Parse(Value ?? "") is { Success: true } clock:
                return new TimeReading { Time = clock.Value };
            case "daterange" when LocalDatePattern.Iso.Parse(Start ?? "") is { Success: true } from && LocalDatePattern.Iso.Parse(End ?? "") is { Success: true } to
                && to.Value > from.Value && to.Value > context.Now.Date && Period.DaysBetween(from.Value, to.Value) < 200:
                return new TimeReading { Window = new DayWindow(from.Value, to.Value.AddDays(-1)) };
            case "datetimerange" when Moment.Parse(Start ?? "") is { Success: true } begin && Moment.Parse(End ?? "") is { Success: true } end && begin.Value >= context.Now
                && end.Value > begin.Value:
                return new TimeReading { Start = begin.Value, End = end.Value };
            case "duration" when int.TryParse(Value, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) && seconds is >= 60 and < 86_400:
                return new TimeReading { DurationMinutes = seconds / 60 };
            default:
                return null;
        }
    }
}
