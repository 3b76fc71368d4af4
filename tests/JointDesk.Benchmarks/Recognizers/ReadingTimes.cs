using BenchmarkDotNet.Attributes;
using JointDesk.Recognizers;
using Microsoft.Recognizers.Text;
using Microsoft.Recognizers.Text.DateTime;
using NodaTime;

namespace JointDesk.Benchmarks.Recognizers;

/// <summary>The times of one officer's sentence, read by our grammar and by the library behind it.</summary>
[MemoryDiagnoser]
public class ReadingTimes
{
    private static readonly DateTime Reference = new(2026, 11, 23, 9, 0, 0);
    private readonly TimeContext context = new(LocalDateTime.FromDateTime(Reference), d => d.DayOfWeek <= IsoDayOfWeek.Friday);

    [Params("下周三下午三点召集经侦支队开专题会议，两个小时", "把周四的会改到周五上午九点半", "move Thursday's meeting to Friday at 10, an hour and a half")]
    public string Text { get; set; } = "";

    [Benchmark(Baseline = true)]
    public TimeReading Grammar() => TimeRecognizer.Read(Text, context);

    [Benchmark]
    public IReadOnlyList<TimeExpression> GrammarInTheLibrarysShape() => TimeRecognizer.Expressions(Text, context);

    [Benchmark]
    public List<ModelResult> Library() =>
        DateTimeRecognizer.RecognizeDateTime(Text, TextFold.IsHan(Text[0]) ? Culture.Chinese : Culture.English, DateTimeOptions.None, Reference);
}
