using NodaTime;

namespace JointDesk.Store.Tests.Contract;

public abstract partial class StoreContract
{
    private Task Queue(params (string Id, Instant Due)[] items) =>
        MustCommit(new ChangeSet { Queued = [.. items.Select(item => new QueuePut("alarms", item.Id, item.Due, Bytes(item.Id)))] });

    private ValueTask<IReadOnlyList<ClaimedItem>> Claim(Instant now, int max = 100) => _store.ClaimAsync("alarms", now, max, Lease);

    private ValueTask<CommitResult> Settle(ClaimedItem item, Settlement how) =>
        _store.CommitAsync(new ChangeSet { Settled = [new QueueSettle(item.Queue, item.Id, item.Fence, how)] });

    [Fact]
    public async Task What_is_due_is_claimed_oldest_first_and_what_is_not_yet_due_stays()
    {
        await Queue(("c", Noon), ("a", Noon), ("late", Noon + Lease), ("b", Noon - Lease));
        Assert.Equal(["b", "a"], (await Claim(Noon, 2)).Select(item => item.Id));
        var last = Assert.Single(await Claim(Noon));
        Assert.Equal(("alarms", "c", 1, Noon), (last.Queue, last.Id, last.Attempt, last.Due));
        Assert.Equal("c"u8.ToArray(), last.Payload.ToArray());
        Assert.Empty(await Claim(Noon));
    }

    [Fact]
    public async Task A_long_queue_that_changes_all_along_is_claimed_oldest_first()
    {
        var chance = new Random(3);
        var due = new Dictionary<string, Instant>(StringComparer.Ordinal);
        for (var round = 0; round < 6; round++)
        {
            var queued = Enumerable.Range(0, 400).Select(_ => ($"assignment/2026-{chance.Next(3_000)}", Noon + Duration.FromSeconds(chance.Next(900)))).DistinctBy(item => item.Item1).ToArray();
            await Queue(queued);
            foreach (var (id, at) in queued)
                due[id] = at;
            var cancelled = due.Keys.Where(_ => chance.Next(9) == 0).ToList();
            await MustCommit(new ChangeSet { Cancelled = [.. cancelled.Select(id => new QueueCancel("alarms", id))] });
            cancelled.ForEach(id => due.Remove(id));
        }
        _store = await ReopenAsync(_store);
        Assert.Equal(new QueueDepth(due.Count, 0), await _store.DepthAsync("alarms"));
        var claimed = new List<string>();
        while (await Claim(Noon + Duration.FromSeconds(900), 70) is { Count: > 0 } items)
            claimed.AddRange(items.Select(item => item.Id));
        Assert.Equal(due.OrderBy(item => item.Value).ThenBy(item => item.Key, StringComparer.Ordinal).Select(item => item.Key), claimed);
        Assert.Equal(Noon + Duration.FromSeconds(900) + Lease, await _store.NextDueAsync("alarms"));
    }

    [Fact]
    public async Task Queues_do_not_see_each_other()
    {
        await Queue(("a", Noon));
        Assert.Empty(await _store.ClaimAsync("alarm", Noon, 9, Lease));
        Assert.Empty(await _store.ClaimAsync("alarms2", Noon, 9, Lease));
        Assert.Null(await _store.NextDueAsync("alarm"));
        Assert.Equal(new QueueDepth(0, 0), await _store.DepthAsync("alarms2"));
    }

    [Fact]
    public async Task After_the_lease_an_item_is_claimed_anew_and_the_first_fence_holds_no_more()
    {
        await Queue(("a", Noon));
        var first = Assert.Single(await Claim(Noon));
        Assert.Empty(await Claim(Noon + Lease - Duration.FromTicks(1)));
        var second = Assert.Single(await Claim(Noon + Lease));
        Assert.Equal(2, second.Attempt);
        Assert.Equal(Noon, second.Due);
        Assert.True(second.Fence > first.Fence);
        Assert.Equal(["alarms/a"], Assert.IsType<Conflict>(await Settle(first, new Settlement.Completed())).Keys);
        Assert.IsType<Committed>(await Settle(second, new Settlement.Completed()));
    }

    [Fact]
    public async Task A_fence_still_holds_after_the_lease_while_nobody_else_claimed()
    {
        await Queue(("a", Noon));
        var item = Assert.Single(await Claim(Noon));
        Clock.Advance(Lease * 10);
        Assert.IsType<Committed>(await Settle(item, new Settlement.Completed()));
    }

    [Fact]
    public async Task The_fence_rises_with_each_claim_of_the_queue()
    {
        await Queue(("a", Noon), ("b", Noon), ("c", Noon));
        var fences = new List<long>();
        for (var i = 0; i < 3; i++)
            fences.Add(Assert.Single(await Claim(Noon, 1)).Fence);
        Assert.Equal(fences.Distinct().Order(), fences);
    }

    [Fact]
    public async Task Completed_is_gone_and_its_fence_with_it()
    {
        await Queue(("a", Noon));
        var item = Assert.Single(await Claim(Noon));
        Assert.IsType<Committed>(await Settle(item, new Settlement.Completed()));
        Assert.IsType<Conflict>(await Settle(item, new Settlement.Completed()));
        Assert.Equal(new QueueDepth(0, 0), await _store.DepthAsync("alarms"));
        Assert.Null(await _store.NextDueAsync("alarms"));
    }

    [Fact]
    public async Task Retry_at_is_claimed_from_then_on_with_the_next_attempt()
    {
        await Queue(("a", Noon));
        var item = Assert.Single(await Claim(Noon));
        Assert.IsType<Committed>(await Settle(item, new Settlement.RetryAt(Noon + Lease * 3)));
        Assert.Equal(Noon + Lease * 3, await _store.NextDueAsync("alarms"));
        Assert.Empty(await Claim(Noon + Lease * 2));
        Assert.IsType<Conflict>(await Settle(item, new Settlement.Completed()));
        var again = Assert.Single(await Claim(Noon + Lease * 3));
        Assert.Equal((2, Noon + Lease * 3), (again.Attempt, again.Due));
    }

    [Fact]
    public async Task Dead_is_counted_and_never_claimed_again()
    {
        await Queue(("a", Noon), ("b", Noon));
        Assert.IsType<Committed>(await Settle((await Claim(Noon, 1))[0], new Settlement.Dead("gone")));
        Assert.Equal(new QueueDepth(1, 1), await _store.DepthAsync("alarms"));
        Assert.Equal("b", Assert.Single(await Claim(Noon + Lease * 9)).Id);
        await MustCommit(new ChangeSet { Cancelled = [new QueueCancel("alarms", "a")] });
        Assert.Equal(new QueueDepth(1, 0), await _store.DepthAsync("alarms"));
    }

    [Fact]
    public async Task A_put_of_the_same_id_takes_the_place_of_a_claimed_one_and_voids_its_fence()
    {
        await Queue(("a", Noon));
        var old = Assert.Single(await Claim(Noon));
        await Queue(("a", Noon + Lease * 2));
        Assert.IsType<Conflict>(await Settle(old, new Settlement.Completed()));
        Assert.Equal(new QueueDepth(1, 0), await _store.DepthAsync("alarms"));
        Assert.Equal(Noon + Lease * 2, await _store.NextDueAsync("alarms"));
        var item = Assert.Single(await Claim(Noon + Lease * 2));
        Assert.Equal(1, item.Attempt);
        Assert.True(item.Fence > old.Fence);
    }

    [Fact]
    public async Task A_put_brings_a_dead_one_back()
    {
        await Queue(("a", Noon));
        Assert.IsType<Committed>(await Settle((await Claim(Noon))[0], new Settlement.Dead("gone")));
        await Queue(("a", Noon));
        Assert.Equal(new QueueDepth(1, 0), await _store.DepthAsync("alarms"));
        Assert.Single(await Claim(Noon));
    }

    [Fact]
    public async Task A_cancel_takes_an_item_claimed_or_not_and_minds_none_that_is_not_there()
    {
        await Queue(("a", Noon), ("b", Noon + Lease));
        var item = Assert.Single(await Claim(Noon));
        await MustCommit(new ChangeSet { Cancelled = [new QueueCancel("alarms", "a"), new QueueCancel("alarms", "b"), new QueueCancel("alarms", "c")] });
        Assert.IsType<Conflict>(await Settle(item, new Settlement.Completed()));
        Assert.Equal(new QueueDepth(0, 0), await _store.DepthAsync("alarms"));
        Assert.Null(await _store.NextDueAsync("alarms"));
    }

    [Fact]
    public async Task One_change_set_settles_an_item_and_puts_the_next_round_under_its_id()
    {
        await Queue(("a", Noon));
        var item = Assert.Single(await Claim(Noon));
        await MustCommit(new ChangeSet
        {
            Settled = [new QueueSettle("alarms", "a", item.Fence, new Settlement.Completed())],
            Cancelled = [new QueueCancel("alarms", "a")],
            Queued = [new QueuePut("alarms", "a", Noon + Lease, default)],
        });
        Assert.Equal(Noon + Lease, await _store.NextDueAsync("alarms"));
    }

    [Fact]
    public async Task Next_due_is_the_earliest_a_claimed_one_at_the_end_of_its_lease()
    {
        await Queue(("a", Noon), ("b", Noon + Lease * 5));
        Assert.Equal(Noon, await _store.NextDueAsync("alarms"));
        await Claim(Noon);
        Assert.Equal(Noon + Lease, await _store.NextDueAsync("alarms"));
        await Claim(Noon + Lease);
        Assert.Equal(Noon + Lease * 2, await _store.NextDueAsync("alarms"));
    }

    [Fact]
    public async Task Claims_at_once_never_give_an_item_twice()
    {
        await Queue([.. Enumerable.Range(0, 200).Select(n => ($"i-{n:000}", Noon))]);
        var claims = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Claim(Noon, 20).AsTask())));
        var ids = claims.SelectMany(claim => claim).Select(item => item.Id).ToList();
        Assert.Equal(200, ids.Count);
        Assert.Equal(200, ids.Distinct().Count());
    }
}
