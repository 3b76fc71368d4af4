using System.Diagnostics;
using System.Globalization;
using JointDesk.Recognizers;
using NodaTime;

namespace JointDesk.Benchmarks.Recognizers;

/// <summary>
/// What the first sentence of a new process costs the bare grammar, JIT and tables included: the processor time of one call, each in a process
/// of its own, compiled as the desk is (<c>TieredPGO</c> off). On a machine that does other things too, processor time tells more than a clock, and the least of several more than their mean.
/// </summary>
internal static class FirstCall
{
    private const double Limit = 20;
    private const int Processes = 9;

    private static readonly string[] Texts = ["下周三下午三点召集经侦支队开专题会议，两个小时", "move Thursday's meeting to Friday at 10, an hour and a half"];

    /// <summary>0 where the first call of both languages stays within the limit.</summary>
    public static int Run()
    {
        bool all = true;
        for (int text = 0; text < Texts.Length; text++)
        {
            double[] times = [.. Enumerable.Range(0, Processes).Select(_ => InNewProcess(text)).Order()];
            bool reached = times[0] <= Limit;
            all &= reached;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{times[0]:0.0} ms, median {times[Processes / 2]:0.0} ms ({(reached ? "within" : "over")} {Limit} ms): {Texts[text]}"));
        }

        return all ? 0 : 1;
    }

    /// <summary>The one call, in the process that <see cref="Run"/> started for it.</summary>
    public static void Measure(int text)
    {
        var context = new TimeContext(new LocalDateTime(2026, 11, 23, 9, 0), d => d.DayOfWeek <= IsoDayOfWeek.Friday);
        using var process = Process.GetCurrentProcess();
        _ = process.TotalProcessorTime;
        process.Refresh();
        var before = process.TotalProcessorTime;
        TimeRecognizer.Read(Texts[text], context);
        process.Refresh();
        Console.WriteLine((process.TotalProcessorTime - before).TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
    }

    private static double InNewProcess(int text)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(FirstCall).Assembly.Location, "--first", text.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_TieredPGO"] = "0" },
        };
        using var process = Process.Start(start)!;
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(said, CultureInfo.InvariantCulture);
    }
}
