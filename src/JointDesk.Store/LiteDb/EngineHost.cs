using JointDesk.Store.Pages;
using LiteDB;
using LiteDB.Engine;

namespace JointDesk.Store.LiteDb;

/// <summary>
/// One LiteDB engine over the two streams, and the moments at which the disk is touched: a group is appended to the log and synced,
/// a checkpoint writes the data file. All but <see cref="Read"/> belongs to the writer's thread: a LiteDB transaction is bound to it.
/// </summary>
internal sealed class EngineHost : IDisposable
{
    /// <summary>What a checkpoint may leave in memory while it cannot reach the disk, a full one or one being backed up.</summary>
    private const int StagedPagesAtMost = 64 * 1024;

    private readonly StoreFiles _files;
    private readonly StoreOptions _options;
    private readonly ReaderWriterLockSlim _engineGate = new();
    private LiteEngine _engine;
    private Tables _tables;

    public EngineHost(StoreFiles files, StoreOptions options)
    {
        (_files, _options) = (files, options);
        (_engine, _tables) = NewEngine();
    }

    public Tables Tables => _tables;
    public StoreFiles Files => _files;
    public StoreOptions Options => _options;

    /// <summary>While true, the data file is not written: a backup reads it. The log grows meanwhile.</summary>
    public bool DataFileHeld { get; set; }

    /// <summary>On the caller's thread from beginning to end: LiteDB's read transaction belongs to it.</summary>
    public T Read<T>(Func<Tables, T> read)
    {
        _engineGate.EnterReadLock();
        try
        {
            return read(_tables);
        }
        finally
        {
            _engineGate.ExitReadLock();
        }
    }

    /// <summary>One transaction, durable when it returns. After an exception <see cref="Reopen"/> comes before all else.</summary>
    public void Commit(Action<Tables> units)
    {
        var before = _tables.RowsWritten;
        _engine.BeginTrans();
        units(_tables);
        _tables.Queues.WriteBack();
        _engine.Commit();
        // A transaction without a changed page writes nothing to the log, and there is nothing to wait for.
        if (_tables.RowsWritten == before)
            return;
        _files.Log.Append(_files.LiteLog.WaitForCommit());
        _files.LiteLog.MarkSynced();
    }

    /// <summary>Drops what was not confirmed, on the disk too: LiteDB's memory may hold half of it, so the engine is made anew.</summary>
    public void Reopen()
    {
        _engineGate.EnterWriteLock();
        try
        {
            DisposeEngine();
            foreach (var page in _files.LiteLog.TakeSynced())
                _files.Data.Stage(LitePage.NumberOf(page), LitePage.ForDataFile(page));
            (_engine, _tables) = NewEngine();
        }
        finally
        {
            _engineGate.ExitWriteLock();
        }
    }

    public bool WantsCheckpoint => _files.LiteLog.Length > _options.CheckpointBytes;

    /// <summary>Empties LiteDB's log into memory and, unless the data file is held, memory into the data file.</summary>
    public void Checkpoint()
    {
        _engine.Checkpoint();
        if (!DataFileHeld)
            _files.Checkpoint();
        else if (_files.Data.StagedPages > StagedPagesAtMost)
            throw new IOException("the backup takes longer than the changes can be held in memory");
    }

    public void Dispose()
    {
        DisposeEngine();
        _engineGate.Dispose();
        _files.Dispose();
    }

    private (LiteEngine, Tables) NewEngine()
    {
        // Without a TempStream LiteDB would sort in a file of its own, unencrypted, beside nothing.
        var engine = new LiteEngine(new EngineSettings
        {
            DataStream = _files.Data,
            LogStream = _files.LiteLog,
            TempStream = new MemoryStream(),
            Collation = Collation.Binary,
        });
        return (engine, new Tables(engine, _options.Clock));
    }

    /// <summary>A broken engine may throw while it closes; it holds nothing that is needed.</summary>
    private void DisposeEngine()
    {
        try
        {
            _engine.Dispose();
        }
        catch (Exception e) when (e is LiteException or InvalidOperationException or NullReferenceException or AggregateException or SynchronizationLockException)
        {
        }
    }
}
