using System.Diagnostics;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace JointDesk.Benchmarks.Understanding;

/// <summary>How long it takes to load and to read the first message, then BenchmarkDotNet's figures for the following ones, ours and the library's.</summary>
internal static class UnderstandingRun
{
    public static int Run(string[] args)
    {
        var watch = Stopwatch.StartNew();
        var desk = new LoadedDesk(departments: 5_000);
        Console.WriteLine($"phrases learnt and {desk.Departments} departments loaded: {watch.ElapsedMilliseconds} ms");
        Console.WriteLine($"first message: {Milliseconds(() => desk.Read(Utterances.Convene)):0.0} ms");
        Console.WriteLine($"the library's first message: {Milliseconds(() => Library.Read(Utterances.Convene)):0.0} ms");

        foreach (string text in Utterances.Texts)
        {
            for (int i = 0; i < WarmUps; i++)
                desk.Read(text);
            for (int i = 0; i < WarmUps / 10; i++)
                Library.Read(text);
        }

        // The JIT optimises what is hot on a thread of its own.
        Thread.Sleep(2_000);
        foreach (string text in Utterances.Texts)
            Console.WriteLine($"{Median(() => desk.Read(text)),8:0.0} µs, the library {Median(() => Library.Read(text)),8:0.0} µs: {text}");

        if (args is ["--medians"])
            return 0;

        // In the process itself: a project that BenchmarkDotNet generates would not know this solution's central package versions.
        var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "jointdesk-benchmarks"));
        return BenchmarkRunner.Run<Utterances>(config, args).HasCriticalValidationErrors ? 1 : 0;
    }

    /// <summary>Of single calls, in microseconds: what else runs on the machine interrupts a few of them, and moves the mean, not the median.</summary>
    private static double Median<T>(Func<T> read)
    {
        double[] times = new double[Calls];
        for (int i = 0; i < times.Length; i++)
            times[i] = Milliseconds(read) * 1_000;
        Array.Sort(times);
        return times[Calls / 2];
    }

    private const int WarmUps = 5_000, Calls = 1_001;

    private static double Milliseconds<T>(Func<T> read)
    {
        long start = Stopwatch.GetTimestamp();
        read();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
