using JointDesk.Auditing;
using JointDesk.Store;
using JointDesk.Store.LiteDb;
using NodaTime;

namespace JointDesk.Benchmarks.Store;

/// <summary>The desk's store.</summary>
internal sealed class OwnStore(string path, string? key) : IContender
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 0, 0);
    private readonly LiteDbStore store = LiteDbStore.Open(new StoreOptions(path, key));

    public async Task CommitAsync(int writer, int number)
    {
        var result = await store.CommitAsync(new ChangeSet
        {
            Puts = [new PutDocument("meeting", $"w{writer}", number, [new IndexEntry("number", number)], new byte[300])],
            Queued = [new QueuePut("outbox", $"w{writer}", Now, new byte[100])],
            Audit = [new AuditDraft(Now, "desk", "Measured", $"w{writer}", [], "{}")],
        });
        if (result is not Committed)
            throw new InvalidOperationException($"Unit {number} of writer {writer} was not kept: {result}.");
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();
}
