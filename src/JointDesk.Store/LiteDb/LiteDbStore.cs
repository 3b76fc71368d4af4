using JointDesk.Auditing;
using JointDesk.Store.Admin;
using JointDesk.Store.Pages;
using LiteDB;
using NodaTime;

namespace JointDesk.Store.LiteDb;

/// <summary>The store on LiteDB files, made durable by the streams beneath it; see docs/decisions/store.md.</summary>
public sealed partial class LiteDbStore : IDeskStore
{
    /// <summary>LiteDB has 100 transactions; a reader is one.</summary>
    private readonly SemaphoreSlim _readers = new(32);
    private readonly EngineHost _host;
    private readonly Writer _writer;
    private int _closed;
    private volatile string? _damage;

    private readonly StoreDoor? _door;

    private LiteDbStore(EngineHost host, Writer writer)
    {
        (_host, _writer) = (host, writer);
        _door = host.Options.TakesOrders ? new StoreDoor(this, host.Files.Path) : null;
    }

    /// <summary>
    /// Opens the store, or makes a new one. Throws <see cref="StoreRefusedException"/>, with the file untouched, where it is in use,
    /// damaged, foreign, newer or encrypted with another key.
    /// </summary>
    public static LiteDbStore Open(StoreOptions options) => Open(options, new FileDisk());

    internal static LiteDbStore Open(StoreOptions options, IDisk disk)
    {
        try
        {
            var files = StoreFiles.Open(disk, options);
            EngineHost? host = null;
            try
            {
                host = new EngineHost(files, options);
                Schema.Check(host.Tables.Schema, options);
                files.BeginSession();
                Schema.Migrate(host);
                return new LiteDbStore(host, new Writer(host));
            }
            catch
            {
                if (host is null)
                    files.Dispose();
                else
                    host.Dispose();
                throw;
            }
        }
        catch (FileInUseException e)
        {
            throw new StoreRefusedException(e.Message, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreRefusedException($"{options.Path} cannot be opened: {e.Message}", e);
        }
        catch (LiteException e)
        {
            throw new StoreRefusedException($"{options.Path} is whole but cannot be read ({e.Message}); restore a backup.", e);
        }
    }

    public ValueTask<StoredDocument?> GetAsync(string kind, string id, CancellationToken cancel = default) =>
        ReadAsync(tables => tables.Documents.Find(kind, id), cancel);

    public ValueTask<IReadOnlyList<IndexedDocument>> QueryAsync(DocumentQuery query, CancellationToken cancel = default)
    {
        Limits.Check(query);
        return ReadAsync(tables => tables.Documents.Query(query), cancel);
    }

    /// <inheritdoc/>
    /// <remarks>Once begun it is not cancelled: a caller that gives up must not be left guessing.</remarks>
    public async ValueTask<CommitResult> CommitAsync(ChangeSet changes, CancellationToken cancel = default)
    {
        Limits.Check(changes);
        cancel.ThrowIfCancellationRequested();
        return await _writer.WriteAsync(tables => tables.Commit(changes));
    }

    public ValueTask<OnceKey?> GetOnceAsync(string key, CancellationToken cancel = default) => ReadAsync(tables => tables.Once.Find(key), cancel);

    public async ValueTask<IReadOnlyList<ClaimedItem>> ClaimAsync(string queue, Instant now, int max, Duration lease, CancellationToken cancel = default)
    {
        Limits.CheckName(queue, nameof(queue));
        cancel.ThrowIfCancellationRequested();
        // An empty look costs no write: workers ask often.
        if (await NextDueAsync(queue, cancel) is not { } due || due > now)
            return [];
        return await _writer.WriteAsync(tables => tables.Queues.Claim(queue, now, Math.Min(max, Limits.Page), lease));
    }

    public ValueTask<Instant?> NextDueAsync(string queue, CancellationToken cancel = default) => ReadAsync(tables => tables.Queues.NextDue(queue), cancel);

    public ValueTask<QueueDepth> DepthAsync(string queue, CancellationToken cancel = default) => ReadAsync(tables => tables.Queues.Depth(queue), cancel);

    public ValueTask<IReadOnlyList<AuditEntry>> ReadAuditAsync(long afterSequence, int take, CancellationToken cancel = default) =>
        ReadAsync(tables => tables.Audit.Read(afterSequence, take), cancel);

    public ValueTask<AuditHead> AuditHeadAsync(CancellationToken cancel = default) => ReadAsync(tables => tables.Audit.Head, cancel);

    /// <inheritdoc/>
    /// <remarks>In commits of 500, so that others get through.</remarks>
    public async ValueTask<int> SweepAsync(Instant givenUpBefore, CancellationToken cancel = default)
    {
        var swept = 0;
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var gone = await _writer.WriteAsync(tables => tables.Once.Sweep(Limits.Page) is var expired and > 0
                ? expired
                : tables.Queues.Sweep(givenUpBefore, Limits.Page));
            if (gone == 0)
                return swept;
            swept += gone;
        }
    }

    public async ValueTask<StoreHealth> HealthAsync(CancellationToken cancel = default)
    {
        if (_closed != 0)
            return new StoreHealth(false, "The store is closed.");
        var problem = _writer.Problem is null ? null : await _writer.ProbeAsync();
        return new StoreHealth(problem is null, problem ?? _damage);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) != 0)
            return;
        if (_door is not null)
            await _door.DisposeAsync();
        await Task.Run(() =>
        {
            _writer.Dispose();
            try
            {
                _host.Files.EndSession();
            }
            catch (IOException)
            {
                // The header still says that the log counts, which is the truth.
            }
            _host.Dispose();
        });
    }

    /// <summary>What commits tear this often in a row is not torn by chance: an index row without its document, say.</summary>
    private const int MostReads = 50;

    /// <summary>What was read is given out only once it is durable: a power cut must not take back what an officer was shown.</summary>
    private async ValueTask<T> ReadAsync<T>(Func<Tables, T> read, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (_closed != 0)
                throw new StoreUnavailableException("The store is closed.");
            var takenBack = _writer.TakenBack;
            var tables = _host.Tables;
            try
            {
                var found = await ReadOnceAsync(read, cancel);
                await _writer.Durable;
                if (_writer.TakenBack == takenBack)
                    return found;
            }
            catch (TornReadException e)
            {
                if (attempt == MostReads)
                    throw new StoreUnavailableException("The store changes too fast to be read; ask again.", e);
                await Task.Yield();
            }
            catch (LiteException) when (attempt < 3)
            {
                await _writer.ReopenAsync(tables);
            }
            catch (DamagedPageException e)
            {
                _damage = e.Message;
                throw new StoreUnavailableException(e.Message, e);
            }
        }
    }

    private async ValueTask<T> ReadOnceAsync<T>(Func<Tables, T> read, CancellationToken cancel)
    {
        await _readers.WaitAsync(cancel);
        try
        {
            return _host.Read(read);
        }
        finally
        {
            _readers.Release();
        }
    }
}
