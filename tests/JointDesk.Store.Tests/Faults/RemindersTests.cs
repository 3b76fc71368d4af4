using JointDesk.Store.LiteDb;
using NodaTime;

namespace JointDesk.Store.Tests.Faults;

public sealed class RemindersTests
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 24, 12, 0);
    private static readonly Duration Lease = Duration.FromMinutes(1);

    /// <summary>Each firing commits its effect and its completion at once, so that a power cut between claim and firing costs a lease, no reminder.</summary>
    [Fact]
    public async Task What_fell_due_while_down_fires_once_each_through_power_cuts()
    {
        var due = Sizes.Of(2_000, 10_000);
        var disk = new SimulatedDisk(1);
        await using (var store = Open(disk))
        {
            for (var first = 0; first < due; first += 500)
                await store.CommitAsync(new ChangeSet { Queued = [.. Enumerable.Range(first, 500).Select(n => new QueuePut("alarms", $"a-{n}", Noon - Duration.FromSeconds(n), default))] });
        }
        var (now, cuts) = (Noon, 0);
        var chance = new Random(1);
        while (true)
        {
            disk.CutAt = disk.Operations + chance.Next(20, 200);
            if (await FireAll(disk, now))
                break;
            cuts++;
            disk = disk.AfterPowerCut(cuts);
            now += Lease;
        }
        await using var after = Open(disk.AfterPowerCut(0));
        Assert.Equal(new QueueDepth(0, 0), await after.DepthAsync("alarms"));
        Assert.Equal(due, (await after.AuditHeadAsync()).Sequence);
        for (var n = 0; n < due; n += 97)
            Assert.Equal(1, (await after.GetAsync("fired", $"a-{n}"))!.Version);
        Assert.True(cuts > 0);
        Figures.Note($"{due:n0} due while down, four claim", $"each once, through {cuts} power cuts");
    }

    /// <summary>False where the power went.</summary>
    private static async Task<bool> FireAll(SimulatedDisk disk, Instant now)
    {
        try
        {
            await using var store = Open(disk);
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => FireDue(store, now))));
            disk.CutAt = null;
            return true;
        }
        catch (Exception e) when (e is StoreUnavailableException or StoreRefusedException)
        {
            return false;
        }
    }

    private static async Task FireDue(LiteDbStore store, Instant now)
    {
        while (await store.ClaimAsync("alarms", now, 50, Lease) is { Count: > 0 } claimed)
        {
            foreach (var item in claimed)
            {
                Assert.IsType<Committed>(await store.CommitAsync(new ChangeSet
                {
                    Puts = [new PutDocument("fired", item.Id, 0, [], default)],
                    Settled = [new QueueSettle("alarms", item.Id, item.Fence, new Settlement.Completed())],
                    Audit = [new Auditing.AuditDraft(now, "desk", "Fired", item.Id, [], "{}")],
                }));
            }
        }
    }

    private static LiteDbStore Open(SimulatedDisk disk) => LiteDbStore.Open(new StoreOptions("desk.db") { CheckpointBytes = 1 << 20 }, disk);
}
