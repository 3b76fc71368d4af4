using JointDesk.Store.LiteDb;

namespace JointDesk.Store.Tests.Faults;

public sealed class FailingDiskTests
{
    private const int Writers = 4;

    /// <summary>Whichever write, sync or change of length fails: nothing of it is seen, nothing confirmed is lost, and writing goes on by itself.</summary>
    [Fact]
    public async Task A_write_or_sync_that_fails_confirms_nothing_and_the_store_goes_on()
    {
        var failures = 0;
        for (var nth = 1; nth <= Sizes.Of(150, 3_000); nth++)
        {
            var disk = new SimulatedDisk(nth);
            var store = Open(disk);
            disk.FailAt = disk.Operations + 1 + nth % 150;
            var confirmed = await WriteThrough(store, steps: 12);
            Assert.Equal(confirmed, await Ledger.ReadAsync(store, Writers));
            await store.DisposeAsync();
            failures += disk.Operations >= disk.FailAt ? 1 : 0;
            disk.CutAt = 0;
            await using var again = Open(disk.AfterPowerCut(nth));
            Assert.Equal(confirmed, await Ledger.ReadAsync(again, Writers));
        }
        Figures.Note("nth write or sync fails", $"{failures} failures, 0 confirmed lost, 0 unconfirmed seen");
    }

    [Fact]
    public async Task What_is_not_yet_durable_is_not_given_out()
    {
        var disk = new SimulatedDisk(1);
        // No checkpoint, whose sync would be the one that waits.
        await using var store = Open(disk, checkpointBytes: 8_000_000);
        Assert.IsType<Committed>(await Ledger.StepAsync(store, 0, 1));
        using var syncing = new SemaphoreSlim(0);
        using var fails = new SemaphoreSlim(0);
        disk.BeforeSync = () =>
        {
            disk.BeforeSync = null;
            syncing.Release();
            fails.Wait();
            throw new IOException("Input/output error");
        };
        var step = Ledger.StepAsync(store, 0, 2);
        await syncing.WaitAsync();
        var read = store.GetAsync("left", "w0").AsTask();
        var head = store.AuditHeadAsync().AsTask();
        await Task.WhenAny(read, head, Task.Delay(100));
        var early = read.IsCompleted || head.IsCompleted;
        fails.Release();
        await Assert.ThrowsAsync<StoreUnavailableException>(() => step);
        Assert.False(early);
        Assert.Equal(1, (await read)!.Version);
        Assert.Equal(1, (await head).Sequence);
    }

    [Fact]
    public async Task A_full_disk_refuses_writes_in_one_line_reads_go_on_and_room_heals_it()
    {
        var lines = new List<string>();
        var disk = new SimulatedDisk(1);
        await using var store = Open(disk, lines.Add);
        Assert.IsType<Committed>(await Ledger.StepAsync(store, 0, 1));
        disk.Capacity = 0;
        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => Ledger.StepAsync(store, 0, 2));
        Assert.Equal("The store desk.db cannot be written (No space left on device); reading goes on, and writing does once the disk takes it.", refused.Message);
        Assert.Equal((int[])[1, 0, 0, 0], await Ledger.ReadAsync(store, Writers));
        Assert.Equal(new StoreHealth(false, refused.Message), await store.HealthAsync());
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Ledger.StepAsync(store, 1, 1));

        disk.Capacity = long.MaxValue;
        Assert.Equal(new StoreHealth(true, null), await store.HealthAsync());
        Assert.IsType<Committed>(await Ledger.StepAsync(store, 0, 2));
        Assert.Equal((int[])[2, 0, 0, 0], await Ledger.ReadAsync(store, Writers));
        Assert.Equal([refused.Message, "desk.db: the store can be written again."], lines);
    }

    [Fact]
    public async Task A_store_that_crashed_opens_on_a_full_disk_to_be_read()
    {
        var disk = new SimulatedDisk(2);
        var store = Open(disk);
        for (var n = 1; n <= 5; n++)
            Assert.IsType<Committed>(await Ledger.StepAsync(store, 0, n));
        disk.CutAt = 0;
        await store.DisposeAsync();

        disk = disk.AfterPowerCut(2);
        disk.Capacity = 0;
        await using var again = Open(disk);
        Assert.Equal((int[])[5, 0, 0, 0], await Ledger.ReadAsync(again, Writers));
        disk.Capacity = long.MaxValue;
        Assert.True((await again.HealthAsync()).Writable);
        Assert.IsType<Committed>(await Ledger.StepAsync(again, 0, 6));
    }

    private static async Task<int[]> WriteThrough(LiteDbStore store, int steps)
    {
        var confirmed = new int[Writers];
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            while (confirmed[writer] < steps)
            {
                try
                {
                    Assert.IsType<Committed>(await Ledger.StepAsync(store, writer, confirmed[writer] + 1));
                    confirmed[writer]++;
                }
                catch (StoreUnavailableException)
                {
                    // Nothing was kept: the same step again.
                }
            }
        })));
        return confirmed;
    }

    private static LiteDbStore Open(SimulatedDisk disk, Action<string>? report = null, int checkpointBytes = 200_000) =>
        LiteDbStore.Open(new StoreOptions("desk.db") { CheckpointBytes = checkpointBytes, BetweenProbes = TimeSpan.Zero, Report = report }, disk);
}
