using System.Globalization;

namespace JointDesk.Benchmarks.Bots;

/// <summary>Turns a second over <c>/api/messages</c>, one server after the other, all with the same load and the same connector.</summary>
internal static class BotRun
{
    private const string Sentence = "下周三下午三点召集出入境管理支队、经侦支队开“6·18”案联席会议，两个小时，地点在支队三楼会议室";

    public static async Task<int> RunAsync(string[] args)
    {
        var length = TimeSpan.FromSeconds(args is [var seconds] ? int.Parse(seconds, CultureInfo.InvariantCulture) : 10);
        await using var connector = await Peer.Own("--connector");
        var serviceUrl = $"http://127.0.0.1:{connector.Port}/";

        var bare = await MeasureAsync("bare ASP.NET Core: parse, build, post the reply", await Peer.Own("--bare-echo"), "hello");
        var echo = await MeasureAsync("echo bot on JointDesk.BotFramework", await Peer.Own("--echo"), "hello");
        var durable = await MeasureAsync("the same with a durable commit a turn", await Peer.Own("--durable"), "hello");
        var help = await MeasureAsync("the whole desk: help", await Peer.Desk(), "帮助");
        var convene = await MeasureAsync("the whole desk: convene, durable", await Peer.Desk(), Sentence);
        var node = await MeasureAsync($"echo bot on npm {Peer.NodePackage}", await Peer.Node(), "hello");

        Console.WriteLine($"{RawLoad.Connections} connections, {length.TotalSeconds:F0} s each, {Environment.ProcessorCount} cores shared with load and connector");
        Console.WriteLine();
        Console.WriteLine("| | turns/s | of bare | times Node | p50 ms | p99 ms | p99 / p50 | server µs/turn | failed |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var row in new[] { bare, echo, durable, help, convene, node }.OfType<Row>())
            Print(row, bare!.Result.PerSecond, node?.Result.PerSecond);
        Console.WriteLine();
        var reached = new[]
        {
            Reach("echo of bare", echo!.Result.PerSecond / bare!.Result.PerSecond, 0.6),
            Reach("echo times Node", echo.Result.PerSecond / node?.Result.PerSecond, 8),
            Reach("durable times Node", durable!.Result.PerSecond / node?.Result.PerSecond, 2),
            Reach("p50 of echo's p99", 1 / (echo.Result.At(0.99) / echo.Result.At(0.5)), 1 / 5.0),
            Reach("p50 of durable's p99", 1 / (durable.Result.At(0.99) / durable.Result.At(0.5)), 1 / 5.0),
        };
        return reached.All(r => r) ? 0 : 1;

        async Task<Row?> MeasureAsync(string name, Peer? peer, string text)
        {
            if (peer is null)
                return null;
            await using (peer)
            {
                var (result, cpu) = await RawLoad.MeasureAsync(peer, length, number => BotMessage.Request(number, serviceUrl, text));
                return new Row(name, result, cpu);
            }
        }
    }

    private static void Print(Row row, double bare, double? node) => Console.WriteLine(
        $"| {row.Name} | {row.Result.PerSecond:N0} | {row.Result.PerSecond / bare:P0} | {(node is { } n ? $"{row.Result.PerSecond / n:F1}" : "-")} "
        + $"| {row.Result.At(0.5):F2} | {row.Result.At(0.99):F2} | {row.Result.At(0.99) / row.Result.At(0.5):F1} | {row.Cpu:N0} | {row.Result.Failed} |");

    private static bool Reach(string what, double? value, double wanted)
    {
        var isReached = value >= wanted;
        Console.WriteLine($"{(isReached ? "reached" : "NOT REACHED")}: {what} {(value is { } v ? $"{v:F2}" : "unknown")} (wanted {wanted:F2})");
        return isReached;
    }

    /// <param name="Cpu">Microseconds of the server for each turn.</param>
    private sealed record Row(string Name, Measured Result, double Cpu);
}
