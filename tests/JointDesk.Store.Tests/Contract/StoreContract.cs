using System.Text;
using JointDesk.Auditing;
using NodaTime;
using NodaTime.Testing;

namespace JointDesk.Store.Tests.Contract;

/// <summary>What every store does: each sentence of the seam as a test. The parts lie in the files beside this one.</summary>
public abstract partial class StoreContract : IAsyncLifetime
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 24, 12, 0);
    private static readonly Duration Lease = Duration.FromMinutes(1);

    private IDeskStore _store = null!;

    protected FakeClock Clock { get; } = new(Noon);

    public async ValueTask InitializeAsync() => _store = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Clean();
        GC.SuppressFinalize(this);
    }

    protected abstract ValueTask<IDeskStore> OpenAsync();

    /// <summary>The same store closed and opened again.</summary>
    protected abstract ValueTask<IDeskStore> ReopenAsync(IDeskStore store);

    protected virtual void Clean() { }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static PutDocument Put(string id, long expected, string payload = "{}", params IndexEntry[] indexes) =>
        new("meeting", id, expected, indexes, Bytes(payload));

    private static AuditDraft Draft(string subject) => new(Noon, "wang.fang", "MeetingConvened", subject, ["lj-cid", "yn-cid"], """{"id":"x"}""");

    private ValueTask<CommitResult> Commit(params PutDocument[] puts) => _store.CommitAsync(new ChangeSet { Puts = puts });

    private async Task MustCommit(ChangeSet changes) => Assert.IsType<Committed>(await _store.CommitAsync(changes));

    private Task MustCommit(params PutDocument[] puts) => MustCommit(new ChangeSet { Puts = puts });
}

public sealed class InMemoryStoreTests : StoreContract
{
    protected override ValueTask<IDeskStore> OpenAsync() => ValueTask.FromResult<IDeskStore>(new InMemory.InMemoryStore(Clock));

    protected override ValueTask<IDeskStore> ReopenAsync(IDeskStore store) => ValueTask.FromResult(store);
}

public class LiteDbStoreTests : StoreContract
{
    private readonly TemporaryFolder _folder = new();

    protected virtual string? Key => null;

    protected override ValueTask<IDeskStore> OpenAsync() =>
        ValueTask.FromResult<IDeskStore>(LiteDb.LiteDbStore.Open(new StoreOptions(_folder.File("desk.db"), Key) { Clock = Clock }));

    protected override async ValueTask<IDeskStore> ReopenAsync(IDeskStore store)
    {
        await store.DisposeAsync();
        return await OpenAsync();
    }

    protected override void Clean() => _folder.Dispose();
}

public sealed class EncryptedLiteDbStoreTests : LiteDbStoreTests
{
    protected override string? Key => "a passphrase of the desk office";
}

/// <summary>On a disk in memory, whose power goes between closing and opening: only what was synced is there then.</summary>
public sealed class SimulatedDiskStoreTests : StoreContract
{
    private Faults.SimulatedDisk _disk = new(1);

    protected override ValueTask<IDeskStore> OpenAsync() =>
        ValueTask.FromResult<IDeskStore>(LiteDb.LiteDbStore.Open(new StoreOptions("desk.db") { Clock = Clock }, _disk));

    protected override async ValueTask<IDeskStore> ReopenAsync(IDeskStore store)
    {
        _disk.CutAt = 0;
        await store.DisposeAsync();
        _disk = _disk.AfterPowerCut(1);
        return await OpenAsync();
    }
}

public sealed class CachedLiteDbStoreTests : LiteDbStoreTests
{
    protected override async ValueTask<IDeskStore> OpenAsync() => new Caching.CachedStore(await base.OpenAsync());
}

/// <summary>A cache that holds next to nothing, so that it forgets all the time.</summary>
public sealed class ForgetfulCachedStoreTests : StoreContract
{
    protected override ValueTask<IDeskStore> OpenAsync() => ValueTask.FromResult<IDeskStore>(new Caching.CachedStore(new InMemory.InMemoryStore(Clock), 64 * 300));

    protected override ValueTask<IDeskStore> ReopenAsync(IDeskStore store) => ValueTask.FromResult(store);
}
