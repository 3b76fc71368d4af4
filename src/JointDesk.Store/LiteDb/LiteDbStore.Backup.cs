using JointDesk.Auditing;
using JointDesk.Store.Pages;

namespace JointDesk.Store.LiteDb;

public sealed partial class LiteDbStore
{
    private readonly SemaphoreSlim _oneBackup = new(1);

    /// <summary>
    /// Writes a copy of the store as it is now, while others go on reading and writing, encrypted like the store, read back and
    /// compared before it takes its name. Throws <see cref="StoreRefusedException"/> where it cannot be made.
    /// </summary>
    /// <remarks>
    /// A checkpoint brings all that is confirmed into the data file; from then on that file is held still, and commits go to the log
    /// alone, until the copy is done. Writers wait for the one checkpoint, however large the store.
    /// </remarks>
    public async Task BackupAsync(string path, CancellationToken cancel = default)
    {
        if (_host.Files.Disk.Exists(path))
            throw new StoreRefusedException($"{path} is there already; name another file.");
        await _oneBackup.WaitAsync(cancel);
        try
        {
            var (count, head) = await _writer.BetweenGroupsAsync(Hold);
            try
            {
                await Task.Run(() => Copy(path, count, head, cancel), cancel);
            }
            finally
            {
                await _writer.BetweenGroupsAsync(Release);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DamagedPageException)
        {
            throw new StoreRefusedException($"The backup {path} was not made: {e.Message}", e);
        }
        finally
        {
            _oneBackup.Release();
        }
    }

    private static (long Count, AuditHead Head) Hold(EngineHost host)
    {
        host.Checkpoint();
        host.DataFileHeld = true;
        return (host.Files.Pages.Count, host.Tables.Audit.Head);
    }

    /// <summary>The next checkpoint brings what was held back.</summary>
    private static bool Release(EngineHost host) => host.DataFileHeld = false;

    private void Copy(string path, long count, AuditHead head, CancellationToken cancel)
    {
        var files = _host.Files;
        StoreCopy.Write(files.Disk, files.Pages, count, path, files.Header with { Closed = true }, files.Seal, engine =>
        {
            var copied = new Tables(engine, _host.Options.Clock).Audit.Head;
            if (copied != head)
                throw new IOException($"read back, its audit ends at entry {copied.Sequence}, not {head.Sequence}");
        }, cancel);
    }
}
