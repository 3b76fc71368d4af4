using JointDesk.Auditing;
using NodaTime;

namespace JointDesk.Store.InMemory;

/// <summary>A store that forgets: for tests that need no disk, and the model that the others are compared with.</summary>
public sealed class InMemoryStore(IClock? clock = null) : IDeskStore
{
    private readonly Lock _gate = new();
    private readonly IClock _clock = clock ?? SystemClock.Instance;
    private readonly MemoryDocuments _documents = new();
    private readonly Dictionary<string, OnceKey> _once = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MemoryQueue> _queues = new(StringComparer.Ordinal);
    private readonly List<AuditEntry> _audit = [];

    private AuditHead Head => _audit is [.., var last] ? new AuditHead(last.Sequence, last.Hash) : new AuditHead(0, AuditChain.Genesis);

    public ValueTask<StoredDocument?> GetAsync(string kind, string id, CancellationToken cancel = default)
    {
        lock (_gate)
            return ValueTask.FromResult(_documents.Find(kind, id));
    }

    public ValueTask<IReadOnlyList<IndexedDocument>> QueryAsync(DocumentQuery query, CancellationToken cancel = default)
    {
        Limits.Check(query);
        lock (_gate)
            return ValueTask.FromResult(_documents.Query(query));
    }

    public ValueTask<CommitResult> CommitAsync(ChangeSet changes, CancellationToken cancel = default)
    {
        Limits.Check(changes);
        cancel.ThrowIfCancellationRequested();
        lock (_gate)
            return ValueTask.FromResult(Commit(changes));
    }

    public ValueTask<OnceKey?> GetOnceAsync(string key, CancellationToken cancel = default)
    {
        lock (_gate)
            return ValueTask.FromResult(FindOnce(key));
    }

    public ValueTask<IReadOnlyList<ClaimedItem>> ClaimAsync(string queue, Instant now, int max, Duration lease, CancellationToken cancel = default)
    {
        lock (_gate)
            return ValueTask.FromResult(Queue(queue).Claim(now, Math.Min(max, Limits.Page), lease));
    }

    public ValueTask<Instant?> NextDueAsync(string queue, CancellationToken cancel = default)
    {
        lock (_gate)
            return ValueTask.FromResult(Queue(queue).NextDue);
    }

    public ValueTask<QueueDepth> DepthAsync(string queue, CancellationToken cancel = default)
    {
        lock (_gate)
            return ValueTask.FromResult(Queue(queue).Depth);
    }

    public ValueTask<IReadOnlyList<AuditEntry>> ReadAuditAsync(long afterSequence, int take, CancellationToken cancel = default)
    {
        lock (_gate)
        {
            IReadOnlyList<AuditEntry> page = [.. _audit.Skip((int)Math.Max(0, afterSequence)).Take(Math.Min(take, Limits.Page))];
            return ValueTask.FromResult(page);
        }
    }

    public ValueTask<AuditHead> AuditHeadAsync(CancellationToken cancel = default)
    {
        lock (_gate)
            return ValueTask.FromResult(Head);
    }

    public ValueTask<int> SweepAsync(Instant givenUpBefore, CancellationToken cancel = default)
    {
        lock (_gate)
        {
            var expired = _once.Keys.Where(key => FindOnce(key) is null).ToList();
            expired.ForEach(key => _once.Remove(key));
            return ValueTask.FromResult(expired.Count + _queues.Values.Sum(queue => queue.Sweep(givenUpBefore)));
        }
    }

    public ValueTask<StoreHealth> HealthAsync(CancellationToken cancel = default) => ValueTask.FromResult(new StoreHealth(true, null));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private CommitResult Commit(ChangeSet changes)
    {
        foreach (var once in changes.OnceKeys)
        {
            if (FindOnce(once.Key) is { } first)
                return new Duplicate(first);
        }
        string[] conflicts =
        [
            .. changes.Puts.Where(put => _documents.VersionOf(put.Kind, put.Id) != put.ExpectedVersion).Select(put => $"{put.Kind}/{put.Id}"),
            .. changes.Deletes.Where(delete => _documents.VersionOf(delete.Kind, delete.Id) != delete.ExpectedVersion)
                .Select(delete => $"{delete.Kind}/{delete.Id}"),
            .. changes.Settled.Where(item => !Queue(item.Queue).Holds(item.Id, item.Fence)).Select(item => $"{item.Queue}/{item.Id}"),
        ];
        if (conflicts.Length > 0)
            return new Conflict(conflicts);
        Apply(changes);
        return new Committed();
    }

    private void Apply(ChangeSet changes)
    {
        foreach (var put in changes.Puts)
            _documents.Put(put);
        foreach (var delete in changes.Deletes)
            _documents.Delete(delete.Kind, delete.Id);
        foreach (var once in changes.OnceKeys)
            _once[once.Key] = once with { Payload = once.Payload.ToArray() };
        foreach (var item in changes.Settled)
            Queue(item.Queue).Settle(item.Id, item.How, _clock.GetCurrentInstant());
        foreach (var item in changes.Cancelled)
            Queue(item.Queue).Remove(item.Id);
        foreach (var item in changes.Queued)
            Queue(item.Queue).Put(item);
        foreach (var draft in changes.Audit)
            _audit.Add(AuditChain.Link(Head, draft));
    }

    private OnceKey? FindOnce(string key) =>
        _once.TryGetValue(key, out var once) && once.ExpiresAt > _clock.GetCurrentInstant() ? once : null;

    private MemoryQueue Queue(string name)
    {
        Limits.CheckName(name, "queue");
        return _queues.TryGetValue(name, out var queue) ? queue : _queues[name] = new MemoryQueue(name);
    }
}
