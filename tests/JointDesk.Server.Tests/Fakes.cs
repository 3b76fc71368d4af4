using System.Collections.Concurrent;
using JointDesk.Auditing;
using JointDesk.Cases;
using JointDesk.Talk;
using NodaTime;

namespace JointDesk.Server.Tests;

/// <summary>Says back what it heard.</summary>
internal sealed class Echo : IReceptionist
{
    public ConcurrentQueue<Turn> Turns { get; } = new();

    /// <summary>Thrown in the place of an answer, as often as said.</summary>
    public int Failures { get; set; }

    public ValueTask<Reply> HandleAsync(Turn turn, CancellationToken cancel = default)
    {
        Turns.Enqueue(turn);
        if (Failures-- > 0)
            throw new InvalidOperationException("as the test wants it");
        var personal = turn.Text?.Contains("whisper", StringComparison.Ordinal) == true ? new[] { new Message("whispered") } : [];
        return ValueTask.FromResult(new Reply([new Message("heard: " + (turn.Text ?? turn.Form?.ToJsonString()))], personal) { Language = "en" });
    }
}

/// <summary>Words every notice by its name and for whom.</summary>
internal sealed class NamedNotices : INoticeWording
{
    public ValueTask<Message?> WordAsync(Notice notice, Viewer viewer, string language, CancellationToken cancel = default) =>
        ValueTask.FromResult<Message?>(new Message($"{notice.GetType().Name} {language}"));
}

/// <summary>A store whose commits fail when a test says so: before they are written, or after, as a crash would have it.</summary>
internal sealed class FailingStore(IDeskStore inner) : IDeskStore
{
    public Func<ChangeSet, bool> FailsBefore { get; set; } = _ => false;
    public Func<ChangeSet, bool> FailsAfter { get; set; } = _ => false;

    public async ValueTask<CommitResult> CommitAsync(ChangeSet changes, CancellationToken cancel = default)
    {
        if (FailsBefore(changes))
            throw new StoreUnavailableException("before");
        var result = await inner.CommitAsync(changes, cancel);
        return FailsAfter(changes) ? throw new StoreUnavailableException("after") : result;
    }

    public ValueTask<StoredDocument?> GetAsync(string kind, string id, CancellationToken cancel = default) => inner.GetAsync(kind, id, cancel);
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
}
