using System.Diagnostics;
using JointDesk.Store.LiteDb;
using NodaTime;

namespace JointDesk.Store.Tests.Faults;

/// <summary>Very many wait. It fails for wrong results only, never for a slow minute; how fast it must be is the benchmark's business.</summary>
public sealed class PendingTests : IDisposable
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 0, 0);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

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
}
