using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using NodaTime;

namespace JointDesk.Recognizers.Tests;

/// <summary>The sentences of our own and of the public samples, and the Monday morning they are read on.</summary>
internal static class Sentences
{
    public static TimeContext Monday { get; } = new(new LocalDateTime(2026, 11, 23, 9, 0), d => d.DayOfWeek <= IsoDayOfWeek.Friday);

    public static IReadOnlyList<string> All { get; } =
        [.. ((string[])["times.jsonl", "meeting-times.sample.jsonl", "meeting-times.sample2.jsonl"]).SelectMany(Lines).Select(l => (string)JsonNode.Parse(l)!["text"]!)];

    private static string[] Lines(string file) => [.. File.ReadAllLines(Path.Combine(Folder(), file)).Where(l => l.Length > 0)];

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../Fixtures/understanding");
}
