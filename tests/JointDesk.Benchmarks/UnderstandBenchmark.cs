using BenchmarkDotNet.Attributes;
using JointDesk.People;
using JointDesk.Recognizers;
using JointDesk.Recognizers.Library;
using JointDesk.Talk.Understanding;
using Microsoft.Recognizers.Text;
using Microsoft.Recognizers.Text.DateTime;
using NodaTime;

namespace JointDesk.Benchmarks;

/// <summary>A whole sentence with five thousand departments loaded, our time grammar alone, and the library on the same sentence.</summary>
[MemoryDiagnoser]
public class UnderstandBenchmark
{
    private readonly TimeContext monday = new(new LocalDateTime(2026, 11, 23, 9, 0), d => (int)d.DayOfWeek < 6);
    private Understander understander = null!;
    private Surroundings surroundings = null!;

    [Params("下周四上午10点召集第17经侦支队、第4711经侦支队开专题会议，一个半小时", "convene a case meeting next Thursday 10am with Econ 17 and Econ 4711, 90 minutes")]
    public string Text { get; set; } = "";

    [GlobalSetup]
    public void Load()
    {
        var departments = Enumerable.Range(0, 5_000).Select(i => new Department(
            $"d{i}", $"第{i}市公安局经侦支队", $"第{i}经侦支队", $"City{i} City Economic Crime Division", $"Econ {i}", Tier.City, null, false, "Asia/Shanghai",
            new LocalTime(9, 0), new LocalTime(18, 0), null));
        understander = new Understander(PhraseBook.Load(), (SecondReader?)null);
        surroundings = new Surroundings(monday, new Lexicon(new Roster(departments, []), []));
    }

    [Benchmark]
    public Reading Sentence() => understander.Read(Text, surroundings);

    [Benchmark]
    public TimeReading Time() => TimeRecognizer.Read(Text, monday);

    [Benchmark]
    public int Library() =>
        DateTimeRecognizer.RecognizeDateTime(Text, Text[0] > 0x7F ? Culture.Chinese : Culture.English, DateTimeOptions.None, new DateTime(2026, 11, 23, 9, 0, 0)).Count;
}
