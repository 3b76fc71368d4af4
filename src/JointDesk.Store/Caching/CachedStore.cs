using JointDesk.Auditing;
using NodaTime;

namespace JointDesk.Store.Caching;

/// <summary>
/// Gives out documents as they were last read or committed, so that what every turn looks at is not fetched from the file each time.
/// Only for a store that this process has to itself: what another process writes would not be seen.
/// </summary>
/// <param name="mostBytes">Of payloads that are held, about.</param>
public sealed class CachedStore(IDeskStore inner, long mostBytes = 32 << 20) : IDeskStore
{
    private const int Sections = 64;

    private readonly CacheSection[] _sections = [.. Enumerable.Range(0, Sections).Select(_ => new CacheSection(mostBytes / Sections))];

    public async ValueTask<StoredDocument?> GetAsync(string kind, string id, CancellationToken cancel = default)
    {
        var (section, key) = (SectionOf(kind, id), (kind, id));
        if (section.TryFind(key, out var document, out var asOf))
            return document;
        document = await inner.GetAsync(kind, id, cancel);
        section.WasRead(key, document, asOf);
        return document;
    }

    public async ValueTask<CommitResult> CommitAsync(ChangeSet changes, CancellationToken cancel = default)
    {
        var writes = new List<Write>(changes.Puts.Count + changes.Deletes.Count);
        foreach (var put in changes.Puts)
            writes.Add(Begin(put.Kind, put.Id, new StoredDocument(put.Kind, put.Id, put.ExpectedVersion + 1, put.Payload)));
        foreach (var delete in changes.Deletes)
            writes.Add(Begin(delete.Kind, delete.Id, null));
        CommitResult? result = null;
        try
        {
            return result = await inner.CommitAsync(changes, cancel);
        }
        finally
        {
            foreach (var write in writes)
                write.Section.EndWrite(write.Key, write.Document, write.Begun, isKept: result is Committed);
        }
    }

    public ValueTask<IReadOnlyList<IndexedDocument>> QueryAsync(DocumentQuery query, CancellationToken cancel = default) => inner.QueryAsync(query, cancel);

    public ValueTask<OnceKey?> GetOnceAsync(string key, CancellationToken cancel = default) => inner.GetOnceAsync(key, cancel);

    public ValueTask<IReadOnlyList<ClaimedItem>> ClaimAsync(string queue, Instant now, int max, Duration lease, CancellationToken cancel = default) =>
        inner.ClaimAsync(queue, now, max, lease, cancel);

    public ValueTask<Instant?> NextDueAsync(string queue, CancellationToken cancel = default) => inner.NextDueAsync(queue, cancel);

    public ValueTask<QueueDepth> DepthAsync(string queue, CancellationToken cancel = default) => inner.DepthAsync(queue, cancel);

    public ValueTask<IReadOnlyList<AuditEntry>> ReadAuditAsync(long afterSequence, int take, CancellationToken cancel = default) =>
        inner.ReadAuditAsync(afterSequence, take, cancel);

    public ValueTask<AuditHead> AuditHeadAsync(CancellationToken cancel = default) => inner.AuditHeadAsync(cancel);

    public ValueTask<int> SweepAsync(Instant givenUpBefore, CancellationToken cancel = default) => inner.SweepAsync(givenUpBefore, cancel);

    public ValueTask<StoreHealth> HealthAsync(CancellationToken cancel = default) => inner.HealthAsync(cancel);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private Write Begin(string kind, string id, StoredDocument? document)
    {
        var (section, key) = (SectionOf(kind, id), (kind, id));
        return new(section, key, document, section.BeginWrite(key));
    }

    private CacheSection SectionOf(string kind, string id) => _sections[(uint)HashCode.Combine(kind, id) % Sections];

    private readonly record struct Write(CacheSection Section, (string Kind, string Id) Key, StoredDocument? Document, long Begun);
}
