using JointDesk.Store.LiteDb;
using JointDesk.Store.Pages;

namespace JointDesk.Store.Tests.Faults;

/// <summary>One bit, one sector or one tail of a file is spoilt: either nothing is missed, or the file is refused. Never wrong in silence.</summary>
public sealed class DamageTests
{
    private const int Steps = 12;
    private static readonly int Seeds = Sizes.Of(500, 10_000);

    [Theory]
    [InlineData(null)]
    [InlineData("a passphrase of the desk office")]
    public async Task A_spoilt_log_heals_at_its_tail_and_is_refused_inside(string? key)
    {
        var (data, log, lastGroup) = await CrashedStore(key);
        int healed = 0, refused = 0;
        for (var seed = 0; seed < Seeds; seed++)
        {
            var (spoilt, at) = Spoil(log, new Random(seed), lastGroup);
            var disk = Disk(data, spoilt);
            try
            {
                await using var store = Open(disk, key);
                var found = (await Ledger.ReadAsync(store, 1))[0];
                Assert.InRange(found, at >= lastGroup ? Steps - 1 : Steps, Steps);
                healed++;
            }
            catch (StoreRefusedException e)
            {
                Assert.True(at < lastGroup, $"seed {seed}: {e.Message}");
                Assert.Equal(data, disk.Bytes("desk.db"));
                Assert.Equal(spoilt, disk.Bytes("desk.db-log"));
                refused++;
            }
        }
        Assert.True(healed > 0 && refused > 0);
        Figures.Note(key is null ? "spoilt log" : "spoilt log, encrypted", $"{Seeds} files: {refused} refused, {healed} opened with all that was confirmed before the last group, 0 silently wrong");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("a passphrase of the desk office")]
    public async Task A_spoilt_data_file_is_refused_or_nothing_is_missed(string? key)
    {
        var (data, log) = await ClosedStore(key);
        int whole = 0, refused = 0;
        for (var seed = 0; seed < Seeds; seed++)
        {
            var (spoilt, at) = Spoil(data, new Random(seed), 0);
            var disk = Disk(spoilt, log);
            try
            {
                await using var store = Open(disk, key);
                Assert.Equal((int[])[Steps], await Ledger.ReadAsync(store, 1));
                Assert.True(at < StoreHeader.Size, $"seed {seed}: byte {at} was spoilt and nobody noticed");
                whole++;
            }
            catch (StoreRefusedException)
            {
                Assert.Equal(spoilt, disk.Bytes("desk.db"));
                refused++;
            }
        }
        Figures.Note(key is null ? "spoilt data file" : "spoilt data file, encrypted", $"{Seeds} files: {refused} refused, {whole} whole by the other copy of the header, 0 silently wrong");
    }

    [Fact]
    public async Task A_damaged_data_page_is_taken_from_the_log()
    {
        var (data, log, _) = await CrashedStore(null);
        data[StoreHeader.Size + 100] ^= 1;
        await using var store = Open(Disk(data, log), null);
        Assert.Equal((int[])[Steps], await Ledger.ReadAsync(store, 1));
    }

    [Fact]
    public async Task A_page_that_is_damaged_while_the_store_is_open_is_told_and_not_given_out()
    {
        var (data, log) = await ClosedStore(null);
        var disk = Disk(data, log);
        await using var store = Open(disk, null);
        var file = disk.Bytes("desk.db");
        for (var slot = StoreHeader.Size + PageSeal.SlotSize; slot < file.Length; slot += PageSeal.SlotSize)
            disk.Flip("desk.db", slot + 50);
        var told = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.GetAsync("left", "w0").AsTask());
        Assert.Matches(@"^Page \d+ of desk\.db is damaged and has no copy in the log; stop the desk and restore a backup\.$", told.Message);
        Assert.Equal(told.Message, (await store.HealthAsync()).Problem);
    }

    private static async Task<(byte[] Data, byte[] Log, int LastGroup)> CrashedStore(string? key)
    {
        var disk = new SimulatedDisk(1);
        var store = Open(disk, key);
        var lastGroup = 0;
        for (var n = 1; n <= Steps; n++)
        {
            lastGroup = disk.Bytes("desk.db-log").Length;
            Assert.IsType<Committed>(await Ledger.StepAsync(store, 0, n));
        }
        var files = (disk.Bytes("desk.db"), disk.Bytes("desk.db-log"), lastGroup);
        await store.DisposeAsync();
        return files;
    }

    private static async Task<(byte[] Data, byte[] Log)> ClosedStore(string? key)
    {
        var disk = new SimulatedDisk(1);
        await using (var store = Open(disk, key))
        {
            for (var n = 1; n <= Steps; n++)
                Assert.IsType<Committed>(await Ledger.StepAsync(store, 0, n));
        }
        return (disk.Bytes("desk.db"), disk.Bytes("desk.db-log"));
    }

    /// <summary>
    /// The first byte that differs is told. A log that ends earlier than its last group looks like one that was never longer: that
    /// no crash does, and only the audit head kept outside tells it.
    /// </summary>
    private static (byte[] Spoilt, int At) Spoil(byte[] whole, Random chance, int cutFrom)
    {
        var at = chance.Next(whole.Length);
        switch (chance.Next(3))
        {
            case 0:
                var flipped = (byte[])whole.Clone();
                flipped[at] ^= (byte)(1 << chance.Next(8));
                return (flipped, at);
            case 1:
                var sector = (byte[])whole.Clone();
                var start = at / 512 * 512;
                chance.NextBytes(sector.AsSpan(start, Math.Min(512, whole.Length - start)));
                return (sector, start);
            default:
                at = chance.Next(cutFrom, whole.Length);
                return (whole[..at], at);
        }
    }

    private static SimulatedDisk Disk(byte[] data, byte[] log)
    {
        var disk = new SimulatedDisk(1);
        disk.Overwrite("desk.db", data);
        disk.Overwrite("desk.db-log", log);
        return disk;
    }

    private static LiteDbStore Open(SimulatedDisk disk, string? key) => LiteDbStore.Open(new StoreOptions("desk.db", key) { KeyIterations = 1 }, disk);
}
