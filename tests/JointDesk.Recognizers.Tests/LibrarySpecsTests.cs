using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using JointDesk.Recognizers.Library;
using Microsoft.Recognizers.Text;
using NodaTime;

namespace JointDesk.Recognizers.Tests;

/// <summary>
/// The library's own cases, read by our grammar alone, and by both readers in the order of the product: the library is asked where our
/// grammar is silent. A case counts when each result lies on the same text and one of our values is among those that the case lists.
/// </summary>
public sealed class LibrarySpecsTests(ITestOutputHelper output)
{
    /// <summary>Floors only rise.</summary>
    [Theory]
    [InlineData("zh", 0.97, 0.97)]
    [InlineData("en", 0.955, 0.955)]
    public void Shares_of_the_library_cases(string language, double alone, double together)
    {
        var second = new SecondReader(TimeSpan.FromSeconds(20));
        var cases = Cases(language);
        int ours = 0, both = 0;
        foreach (var (input, now, results) in cases)
        {
            var context = new TimeContext(now, d => (int)d.DayOfWeek < 6);
            var own = new TimeModel(context).Parse(input);
            bool fits = Fits(own, results);
            ours += fits ? 1 : 0;
            both += fits || Fits(new TimeModel(context, second).Parse(input), results) ? 1 : 0;
            if (!fits)
            {
                output.WriteLine($"{input} => {string.Join(" | ", own.Select(r => $"{r.Text} {r.TypeName}"))}");
            }
        }

        double share = (double)ours / cases.Count, shared = (double)both / cases.Count;
        output.WriteLine($"SHARES {language}: our grammar alone {ours}/{cases.Count} = {share:P1}, both readers {both}/{cases.Count} = {shared:P1}, library asked {second.Asked} times");
        Assert.True(share >= alone, $"alone {share:P1}");
        Assert.True(shared >= together, $"both {shared:P1}");
    }

    /// <summary>Each line of differences.tsv is a case that we read otherwise on purpose; one that fits by now is to be struck.</summary>
    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void Differences_on_purpose_are_listed_with_their_reason(string language)
    {
        var cases = Cases(language);
        foreach (string[] line in File.ReadAllLines(Fixture("differences.tsv")).Select(l => l.Split('\t')).Where(l => l[0] == language))
        {
            Assert.Equal(3, line.Length);
            var (input, now, results) = Assert.Single(cases, c => c.Input == line[1]);
            Assert.False(Fits(new TimeModel(new TimeContext(now, _ => true)).Parse(input), results), line[1]);
        }
    }

    private static List<(string Input, LocalDateTime Now, JsonArray Results)> Cases(string language) =>
        [.. JsonNode.Parse(File.ReadAllText(Fixture(language + ".json")))!.AsArray().Select(item => ((string)item!["Input"]!, Now(item), item["Results"]!.AsArray()))];

    private static LocalDateTime Now(JsonNode item) =>
        LocalDateTime.FromDateTime(DateTime.Parse((string?)item["Context"]?["ReferenceDateTime"] ?? "2016-11-07T00:00:00", CultureInfo.InvariantCulture));

    private static string Fixture(string name, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../Fixtures/recognizers-specs", name);

    private static bool Fits(List<ModelResult> got, JsonArray want) => got.Count == want.Count && got.Zip(want).All(pair => Fits(pair.First, pair.Second!));

    private static bool Fits(ModelResult got, JsonNode want)
    {
        bool where = want["Start"] is null || ((int)want["Start"]! == got.Start && (int)want["End"]! == got.End);
        if (!where || (string?)want["TypeName"] is { } type && type != got.TypeName)
        {
            return false;
        }

        var listed = want["Resolution"]?["values"]?.AsArray();
        var values = (IEnumerable<Dictionary<string, string>>)got.Resolution["values"];
        return listed is null || values.Any(v => listed.Any(l => ((string[])["value", "start", "end"]).All(k => (string?)l![k] == v.GetValueOrDefault(k))));
    }
}
