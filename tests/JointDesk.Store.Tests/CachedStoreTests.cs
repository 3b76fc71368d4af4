using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using JointDesk.Store.Caching;
using JointDesk.Store.InMemory;
using Moq;

namespace JointDesk.Store.Tests;

/// <summary>Nobody is given a document that is older than one that was committed before he asked.</summary>
public sealed class CachedStoreTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly InMemoryStore memory = new();
    private readonly Mock<IDeskStore> inner = new();
    private readonly CachedStore store;

    /// <summary>Run before and after the store in memory has done it, and before the cache hears of it.</summary>
    private Func<Task> afterGet = () => Task.CompletedTask;
    private Func<Task> beforeCommit = () => Task.CompletedTask;
    private Func<Task> afterCommit = () => Task.CompletedTask;
    private int gets;

    public CachedStoreTests()
    {
        inner.Setup(s => s.GetAsync(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<CancellationToken>())).Returns(async (string kind, string id, CancellationToken cancel) =>
        {
            Interlocked.Increment(ref gets);
            var found = await memory.GetAsync(kind, id, cancel);
            await afterGet();
            return found;
        });
        inner.Setup(s => s.CommitAsync(It.IsAny<ChangeSet>(), It.IsAny<CancellationToken>())).Returns(async (ChangeSet changes, CancellationToken cancel) =>
        {
            await beforeCommit();
            var result = await memory.CommitAsync(changes, cancel);
            await afterCommit();
            return result;
        });
        store = new CachedStore(inner.Object);
    }

    private ValueTask<CommitResult> PutAsync(string id, long expected) =>
        store.CommitAsync(new ChangeSet { Puts = [new PutDocument("k", id, expected, [], Encoding.UTF8.GetBytes(expected.ToString(CultureInfo.InvariantCulture)))] }, Cancel);

    private async Task<long> VersionAsync(string id = "a") => (await store.GetAsync("k", id, Cancel))?.Version ?? 0;

    [Fact]
    public async Task What_was_read_or_written_is_not_fetched_again_nor_that_there_is_none()
    {
        Assert.Equal((0, 0), (await VersionAsync(), await VersionAsync()));
        Assert.Equal(1, gets);
        await PutAsync("a", 0);
        Assert.Equal(1, await VersionAsync());
        Assert.Equal("0", Encoding.UTF8.GetString((await store.GetAsync("k", "a", Cancel))!.Payload.Span));
        Assert.Equal(1, gets);
        await store.CommitAsync(new ChangeSet { Deletes = [new DeleteDocument("k", "a", 1)] }, Cancel);
        Assert.Equal((0, 1), (await VersionAsync(), gets));
    }

    [Fact]
    public async Task A_read_that_a_commit_overtakes_is_not_held()
    {
        await memory.CommitAsync(new ChangeSet { Puts = [new PutDocument("k", "a", 0, [], Array.Empty<byte>())] }, Cancel);
        var hold = new TaskCompletionSource();
        afterGet = () => hold.Task;
        var slow = VersionAsync();
        afterGet = () => Task.CompletedTask;
        await PutAsync("a", 1);
        hold.SetResult();
        Assert.Equal(1, await slow);
        Assert.Equal(2, await VersionAsync());
    }

    [Fact]
    public async Task A_read_within_a_commit_is_not_held()
    {
        await PutAsync("a", 0);
        var hold = new TaskCompletionSource();
        beforeCommit = () => hold.Task;
        var commit = PutAsync("a", 1).AsTask();
        Assert.Equal(1, await VersionAsync());
        hold.SetResult();
        await commit;
        Assert.Equal(2, await VersionAsync());
    }

    [Fact]
    public async Task Of_two_commits_at_once_neither_is_taken_for_the_last()
    {
        await PutAsync("a", 0);
        var first = new TaskCompletionSource();
        afterCommit = () => first.Task;
        var slow = PutAsync("a", 1).AsTask();
        afterCommit = () => Task.CompletedTask;
        await PutAsync("a", 2);
        first.SetResult();
        await slow;
        Assert.Equal(3, await VersionAsync());
    }

    [Fact]
    public async Task After_a_conflict_or_a_failure_it_is_read_anew()
    {
        Assert.Equal(0, await VersionAsync());
        await memory.CommitAsync(new ChangeSet { Puts = [new PutDocument("k", "a", 0, [], Array.Empty<byte>())] }, Cancel);
        Assert.IsType<Conflict>(await PutAsync("a", 0));
        Assert.Equal(1, await VersionAsync());
        afterCommit = () => throw new StoreUnavailableException("written, and nobody knows");
        await Assert.ThrowsAsync<StoreUnavailableException>(() => PutAsync("a", 1).AsTask());
        Assert.Equal(2, await VersionAsync());
    }

    [Fact]
    public async Task Readers_and_writers_at_once_never_see_what_was_before_an_acknowledged_commit()
    {
        var acknowledged = new ConcurrentDictionary<string, long>(StringComparer.Ordinal);
        afterGet = async () => await Task.Yield();
        afterCommit = async () => await Task.Yield();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(worker => Task.Run(async () =>
        {
            var chance = new Random(worker);
            for (var n = 0; n < 4_000; n++)
            {
                var id = $"{chance.Next(5)}";
                var before = acknowledged.GetValueOrDefault(id);
                var seen = await VersionAsync(id);
                Assert.True(seen >= before, $"{id}: {seen} after {before}");
                if (worker < 4 && await PutAsync(id, seen) is Committed)
                    acknowledged.AddOrUpdate(id, seen + 1, (_, known) => Math.Max(known, seen + 1));
            }
        }, Cancel)));
        Assert.All(acknowledged, pair => Assert.True(pair.Value > 100, "the commits got through"));
    }
}
