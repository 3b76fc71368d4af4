using System.Collections.Concurrent;
using System.Diagnostics;
using JointDesk.Store.Pages;

namespace JointDesk.Store.LiteDb;

/// <summary>
/// The one thread that writes. It joins what waits, up to 64 units, into one transaction with one sync, and tells the callers when
/// that sync is done (group commit). An error ends writing until the disk proves itself again: a sync is never tried twice, as the
/// second may succeed over pages that the first has lost.
/// </summary>
internal sealed class Writer : IDisposable
{
    private const int GroupSize = 64;
    private const int ProbeBytes = 1 << 20;

    private readonly BlockingCollection<object> _inbox = [];
    private readonly EngineHost _host;
    private readonly Thread _thread;
    private long _probed;
    private volatile string? _problem;
    private volatile Task _durable = Task.CompletedTask;
    private volatile int _takenBack;

    public Writer(EngineHost host)
    {
        _host = host;
        _thread = new Thread(Run) { IsBackground = true, Name = "JointDesk store writer" };
        _thread.Start();
    }

    /// <summary>Why nothing can be written, or null.</summary>
    public string? Problem => _problem;

    /// <summary>Ends once all that a reader may have seen by now is on the disk or was taken back.</summary>
    public Task Durable => _durable;

    /// <summary>How often what readers could see was taken back: one that sees it change reads again.</summary>
    public int TakenBack => _takenBack;

    public Task<T> WriteAsync<T>(Func<Tables, T> unit)
    {
        var request = new WriteRequest<T>(unit);
        Post(request);
        return request.Done;
    }

    /// <summary>Runs something between two groups.</summary>
    public Task<T> BetweenGroupsAsync<T>(Func<EngineHost, T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(() =>
        {
            try
            {
                done.SetResult(work(_host));
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        });
        return done.Task;
    }

    /// <summary>LiteDB closes its engine on some errors of a reader; the others need a new one.</summary>
    public Task<bool> ReopenAsync(Tables broken) => BetweenGroupsAsync(host =>
    {
        if (host.Tables == broken)
            Reopen();
        return true;
    });

    /// <summary>Has the disk looked at again, unless that was done a moment ago.</summary>
    public Task<string?> ProbeAsync() => BetweenGroupsAsync(_ =>
    {
        TryHeal();
        return _problem;
    });

    public void Dispose()
    {
        _inbox.CompleteAdding();
        _thread.Join();
        _inbox.Dispose();
    }

    private void Post(object work)
    {
        try
        {
            _inbox.Add(work);
        }
        catch (Exception e) when (e is InvalidOperationException or ObjectDisposedException)
        {
            throw new StoreUnavailableException("The store is closed.", e);
        }
    }

    private void Run()
    {
        TryCheckpoint(always: true);
        var group = new List<WriteRequest>(GroupSize);
        foreach (var first in _inbox.GetConsumingEnumerable())
        {
            var next = first;
            do
            {
                if (next is Action work)
                {
                    Write(group);
                    work();
                }
                else
                {
                    group.Add((WriteRequest)next);
                }
            }
            while (group.Count < GroupSize && _inbox.TryTake(out next!));
            Write(group);
            TryCheckpoint(always: false);
        }
        TryCheckpoint(always: true);
    }

    private void Write(List<WriteRequest> group)
    {
        if (group.Count == 0)
            return;
        var failure = TryHeal() ? TryWrite(group) : Unavailable(null);
        // One unit that throws must not take the others with it: alone, each gets its own answer.
        if (failure is not null and not StoreUnavailableException && group.Count > 1)
        {
            foreach (var request in group)
                Write([request]);
        }
        else
        {
            foreach (var request in group)
            {
                if (failure is null)
                    request.Complete();
                else
                    request.Fail(failure is DamagedPageException ? new StoreUnavailableException(failure.Message, failure) : failure);
            }
        }
        group.Clear();
    }

    private Exception? TryWrite(List<WriteRequest> group)
    {
        var durable = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            _host.Commit(tables =>
            {
                group.ForEach(request => request.Apply(tables));
                // From here on readers may see it; until now none had to wait.
                _durable = durable.Task;
            });
            return null;
        }
        catch (Exception e)
        {
            _takenBack++;
            if (IsDiskError(e))
                Stop(e);
            Reopen();
            return IsDiskError(e) ? Unavailable(e) : e;
        }
        finally
        {
            durable.SetResult();
        }
    }

    /// <summary>Where even that fails, nothing is left but to start the process anew, which reads all of it from the disk.</summary>
    private void Reopen()
    {
        try
        {
            _host.Reopen();
        }
        catch (Exception e)
        {
            Stop(e);
        }
    }

    /// <summary>A checkpoint that fails loses nothing: the log and the memory still hold all of it.</summary>
    private void TryCheckpoint(bool always)
    {
        if (_problem is not null || (!always && !_host.WantsCheckpoint))
            return;
        try
        {
            _host.Checkpoint();
        }
        catch (Exception e)
        {
            if (IsDiskError(e))
                Stop(e);
            else
                Reopen();
        }
    }

    private bool TryHeal()
    {
        if (_problem is null)
            return true;
        if (Stopwatch.GetElapsedTime(_probed) < _host.Options.BetweenProbes)
            return false;
        _probed = Stopwatch.GetTimestamp();
        try
        {
            _host.Files.Log.Probe(ProbeBytes);
            _host.Checkpoint();
            _problem = null;
            _host.Options.Report?.Invoke($"{_host.Files.Path}: the store can be written again.");
            return true;
        }
        catch (Exception e)
        {
            _problem = Describe(e);
            return false;
        }
    }

    private static bool IsDiskError(Exception e) => e is IOException or UnauthorizedAccessException;

    private void Stop(Exception e)
    {
        _probed = Stopwatch.GetTimestamp();
        _problem = Describe(e);
        _host.Options.Report?.Invoke(_problem);
    }

    private string Describe(Exception e) =>
        $"The store {_host.Files.Path} cannot be written ({e.Message.TrimEnd('.')}); reading goes on, and writing does once the disk takes it.";

    private StoreUnavailableException Unavailable(Exception? inner) => new(_problem ?? "The store cannot be written.", inner);
}
