using System.Diagnostics;

namespace JointDesk.Benchmarks.Store;

/// <summary>
/// Durable commits a second of all contenders, in rounds: each round measures all of them one after the other, and a ratio is taken
/// within its round, so that a slow minute of the machine's disk slows both sides of it.
/// </summary>
internal static class CommitRates
{
    private const string Key = "a passphrase of the desk office";
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(500);

    private static readonly (string Name, int Writers, Func<string, IContender> Open)[] Contenders =
    [
        (Raw, 1, path => new RawAppend(path)),
        ("LiteDB as it comes, 1 writer", 1, path => new PlainLiteDb(path)),
        (Plain, 8, path => new PlainLiteDb(path)),
        ("SQLite WAL FULL, 1 writer", 1, path => new SqliteWal(path, 1)),
        ("SQLite WAL FULL, 8 writers", 8, path => new SqliteWal(path, 8)),
        ("store, 1 writer", 1, path => new OwnStore(path, null)),
        (Own, 8, path => new OwnStore(path, null)),
        ("store, encrypted, 1 writer", 1, path => new OwnStore(path, Key)),
        (Encrypted, 8, path => new OwnStore(path, Key)),
    ];

    public const string Raw = "raw append of 4 KiB and sync", Plain = "LiteDB as it comes, 8 writers";
    public const string Own = "store, 8 writers", Encrypted = "store, encrypted, 8 writers";

    public static async Task<IReadOnlyList<CommitRate>> MeasureAsync(string folder, int rounds, TimeSpan length)
    {
        var rates = new double[Contenders.Length, rounds];
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < Contenders.Length; i++)
            {
                var (name, writers, open) = Contenders[i];
                await using var contender = open(Path.Combine(folder, $"rate-{round}-{i}.db"));
                rates[i, round] = await RateAsync(contender, writers, length);
                await Console.Error.WriteLineAsync($"{name}: {rates[i, round]:n0}");
            }
        }
        return [.. Contenders.Select((c, i) => new CommitRate(
            c.Name, Median(round => rates[i, round]), Median(round => rates[i, round] / rates[0, round]), Median(round => rates[i, round] / rates[2, round])))];

        double Median(Func<int, double> of) => Enumerable.Range(0, rounds).Select(of).Order().ElementAt(rounds / 2);
    }

    private static async Task<double> RateAsync(IContender contender, int writers, TimeSpan length)
    {
        var next = new int[writers];
        await RunAsync(WarmUp);
        var before = next.Sum();
        var elapsed = await RunAsync(length);
        return (next.Sum() - before) / elapsed.TotalSeconds;

        async Task<TimeSpan> RunAsync(TimeSpan until)
        {
            var watch = Stopwatch.StartNew();
            // A thread each: those that commit without awaiting would otherwise wait for the pool to grow.
            await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Factory.StartNew(async () =>
            {
                while (watch.Elapsed < until)
                    await contender.CommitAsync(writer, next[writer]++);
            }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));
            return watch.Elapsed;
        }
    }
}

/// <param name="PerSecond">Units of work a second, the median of the rounds.</param>
internal sealed record CommitRate(string Name, double PerSecond, double OfRaw, double OfPlain);
