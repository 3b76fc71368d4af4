using System.Diagnostics;
using JointDesk.Auditing;
using JointDesk.Store.LiteDb;
using LiteDB;
using NodaTime;

namespace JointDesk.Store.Tests.Faults;

/// <summary>
/// How fast, next to what the disk can do at all: ratios, as machines differ and are noisy. They fail for wrong results only, never
/// for a slow minute; the figures go where <see cref="Figures"/> says.
/// </summary>
public sealed class MeasuredTests : IDisposable
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 0, 0);
    private static readonly TimeSpan Length = TimeSpan.FromMilliseconds(Sizes.Of(400, 5_000));
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Durable_commits_a_second()
    {
        var raw = RawAppends();
        Figures.Note("raw append of 4 KiB and sync", $"{raw:0} a second, 1.00");
        foreach (var writers in new[] { 1, 8 })
        {
            Note("LiteDB as it comes, three documents (confirms before it writes)", writers, Plain(writers), raw);
            Note("store, a unit of work each (document, queue item, audit)", writers, await Ours(writers, null), raw);
            Note("store, encrypted", writers, await Ours(writers, "a passphrase of the desk office"), raw);
        }

        static void Note(string what, int writers, double rate, double raw) => Figures.Note($"{what}, {writers} writers", $"{rate:0} a second, {rate / raw:0.00}");
    }

    [Fact]
    public async Task Claims_of_100_among_many_pending()
    {
        var pending = Sizes.Of(5_000, 1_000_000);
        await using var store = LiteDbStore.Open(new StoreOptions(_folder.File("queue.db")));
        var loading = Stopwatch.StartNew();
        for (var first = 0; first < pending; first += 500)
        {
            var items = Enumerable.Range(first, 500).Select(n => new QueuePut("alarms", $"assignment/2026-{n}", Now + Duration.FromSeconds(n * 7919L % pending), new byte[100]));
            await store.CommitAsync(new ChangeSet { Queued = [.. items] });
        }
        Assert.Equal(new QueueDepth(pending, 0), await store.DepthAsync("alarms"));
        var loaded = loading.Elapsed;
        var times = new List<double>();
        var seen = new HashSet<string>();
        for (var n = 0; n < Sizes.Of(40, 100); n++)
        {
            var clock = Stopwatch.StartNew();
            var claimed = await store.ClaimAsync("alarms", Now + Duration.FromSeconds(pending), 100, Duration.FromHours(1_000_000));
            times.Add(clock.Elapsed.TotalMilliseconds);
            Assert.Equal(100, claimed.Count);
            Assert.All(claimed, item => Assert.True(seen.Add(item.Id)));
            await store.CommitAsync(new ChangeSet { Settled = [.. claimed.Select(item => new QueueSettle("alarms", item.Id, item.Fence, new Settlement.Completed()))] });
        }
        times.Sort();
        using var process = Process.GetCurrentProcess();
        Figures.Note($"claim of 100 among {pending:n0}", $"median {times[times.Count / 2]:0.0} ms, p99 {times[^2]:0.0} ms; loaded in {loaded.TotalSeconds:0} s; {process.WorkingSet64 >> 20} MiB");
    }

    private double RawAppends()
    {
        using var handle = File.OpenHandle(_folder.File("raw"), FileMode.Create, FileAccess.ReadWrite);
        var block = new byte[4096];
        var clock = Stopwatch.StartNew();
        var count = 0;
        for (; clock.Elapsed < Length; count++)
        {
            RandomAccess.Write(handle, block, count * 4096L);
            RandomAccess.FlushToDisk(handle);
        }
        return count / clock.Elapsed.TotalSeconds;
    }

    private double Plain(int writers)
    {
        using var database = new LiteDatabase(_folder.File($"plain{writers}.db"));
        string[] collections = ["documents", "queue", "audit"];
        var clock = Stopwatch.StartNew();
        var counts = new int[writers];
        var threads = Enumerable.Range(0, writers).Select(writer => new Thread(() =>
        {
            for (; clock.Elapsed < Length; counts[writer]++)
            {
                database.BeginTrans();
                foreach (var name in collections)
                    database.GetCollection(name).Upsert(new BsonDocument { ["_id"] = $"w{writer}", ["p"] = new byte[300] });
                database.Commit();
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return counts.Sum() / clock.Elapsed.TotalSeconds;
    }

    private async Task<double> Ours(int writers, string? key)
    {
        await using var store = LiteDbStore.Open(new StoreOptions(_folder.File($"ours{writers}{key?.Length}.db"), key));
        var counts = new int[writers];
        // The first calls compile.
        for (var n = 0; n < 30; n++)
            await store.CommitAsync(new ChangeSet { Puts = [new PutDocument("warm", $"{n}", 0, [], new byte[300])] });
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            for (; clock.Elapsed < Length; counts[writer]++)
            {
                Assert.IsType<Committed>(await store.CommitAsync(new ChangeSet
                {
                    Puts = [new PutDocument("meeting", $"w{writer}", counts[writer], [new IndexEntry("number", counts[writer])], new byte[300])],
                    Queued = [new QueuePut("courier", $"w{writer}", Now, new byte[100])],
                    Audit = [new AuditDraft(Now, "desk", "Measured", $"w{writer}", [], "{}")],
                }));
            }
        })));
        var rate = counts.Sum() / clock.Elapsed.TotalSeconds;
        Assert.Equal(counts.Sum(), (await store.AuditHeadAsync()).Sequence);
        return rate;
    }
}
