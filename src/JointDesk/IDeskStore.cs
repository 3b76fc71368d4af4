using NodaTime;

namespace JointDesk;

/// <summary>
/// Where a desk's state lives. A unit of work is a value: a handler reads, decides, and hands over one <see cref="ChangeSet"/>;
/// no open transaction crosses an await. Strings are compared ordinally; ids have at most 200 bytes, documents at most 1 MiB.
/// </summary>
public interface IDeskStore : IAsyncDisposable
{
    /// <summary>The document, or null where there is none.</summary>
    ValueTask<StoredDocument?> GetAsync(string kind, string id, CancellationToken cancel = default);

    /// <summary>Documents by one index, ordered by (value, id), from <c>From</c> to <c>To</c>, both included; at most 500 at once.</summary>
    ValueTask<IReadOnlyList<IndexedDocument>> QueryAsync(DocumentQuery query, CancellationToken cancel = default);

    /// <summary>
    /// All of it or nothing; durable when it returns <see cref="Committed"/>. Throws <see cref="ArgumentException"/> for an id or a
    /// document above the limits and <see cref="StoreUnavailableException"/> when nothing can be written.
    /// </summary>
    ValueTask<CommitResult> CommitAsync(ChangeSet changes, CancellationToken cancel = default);

    /// <summary>What was kept under a once-key that has not expired, or null.</summary>
    ValueTask<OnceKey?> GetOnceAsync(string key, CancellationToken cancel = default);

    /// <summary>
    /// Takes up to <paramref name="max"/> items that are due, oldest first, for the length of the lease. Whoever settles an item shows
    /// its fence; after the lease the item may be claimed again, under a new fence.
    /// </summary>
    ValueTask<IReadOnlyList<ClaimedItem>> ClaimAsync(string queue, Instant now, int max, Duration lease, CancellationToken cancel = default);

    /// <summary>When the next item of the queue is due (a claimed one: when its lease ends), or null when it is empty.</summary>
    ValueTask<Instant?> NextDueAsync(string queue, CancellationToken cancel = default);

    /// <summary>How many items wait in the queue, and how many were given up.</summary>
    ValueTask<QueueDepth> DepthAsync(string queue, CancellationToken cancel = default);

    /// <summary>Audit entries after <paramref name="afterSequence"/> in order; at most 500 at once.</summary>
    ValueTask<IReadOnlyList<Auditing.AuditEntry>> ReadAuditAsync(long afterSequence, int take, CancellationToken cancel = default);

    /// <summary>The last entry's sequence and hash; sequence 0 and <see cref="Auditing.AuditChain.Genesis"/> while there is none.</summary>
    ValueTask<Auditing.AuditHead> AuditHeadAsync(CancellationToken cancel = default);

    /// <summary>Deletes once-keys that have expired and queue items that were given up before the moment; how many there were.</summary>
    ValueTask<int> SweepAsync(Instant givenUpBefore, CancellationToken cancel = default);

    /// <summary>Whether it can be written now, and if not, why in one line.</summary>
    ValueTask<StoreHealth> HealthAsync(CancellationToken cancel = default);
}

/// <param name="Version">1 at the first put, one more at each further one.</param>
/// <param name="Payload">UTF-8 JSON.</param>
public sealed record StoredDocument(string Kind, string Id, long Version, ReadOnlyMemory<byte> Payload);

/// <summary>A document with the index value it was found by, so that the next page can start after it.</summary>
public sealed record IndexedDocument(IndexValue Value, StoredDocument Document);

/// <summary>One page of documents by one index.</summary>
public sealed record DocumentQuery(string Kind, string Index, IndexValue From, IndexValue To)
{
    /// <summary>The last row of the page before, or null for the first page.</summary>
    public (IndexValue Value, string Id)? After { get; init; }
    public int Take { get; init; } = 500;
}

/// <summary>A number or a text. Numbers sort before texts; instants are UTC ticks.</summary>
public readonly record struct IndexValue(long? Number, string? Text) : IComparable<IndexValue>
{
    public static implicit operator IndexValue(long value) => new(value, null);
    public static implicit operator IndexValue(string value) => new(null, value);
    public static implicit operator IndexValue(Instant value) => new(value.ToUnixTimeTicks(), null);

    public int CompareTo(IndexValue other) => (Number, other.Number) switch
    {
        ({ } a, { } b) => a.CompareTo(b),
        ({ }, null) => -1,
        (null, { }) => 1,
        _ => string.CompareOrdinal(Text, other.Text),
    };
}

public sealed record IndexEntry(string Index, IndexValue Value);

/// <summary>One unit of work: all of it is kept, or nothing.</summary>
public sealed record ChangeSet
{
    public IReadOnlyList<PutDocument> Puts { get; init; } = [];
    public IReadOnlyList<DeleteDocument> Deletes { get; init; } = [];
    public IReadOnlyList<OnceKey> OnceKeys { get; init; } = [];
    public IReadOnlyList<QueuePut> Queued { get; init; } = [];
    public IReadOnlyList<QueueCancel> Cancelled { get; init; } = [];
    public IReadOnlyList<QueueSettle> Settled { get; init; } = [];
    public IReadOnlyList<Auditing.AuditDraft> Audit { get; init; } = [];
}

/// <param name="ExpectedVersion">The version that was read; 0 where the document must not exist yet.</param>
public sealed record PutDocument(string Kind, string Id, long ExpectedVersion, IReadOnlyList<IndexEntry> Indexes, ReadOnlyMemory<byte> Payload);

public sealed record DeleteDocument(string Kind, string Id, long ExpectedVersion);

/// <summary>An id from outside that may come twice, with what was answered to it.</summary>
public sealed record OnceKey(string Key, Instant ExpiresAt, ReadOnlyMemory<byte> Payload);

/// <summary>Puts an item in a queue; one of the same id, claimed or not, is replaced and its fence void.</summary>
public sealed record QueuePut(string Queue, string Id, Instant Due, ReadOnlyMemory<byte> Payload);

/// <summary>Takes an item out of a queue, claimed or not; nothing happens where there is none.</summary>
public sealed record QueueCancel(string Queue, string Id);

/// <summary>Ends a claim. A fence that no longer holds makes the whole change set a <see cref="Conflict"/>.</summary>
public sealed record QueueSettle(string Queue, string Id, long Fence, Settlement How);

public abstract record Settlement
{
    private Settlement() { }

    /// <summary>Done, and gone from the queue.</summary>
    public sealed record Completed : Settlement;

    /// <summary>To be claimed again from <paramref name="At"/> on.</summary>
    public sealed record RetryAt(Instant At) : Settlement;

    /// <summary>Given up; kept for people to look at, never claimed again.</summary>
    public sealed record Dead(string Reason) : Settlement;
}

/// <param name="Fence">Rises with each claim of the queue.</param>
/// <param name="Attempt">1 at the first claim.</param>
public sealed record ClaimedItem(string Queue, string Id, long Fence, int Attempt, Instant Due, ReadOnlyMemory<byte> Payload);

public sealed record QueueDepth(long Waiting, long Dead);

public abstract record CommitResult;

public sealed record Committed : CommitResult;

/// <summary>Someone else was faster: the keys (<c>kind/id</c> or <c>queue/id</c>) whose version or fence no longer holds.</summary>
public sealed record Conflict(IReadOnlyList<string> Keys) : CommitResult;

/// <summary>A once-key of the change set was there already, with this payload. Nothing was written.</summary>
public sealed record Duplicate(OnceKey First) : CommitResult;

/// <param name="Problem">Why nothing can be written, in one English line; null while all is well.</param>
public sealed record StoreHealth(bool Writable, string? Problem);

/// <summary>Nothing can be written now (full disk, failed sync); nothing of the change set was kept.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
