using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using JointDesk.Recognizers.Library;
using Microsoft.Recognizers.Text;
using Microsoft.Recognizers.Text.DateTime;
using NodaTime;

namespace JointDesk.Recognizers.Tests;

/// <summary>
/// The library's own cases, read by our grammar alone and with the library behind it. A case counts when each result lies on the same text
/// and one of our values is among those that the case lists.
/// </summary>
public sealed class LibrarySpecsTests(ITestOutputHelper output)
{
    /// <summary>Floors only rise.</summary>
    [Theory]
    [InlineData("zh", 0.63, 0.97)]
    [InlineData("en", 0.34, 0.95)]
    public void Shares_of_the_library_cases(string language, double alone, double together)
    {
        int all = 0, ours = 0, both = 0;
        foreach (var item in JsonNode.Parse(File.ReadAllText(Fixture(language + ".json")))!.AsArray())
        {
            all++;
            string input = (string)item!["Input"]!;
            var now = LocalDateTime.FromDateTime(DateTime.Parse((string?)item["Context"]?["ReferenceDateTime"] ?? "2016-11-07T00:00:00", System.Globalization.CultureInfo.InvariantCulture));
            var results = item["Results"]!.AsArray();
            bool own = Fits(new TimeModel(new TimeContext(now, d => (int)d.DayOfWeek < 6)).Parse(input), results);
            ours += own ? 1 : 0;
            bool second = own || Fits(DateTimeRecognizer.RecognizeDateTime(input, language == "zh" ? Culture.Chinese : Culture.English, DateTimeOptions.None, now.ToDateTimeUnspecified()), results);
            both += second ? 1 : 0;
            if (!own)
            {
                output.WriteLine($"{input} => {string.Join(" | ", new TimeModel(new TimeContext(now, _ => true)).Parse(input).Select(r => r.Text + " " + r.TypeName))}");
            }
        }

        output.WriteLine($"SHARES {language}: ours {ours}/{all} = {(double)ours / all:P1}, either reader {both}/{all} = {(double)both / all:P1}");
        Assert.True((double)ours / all >= alone, $"ours {(double)ours / all:P1}");
        Assert.True((double)both / all >= together, $"either {(double)both / all:P1}");
    }

    private static string Fixture(string name, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../Fixtures/recognizers-specs", name);

    private static bool Fits(List<ModelResult> got, JsonArray want)
    {
        if (got.Count != want.Count)
        {
            return false;
        }

        for (int i = 0; i < got.Count; i++)
        {
            var case_ = want[i]!;
            bool where = case_["Start"] is null || ((int)case_["Start"]! == got[i].Start && (int)case_["End"]! == got[i].End);
            if (!where || (string?)case_["TypeName"] is { } type && type != got[i].TypeName)
            {
                return false;
            }

            var listed = case_["Resolution"]?["values"]?.AsArray();
            if (listed is null)
            {
                continue;
            }

            var values = (IEnumerable<Dictionary<string, string>>)got[i].Resolution["values"];
            bool same = values.Any(v => listed.Any(l => ((string[])["value", "start", "end"]).All(k => (string?)l![k] == v.GetValueOrDefault(k))));
            if (!same)
            {
                return false;
            }
        }

        return true;
    }
}
