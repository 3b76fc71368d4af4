using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using JointDesk.Cases;
using JointDesk.Recognizers;
using NodaTime;

namespace JointDesk.Talk.Understanding;

/// <summary>One line of the <c>understand</c> verb: <c>{"lang","text","id"?}</c> in, the reading in the schema of the public examples out.</summary>
public sealed class UnderstandLine(Understander understander, Surroundings surroundings, DateTimeZone zone, bool explain = false)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One JSON line without the newline; an <c>error</c> line where the input is none.</summary>
    public string Read(string line)
    {
        try
        {
            using var input = JsonDocument.Parse(line);
            return input.RootElement.ValueKind == JsonValueKind.Object && input.RootElement.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String
                ? Line(json =>
                {
                    Echo(json, input.RootElement);
                    Write(json, text.GetString()!);
                })
                : Error("a line is {\"lang\":\"zh\"|\"en\",\"text\":\"…\"}");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Half a surrogate pair is a string to JSON and none to Unicode: what was begun of its line is thrown away.
            return Error("no JSON: " + e.Message.Split('.')[0]);
        }
    }

    private static string Error(string message) => Line(json => json.WriteString("error", message));

    private static string Line(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Only what a text says about time, in the same schema.</summary>
    public static string Times(TimeReading time, DateTimeZone zone) => Line(json => TimesJson.Write(json, time, zone));

    private static void Echo(Utf8JsonWriter json, JsonElement input)
    {
        foreach (string key in (string[])["id", "lang", "text"])
        {
            if (input.TryGetProperty(key, out var value))
            {
                json.WritePropertyName(key);
                value.WriteTo(json);
            }
        }
    }

    private void Write(Utf8JsonWriter json, string text)
    {
        var reading = understander.Read(text, surroundings);
        string intent = Intents.Public(reading.Intent, reading.Alternatives);
        json.WriteString("intent", intent);
        Optional(json, "deskIntent", intent == reading.Intent ? null : reading.Intent);
        json.WriteNumber("confidence", reading.Confidence);
        if (reading.Intent != Intents.Other)
        {
            TimesJson.Write(json, reading.Time, zone);
            WriteNames(json, reading);
        }
        else if (reading.Time.Start is not null || reading.Weekday is null || reading.Confidence < Chatter || IsTime(text, reading.Time))
        {
            // Whatever is wanted, a time that was said is one; but "see you on Monday" plans nothing.
            TimesJson.Write(json, reading.Time, zone);
        }

        if (reading.Confidence < 0.8 && reading.Alternatives.Count > 0)
        {
            json.WriteStartArray("alternatives");
            foreach (var alternative in reading.Alternatives)
            {
                json.WriteStartObject();
                json.WriteString("intent", alternative.Intent);
                json.WriteNumber("confidence", alternative.Confidence);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (explain)
        {
            json.WritePropertyName("explain");
            understander.Explain(text, surroundings).Write(json);
        }
    }

    /// <summary>From here on it is sure that nothing is wanted of the desk.</summary>
    private const double Chatter = 0.99;

    /// <summary>Whether a text says hardly anything but when.</summary>
    private static bool IsTime(string text, TimeReading time) => time.Spans.Sum(s => s.Length) * 3 >= text.Length * 2;

    private static void WriteNames(Utf8JsonWriter json, Reading reading)
    {
        DepartmentMention[] departments = [.. reading.Departments.Where(d => d.Officers.Count == 0)];
        DepartmentMention[] officers = [.. reading.Departments.Where(d => d.Officers.Count > 0)];
        Names(json, "departments", [.. departments.Select(d => d.Text)]);
        Lists(json, "departmentIds", departments, d => d.Ids);
        Lists(json, "departmentsNearest", departments, d => d.Nearest);
        Names(json, "officers", [.. officers.Select(d => d.Text)]);
        Lists(json, "officerIds", officers, d => d.Officers);
        Optional(json, "caseRef", reading.Case?.Text);
        if (reading.Case is { Numbers: [var only] })
        {
            json.WriteString("caseNumber", only);
        }

        Names(json, "caseNumbers", reading.Case is { Numbers.Count: > 1 } several ? several.Numbers : []);
        Names(json, "casesNearest", reading.Case?.Nearest ?? []);

        Optional(json, "place", reading.Place);
        Optional(json, "kind", reading.MeetingKind);
        Optional(json, "body", reading.Body);
        Optional(json, "number", reading.Number);
        if (reading.Choice is { } choice)
        {
            json.WriteNumber("choice", choice);
        }

        if (reading.Handling is { } handling)
        {
            json.WriteStartObject("handling");
            json.WriteString("label", Label(handling.Label));
            Names(json, "departments", handling.Departments);
            Names(json, "officers", handling.Officers);
            Names(json, "unknown", handling.Unknown);
            json.WriteEndObject();
        }
    }

    /// <summary>One list for each name, where any has something in it.</summary>
    private static void Lists(Utf8JsonWriter json, string key, DepartmentMention[] mentions, Func<DepartmentMention, IReadOnlyList<string>> of)
    {
        if (!mentions.Any(m => of(m).Count > 0))
        {
            return;
        }

        json.WriteStartArray(key);
        foreach (var mention in mentions)
        {
            json.WriteStartArray();
            foreach (string id in of(mention))
            {
                json.WriteStringValue(id);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void Names(Utf8JsonWriter json, string key, IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            return;
        }

        json.WriteStartArray(key);
        foreach (string name in names)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    }

    private static string Label(Tlp label) => label switch
    {
        Tlp.Red => "RED",
        Tlp.AmberStrict => "AMBER+STRICT",
        Tlp.Amber => "AMBER",
        Tlp.Green => "GREEN",
        _ => "CLEAR",
    };

    internal static void Optional(Utf8JsonWriter json, string key, string? value)
    {
        if (value is not null)
        {
            json.WriteString(key, value);
        }
    }
}
