using LiteDB.Engine;
using NodaTime;

namespace JointDesk.Store.LiteDb;

/// <summary>What the store keeps, over one engine; rebuilt with it, so that nothing of a failed transaction is remembered.</summary>
internal sealed class Tables(LiteEngine engine, IClock clock)
{
    /// <summary>For the steps of <see cref="Schema"/> alone.</summary>
    public Rows Rows { get; } = new(engine);

    public DocumentTable Documents => field ??= new DocumentTable(Rows);
    public OnceTable Once => field ??= new OnceTable(Rows, clock);
    public QueueTable Queues => field ??= new QueueTable(Rows, clock);
    public AuditTable Audit => field ??= new AuditTable(Rows);
    public SchemaTable Schema => field ??= new SchemaTable(Rows);

    public long RowsWritten => Rows.Written;

    /// <summary>Looks first and writes after, so that a change set that is refused has written nothing into the group's transaction.</summary>
    public CommitResult Commit(ChangeSet changes)
    {
        foreach (var once in changes.OnceKeys)
        {
            if (Once.Find(once.Key) is { } first)
                return new Duplicate(first);
        }
        var puts = changes.Puts.Select(put => (put, Row: Documents.RowOf(put.Kind, put.Id))).ToList();
        var deletes = changes.Deletes.Select(delete => (delete, Row: Documents.RowOf(delete.Kind, delete.Id))).ToList();
        string[] conflicts =
        [
            .. puts.Where(found => DocumentTable.VersionOf(found.Row) != found.put.ExpectedVersion).Select(found => $"{found.put.Kind}/{found.put.Id}"),
            .. deletes.Where(found => DocumentTable.VersionOf(found.Row) != found.delete.ExpectedVersion).Select(found => $"{found.delete.Kind}/{found.delete.Id}"),
            .. changes.Settled.Where(item => !Queues.Holds(item)).Select(item => $"{item.Queue}/{item.Id}"),
        ];
        if (conflicts.Length > 0)
            return new Conflict(conflicts);
        foreach (var (put, row) in puts)
            Documents.Put(put, row);
        foreach (var (_, row) in deletes)
            Documents.Delete(row);
        Apply(changes);
        return new Committed();
    }

    /// <summary>Settled before queued: a reminder that fires puts its next round under its own id.</summary>
    private void Apply(ChangeSet changes)
    {
        foreach (var once in changes.OnceKeys)
            Once.Put(once);
        foreach (var item in changes.Settled)
            Queues.Settle(item);
        foreach (var item in changes.Cancelled)
            Queues.Remove(item.Queue, item.Id);
        foreach (var item in changes.Queued)
            Queues.Put(item);
        Audit.Append(changes.Audit);
    }
}
