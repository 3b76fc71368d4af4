using System.Globalization;
using BenchmarkDotNet.Running;
using JointDesk.Benchmarks;
using JointDesk.Benchmarks.Bots;
using JointDesk.Benchmarks.Recognizers;
using JointDesk.Benchmarks.Store;
using JointDesk.Benchmarks.Understanding;

if (args is ["--bare", var address])
{
    await BareEndpoint.Run(address);
    return 0;
}

if (args is [['-', '-', ..] server, var at] && BotServer(server) is { } run)
{
    await run(at);
    return 0;
}

if (args is ["turns", .. var turns])
    return await BotRun.RunAsync(turns);

if (args is ["store", .. var rest])
    return await StoreRun.RunAsync(rest);

if (args is ["understanding", .. var options])
    return UnderstandingRun.Run(options);

if (args is ["--first", var number])
{
    FirstCall.Measure(int.Parse(number, CultureInfo.InvariantCulture));
    return 0;
}

if (args is ["recognizers", "--first"])
    return FirstCall.Run();

if (args is ["recognizers", .. var chosen])
{
    BenchmarkSwitcher.FromTypes([typeof(ReadingTimes)]).Run(chosen is [] ? ["--filter", "*"] : chosen);
    return 0;
}

if (args.Length > 1 || (args is [var said] && !int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out _)))
{
    await Console.Error.WriteLineAsync("Usage: JointDesk.Benchmarks [seconds a measurement, default 10] | turns [seconds] | store --help | understanding | recognizers [--first]");
    return 2;
}

var length = TimeSpan.FromSeconds(args is [var seconds] ? int.Parse(seconds, CultureInfo.InvariantCulture) : 10);

// One after the other: a bare endpoint that idles costs nothing, but a desk that commits costs the disk.
Measured bare, convene, unknown;
await using (var endpoint = await Target.Bare())
    bare = await Load.Measure(endpoint, Turns.Unknown, length);
await using (var desk = await Target.Desk())
    unknown = await Load.Measure(desk, Turns.Unknown, length);
await using (var desk = await Target.Desk())
    convene = await Load.Measure(desk, Turns.Convene, length);

Table.Print(
    $"{Load.Conversations} conversations in parallel, {length.TotalSeconds:F0} s each, {Environment.ProcessorCount} cores shared with the load",
    ("(a) convene, durable commit", convene), ("(b) unknown message", unknown), ("(c) bare ASP.NET Core, same JSON", bare));
return convene.Failed + unknown.Failed + bare.Failed == 0 ? 0 : 1;

static Func<string, Task>? BotServer(string name) => name switch
{
    "--connector" => Servers.Connector,
    "--bare-echo" => Servers.Bare,
    "--echo" => Servers.Echo,
    "--durable" => Servers.Durable,
    _ => null,
};
