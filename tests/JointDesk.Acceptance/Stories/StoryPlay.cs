using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using JointDesk.Acceptance.Host;

namespace JointDesk.Acceptance.Stories;

/// <summary>Plays the stories, as they stand or with kills, each on a desk of its own.</summary>
internal static partial class StoryPlay
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<Played>>> PlainRuns = new(StringComparer.Ordinal);

    public static IEnumerable<string> Files(string pattern) =>
        Directory.EnumerateFiles(Repository.Stories, pattern).Select(f => Path.GetFileName(f)).Where(f => f != "README.md").Order(StringComparer.Ordinal);

    /// <summary>Several tests need it, one run is enough.</summary>
    public static Task<Played> Plain(string story, ITestOutputHelper output) =>
        PlainRuns.GetOrAdd(story, _ => new(() => Play(story, _ => false, output))).Value;

    public static async Task SurvivesKills(string story, ITestOutputHelper output)
    {
        var killed = (await Play(story, KillsOf(story), output)).Heard;
        Assert.Equal((await Plain(story, output)).Heard.Select(Timeless), killed.Select(Timeless));
    }

    /// <summary>
    /// After which steps: after every one of the main story, in both languages; of each other one after every second, the Chinese after
    /// the even and the English after the odd, so that the pair leaves no gap and takes half the time.
    /// </summary>
    private static Func<int, bool> KillsOf(string story) =>
        story.StartsWith("convene-to-sign-off", StringComparison.Ordinal) ? _ => true
        : story.EndsWith(".zh.md", StringComparison.Ordinal) ? step => step % 2 == 0
        : step => step % 2 == 1;

    private static async Task<Played> Play(string story, Func<int, bool> kills, ITestOutputHelper output)
    {
        var file = Path.Combine(Repository.Stories, story);
        var steps = StoryReader.Read(await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken));
        await using var desk = await DeskProcess.Start(TestContext.Current.CancellationToken);
        var runner = new StoryRunner(desk, file, kills);
        var heard = await runner.Play(steps);
        var starts = desk.Starts.Select(s => s.TotalSeconds).Order().ToList();
        output.WriteLine($"{story}: {steps.Count} steps, {heard.Count} messages, {starts.Count} starts, median {starts[starts.Count / 2]:F2} s, longest {starts[^1]:F2} s");
        return new Played(heard, runner.Cards);
    }

    /// <summary>The clock runs on while the desk is down, so minutes that only tell when something was said differ.</summary>
    private static string Timeless(string line) => TimeOfDay().Replace(line, "··:··");

    [GeneratedRegex(@"(?<!\d)\d{1,2}:\d{2}(?!\d)")]
    private static partial Regex TimeOfDay();
}

/// <param name="Heard">What was said in each chat, sorted.</param>
/// <param name="Cards">The cards in it, as JSON.</param>
internal sealed record Played(IReadOnlyList<string> Heard, IReadOnlyList<string> Cards);
