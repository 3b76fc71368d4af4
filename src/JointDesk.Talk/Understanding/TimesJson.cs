using System.Text.Json;
using JointDesk.Recognizers;
using NodaTime;
using NodaTime.Text;

namespace JointDesk.Talk.Understanding;

/// <summary>A time reading as JSON: local times with the zone's offset, what was not said left out.</summary>
internal static class TimesJson
{
    public static void Write(Utf8JsonWriter json, TimeReading time, DateTimeZone zone)
    {
        UnderstandLine.Optional(json, "start", time.Start is { } start ? Instant(start, zone) : null);
        UnderstandLine.Optional(json, "end", time.End is { } end ? Instant(end, zone) : null);
        if (time.DurationMinutes is { } minutes)
        {
            json.WriteNumber("durationMinutes", minutes);
        }

        UnderstandLine.Optional(json, "date", time.Date is { } date ? Day(date) : null);
        UnderstandLine.Optional(json, "partOfDay", Part(time.PartOfDay));
        UnderstandLine.Optional(json, "time", time.Time is { } clock ? Clock(clock) : null);
        UnderstandLine.Optional(json, "endTime", time.EndTime is { } endClock ? Clock(endClock) : null);
        if (time.Window is { } window)
        {
            json.WriteStartObject("window");
            json.WriteString("from", Day(window.From));
            json.WriteString("to", Day(window.To));
            json.WriteEndObject();
        }

        if (time.Candidates.Count > 0)
        {
            json.WriteStartArray("candidates");
            foreach (var candidate in time.Candidates)
            {
                json.WriteStartObject();
                UnderstandLine.Optional(json, "start", candidate.Start is { } at ? Instant(at, zone) : null);
                UnderstandLine.Optional(json, "date", candidate.Date is { } day ? Day(day) : null);
                UnderstandLine.Optional(json, "partOfDay", Part(candidate.PartOfDay));
                UnderstandLine.Optional(json, "time", candidate.Time is { } hour ? Clock(hour) : null);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (time.Exclude.Count > 0)
        {
            json.WriteStartArray("exclude");
            foreach (var day in time.Exclude)
            {
                json.WriteStringValue(Day(day));
            }

            json.WriteEndArray();
        }

        UnderstandLine.Optional(json, "due", time.Due is { } due ? due.Time is { } hours ? Instant(due.Date.At(hours), zone) : Day(due.Date) : null);
        UnderstandLine.Optional(json, "rrule", time.Rrule);
        if (time.ExceptHolidays)
        {
            json.WriteBoolean("exceptHolidays", true);
        }

        if (time.Offset is { } offset)
        {
            json.WriteStartObject("offset");
            json.WriteString("relativeTo", offset.RelativeTo);
            Amount(json, "days", offset.Days);
            Amount(json, "minutes", offset.Minutes);
            Amount(json, "workingDays", offset.WorkingDays);
            json.WriteEndObject();
        }

        if (time.Shift is { } shift)
        {
            json.WriteStartObject("shift");
            Amount(json, "days", shift.Days);
            Amount(json, "minutes", shift.Minutes);
            Amount(json, "workingDays", shift.WorkingDays);
            json.WriteEndObject();
        }

        if (time.TargetDate is { } target)
        {
            json.WriteStartObject("target");
            json.WriteString("date", Day(target));
            json.WriteEndObject();
        }
    }

    private static void Amount(Utf8JsonWriter json, string key, int amount)
    {
        if (amount != 0)
        {
            json.WriteNumber(key, amount);
        }
    }

    private static string Instant(LocalDateTime local, DateTimeZone zone) =>
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'sso<+HH:mm>").Format(local.InZoneLeniently(zone).ToOffsetDateTime());

    private static string Day(LocalDate date) => LocalDatePattern.Iso.Format(date);

    private static string Clock(LocalTime time) => LocalTimePattern.CreateWithInvariantCulture("HH':'mm").Format(time);

    private static string? Part(PartOfDay? part) => part?.ToString().ToLowerInvariant();
}
