using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using JointDesk.Acceptance.Host;

namespace JointDesk.Acceptance.Stories;

/// <summary>Every story beside this file, played against the whole desk.</summary>
public sealed partial class StoryTests(ITestOutputHelper output)
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyList<string>>>> PlainRuns = new(StringComparer.Ordinal);

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Repository.Stories, "*.md").Select(f => Path.GetFileName(f)).Where(f => f != "README.md").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Holds(string story) => Assert.NotEmpty(await Plain(story));

    /// <summary>SIGKILL and a restart between every two steps; in the end everyone has heard the same as without.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public async Task Holds_when_the_desk_is_killed_between_every_two_steps(string story)
    {
        var killed = await Play(story, killing: true);
        Assert.Equal((await Plain(story)).Select(Timeless), killed.Select(Timeless));
    }

    /// <summary>Both tests need it, one run is enough.</summary>
    private Task<IReadOnlyList<string>> Plain(string story) =>
        PlainRuns.GetOrAdd(story, _ => new(() => Play(story, killing: false))).Value;

    private async Task<IReadOnlyList<string>> Play(string story, bool killing)
    {
        var file = Path.Combine(Repository.Stories, story);
        var steps = StoryReader.Read(await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken));
        await using var desk = await DeskProcess.Start(TestContext.Current.CancellationToken);
        var heard = await new StoryRunner(desk, file, killing).Play(steps);
        var starts = desk.Starts.Select(s => s.TotalSeconds).Order().ToList();
        output.WriteLine($"{story}: {steps.Count} steps, {heard.Count} messages, {starts.Count} starts, median {starts[starts.Count / 2]:F2} s, longest {starts[^1]:F2} s");
        return heard;
    }

    /// <summary>The clock runs on while the desk is down, so minutes that only tell when something was said differ.</summary>
    private static string Timeless(string line) => TimeOfDay().Replace(line, "··:··");

    [GeneratedRegex(@"(?<!\d)\d{1,2}:\d{2}(?!\d)")]
    private static partial Regex TimeOfDay();
}
