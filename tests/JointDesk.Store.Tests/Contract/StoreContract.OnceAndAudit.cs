using JointDesk.Auditing;
using NodaTime;

namespace JointDesk.Store.Tests.Contract;

public abstract partial class StoreContract
{
    private static ChangeSet Once(string key, string answer, Instant expires, params PutDocument[] puts) =>
        new() { OnceKeys = [new OnceKey(key, expires, Bytes(answer))], Puts = puts };

    [Fact]
    public async Task A_once_key_comes_through_once_and_then_gives_what_was_answered()
    {
        await MustCommit(Once("activity-1", "first", Noon + Lease, Put("m-1", 0)));
        var kept = await _store.GetOnceAsync("activity-1");
        Assert.Equal(("activity-1", Noon + Lease), (kept!.Key, kept.ExpiresAt));
        Assert.Equal("first"u8.ToArray(), kept.Payload.ToArray());
        var result = await _store.CommitAsync(Once("activity-1", "second", Noon + Lease, Put("m-2", 0)));
        Assert.Equal("first"u8.ToArray(), Assert.IsType<Duplicate>(result).First.Payload.ToArray());
        Assert.Null(await _store.GetAsync("meeting", "m-2"));
    }

    /// <summary>The same activity again would find its document changed by itself: it must hear its own answer, not a conflict.</summary>
    [Fact]
    public async Task A_duplicate_is_told_before_a_conflict()
    {
        await MustCommit(Once("k", "first", Noon + Lease, Put("m-1", 0)));
        Assert.IsType<Duplicate>(await _store.CommitAsync(Once("k", "again", Noon + Lease, Put("m-1", 0))));
    }

    [Fact]
    public async Task An_expired_once_key_is_as_good_as_gone()
    {
        await MustCommit(Once("k", "first", Noon + Lease));
        Clock.Advance(Lease - Duration.FromTicks(1));
        Assert.NotNull(await _store.GetOnceAsync("k"));
        Clock.Advance(Duration.FromTicks(1));
        Assert.Null(await _store.GetOnceAsync("k"));
        await MustCommit(Once("k", "second", Noon + Lease * 9));
        Assert.Equal("second"u8.ToArray(), (await _store.GetOnceAsync("k"))!.Payload.ToArray());
        Assert.IsType<Duplicate>(await _store.CommitAsync(Once("k", "third", Noon + Lease * 9)));
    }

    [Fact]
    public async Task The_same_activity_ten_times_at_once_has_one_effect()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 10)
            .Select(n => Task.Run(() => _store.CommitAsync(Once("k", $"{n}", Noon + Lease, Put($"m-{n}", 0))).AsTask())));
        Assert.Single(results, result => result is Committed);
        var answer = (await _store.GetOnceAsync("k"))!.Payload.ToArray();
        Assert.All(results.OfType<Duplicate>(), duplicate => Assert.Equal(answer, duplicate.First.Payload.ToArray()));
    }

    [Fact]
    public async Task The_chain_begins_at_genesis() => Assert.Equal(new AuditHead(0, AuditChain.Genesis), await _store.AuditHeadAsync());

    [Fact]
    public async Task Entries_are_chained_in_the_order_of_the_commits_without_gaps()
    {
        await MustCommit(new ChangeSet { Audit = [Draft("a"), Draft("b")] });
        await MustCommit(new ChangeSet { Audit = [Draft("会")] });
        var entries = await _store.ReadAuditAsync(0, 500);
        Assert.Equal(["a", "b", "会"], entries.Select(entry => entry.Draft.Subject));
        var head = new AuditHead(0, AuditChain.Genesis);
        foreach (var entry in entries)
        {
            Assert.Null(AuditChain.Fault(head, entry));
            head = new AuditHead(entry.Sequence, entry.Hash);
        }
        Assert.Equal(head, await _store.AuditHeadAsync());
        Assert.Equal(["lj-cid", "yn-cid"], entries[0].Draft.Departments);
        Assert.Equal(Noon, entries[0].Draft.At);
    }

    [Fact]
    public async Task Audit_is_read_in_pages_of_at_most_500()
    {
        for (var first = 0; first < 600; first += 100)
            await MustCommit(new ChangeSet { Audit = [.. Enumerable.Range(first, 100).Select(n => Draft($"{n}"))] });
        Assert.Equal(500, (await _store.ReadAuditAsync(0, 9999)).Count);
        Assert.Equal(Enumerable.Range(501, 100).Select(n => (long)n), (await _store.ReadAuditAsync(500, 500)).Select(entry => entry.Sequence));
        Assert.Equal([10L, 11L], (await _store.ReadAuditAsync(9, 2)).Select(entry => entry.Sequence));
        Assert.Empty(await _store.ReadAuditAsync(600, 10));
    }

    [Fact]
    public async Task Audit_written_at_once_is_one_chain()
    {
        await Task.WhenAll(Enumerable.Range(0, 100).Select(n => Task.Run(() => MustCommit(new ChangeSet { Audit = [Draft($"{n}"), Draft($"{n}'")] }))));
        var head = new AuditHead(0, AuditChain.Genesis);
        foreach (var entry in await _store.ReadAuditAsync(0, 500))
        {
            Assert.Null(AuditChain.Fault(head, entry));
            head = new AuditHead(entry.Sequence, entry.Hash);
        }
        Assert.Equal(200, head.Sequence);
    }

    [Fact]
    public async Task Expired_once_keys_are_swept_and_the_others_stay()
    {
        await MustCommit(new ChangeSet
        {
            OnceKeys = [.. Enumerable.Range(0, 1200).Select(n => new OnceKey($"k-{n}", Noon + Duration.FromMinutes(n < 1100 ? 1 : 9), default))],
        });
        Assert.Equal(0, await _store.SweepAsync(Noon));
        Clock.AdvanceMinutes(5);
        Assert.Equal(1100, await _store.SweepAsync(Noon));
        Assert.Equal(0, await _store.SweepAsync(Noon));
        Assert.NotNull(await _store.GetOnceAsync("k-1150"));
    }

    [Fact]
    public async Task What_was_given_up_before_a_moment_is_swept_and_the_rest_stays()
    {
        await Queue(("old", Noon), ("again", Noon), ("young", Noon), ("waiting", Noon + Lease));
        foreach (var item in await Claim(Noon))
        {
            Clock.AdvanceSeconds(item.Id == "young" ? 60 : 0);
            await Settle(item, new Settlement.Dead("nobody answers"));
        }
        await Queue(("again", Noon + Lease));
        _store = await ReopenAsync(_store);
        Assert.Equal(1, await _store.SweepAsync(Noon + Duration.FromSeconds(60)));
        Assert.Equal(new QueueDepth(2, 1), await _store.DepthAsync("alarms"));
        Assert.Equal(1, await _store.SweepAsync(Noon + Duration.FromSeconds(61)));
        Assert.Equal(new QueueDepth(2, 0), await _store.DepthAsync("alarms"));
        Assert.Equal(["again", "waiting"], (await Claim(Noon + Lease)).Select(item => item.Id));
    }
}
