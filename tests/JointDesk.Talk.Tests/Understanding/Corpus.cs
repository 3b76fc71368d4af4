using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using JointDesk.Recognizers;
using JointDesk.Recognizers.Library;
using JointDesk.Talk.Understanding;
using NodaTime;

namespace JointDesk.Talk.Tests.Understanding;

/// <summary>Utterances with what they mean, read against the Monday at nine that all of them are written for.</summary>
internal static class Corpus
{
    private static readonly string[] TimeKeys = ["start", "durationMinutes", "due", "rrule"];

    private static readonly string[] AllKeys =
    [
        "intent", "start", "end", "durationMinutes", "date", "partOfDay", "time", "window", "candidates", "exclude", "due", "rrule", "offset", "shift", "target",
        "departments", "caseRef",
    ];

    public static TimeContext Monday { get; } = new(new LocalDateTime(2026, 11, 23, 9, 0), d => (int)d.DayOfWeek < 6);

    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    public static PhraseBook Phrases { get; } = PhraseBook.Load();

    /// <summary>Learnt once for all tests.</summary>
    public static IntentModel Model { get; } = IntentModel.Learn(Phrases);

    public static Understander Understander { get; } = new(Phrases, new SecondReader(), Model);

    public static Surroundings Alone { get; } = new(Monday, Lexicon.Empty);

    public static IEnumerable<string> Lines(string name, [CallerFilePath] string here = "") =>
        File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, "../../Fixtures/understanding", name)).Where(l => l.Length > 0 && l[0] != '#');

    public static JsonObject Read(string line) => JsonNode.Parse(new UnderstandLine(Understander, Alone, Zone).Read(line))!.AsObject();

    /// <summary>Whether a reading has what the line wants; keys that it wants not are only compared where the file is complete.</summary>
    public static string? Difference(string line, bool complete)
    {
        var want = JsonNode.Parse(line)!.AsObject();
        var got = Read(line);
        string? first = Compare(want, got, complete);
        if (first is null || want["alternatives"] is not JsonArray others)
        {
            return first;
        }

        foreach (var other in others)
        {
            var variant = JsonNode.Parse(line)!.AsObject();
            if (other!.AsObject().ContainsKey("date"))
            {
                variant.Remove("start");
            }

            foreach (var (key, value) in other.AsObject())
            {
                variant[key] = value?.DeepClone();
            }

            if (Compare(variant, got, complete) is null)
            {
                return null;
            }
        }

        return first;
    }

    private static string? Compare(JsonObject want, JsonObject got, bool complete)
    {
        foreach (string key in AllKeys)
        {
            bool compared = complete || want.ContainsKey(key) || TimeKeys.Contains(key);
            if (compared && !JsonNode.DeepEquals(want[key], got[key]))
            {
                return $"{want["text"]}: {key} is {got[key]?.ToJsonString() ?? "absent"}, wanted {want[key]?.ToJsonString() ?? "absent"}";
            }
        }

        return null;
    }
}
