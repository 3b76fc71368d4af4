using BenchmarkDotNet.Attributes;
using JointDesk.Talk.Understanding;

namespace JointDesk.Benchmarks.Understanding;

/// <summary>Whole utterances: ours reads times, intent, names, case, place and matter, the library the times.</summary>
[MemoryDiagnoser]
[HideColumns("Error", "StdDev", "Job", "Toolchain", "IterationCount", "LaunchCount", "WarmupCount", "Ratio", "RatioSD", "Gen0", "Gen1", "Gen2")]
public class Utterances
{
    internal const string Convene = "下周三下午三点召集出入境管理支队、经侦支队开“6·18”案联席会议，两个小时，地点在支队三楼会议室";

    private readonly LoadedDesk desk = new(departments: 5_000);

    public static IReadOnlyList<string> Texts { get; } =
    [
        Convene,
        "convene a case meeting next Wednesday at 3pm with Immigration and CID, two hours, in room 4",
        "任务：经侦支队12月11日前调取三家支付机构流水，出入境管理支队协办",
        "ask Cybersecurty to preserve the evidence within three working days",
        "推迟半小时",
        "床前明月光，疑是地上霜",
    ];

    [ParamsSource(nameof(Texts))]
    public string Text { get; set; } = "";

    [Benchmark(Baseline = true)]
    public Reading JointDesk() => desk.Read(Text);

    [Benchmark]
    public int RecognizersText() => Library.Read(Text);
}
