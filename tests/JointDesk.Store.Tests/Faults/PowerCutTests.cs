using JointDesk.Store.LiteDb;

namespace JointDesk.Store.Tests.Faults;

public sealed class PowerCutTests
{
    private const int Writers = 4;
    private const int CutsAStore = 20;

    /// <summary>The same disk through twenty cuts, at any operation: opening, writing, the checkpoint, closing. Replay one by its seed.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("a passphrase of the desk office")]
    public async Task A_power_cut_loses_nothing_that_was_confirmed_and_leaves_nothing_half(string? key)
    {
        var stores = Sizes.Of(key is null ? 80 : 20, key is null ? 4_000 : 1_000);
        for (var seed = 1; seed <= stores; seed++)
        {
            try
            {
                await Run(seed, key);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"seed {seed}: {e.Message}", e);
            }
        }
        Figures.Note(key is null ? "power cut" : "power cut, encrypted", $"{stores * CutsAStore} cuts, 0 confirmed commits lost, 0 half");
    }

    /// <summary>Seed 284: the power went while the first log was begun, when its length had reached the disk and its bytes had not.</summary>
    [Fact]
    public async Task A_log_whose_beginning_was_cut_off_is_begun_anew()
    {
        var disk = new SimulatedDisk(1);
        await using (var store = Open(disk, null))
            Assert.IsType<Committed>(await Ledger.StepAsync(store, 0, 1));
        disk.Overwrite("desk.db-log", new byte[Pages.PageLog.HeaderSize]);
        await using var again = Open(disk, null);
        Assert.Equal((int[])[1, 0, 0, 0], await Ledger.ReadAsync(again, Writers));
    }

    private static async Task Run(int seed, string? key)
    {
        var chance = new Random(seed);
        var disk = new SimulatedDisk(seed);
        var confirmed = new int[Writers];
        for (var cut = 1; cut <= CutsAStore; cut++)
        {
            disk.CutAt = chance.Next(1, 80);
            var tried = await WriteUntilTheCut(disk, key, confirmed, chance);
            disk = disk.AfterPowerCut(chance.Next());
            await using var store = Open(disk, key);
            var found = await Ledger.ReadAsync(store, Writers);
            for (var writer = 0; writer < Writers; writer++)
                Assert.InRange(found[writer], confirmed[writer], tried[writer]);
            confirmed = found;
        }
    }

    private static async Task<int[]> WriteUntilTheCut(SimulatedDisk disk, string? key, int[] confirmed, Random chance)
    {
        var tried = (int[])confirmed.Clone();
        try
        {
            await using var store = Open(disk, key);
            var steps = chance.Next(1, 20);
            await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
            {
                for (var i = 0; i < steps; i++)
                {
                    tried[writer]++;
                    Assert.IsType<Committed>(await Ledger.StepAsync(store, writer, tried[writer]));
                    confirmed[writer] = tried[writer];
                }
            })));
        }
        catch (Exception e) when (e is StoreUnavailableException or StoreRefusedException)
        {
        }
        return tried;
    }

    private static LiteDbStore Open(SimulatedDisk disk, string? key) => LiteDbStore.Open(new StoreOptions("desk.db", key) { CheckpointBytes = 200_000, KeyIterations = 1 }, disk);
}
