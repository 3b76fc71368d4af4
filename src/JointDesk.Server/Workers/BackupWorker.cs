using JointDesk.Server.Settings;
using JointDesk.Store;
using JointDesk.Store.Admin;
using JointDesk.Store.LiteDb;

namespace JointDesk.Server.Workers;

/// <summary>Makes backups by schedule. The newest file in the folder tells when the next is due, so that a restart neither skips one nor makes one too many.</summary>
internal sealed class BackupWorker(LiteDbStore store, BackupOptions options, TimeProvider time, ILogger<BackupWorker> logger) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(10);

    /// <summary>Why the last one was not made, in one line; null while all is well.</summary>
    public string? Problem { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Folder is not { } folder)
            return;
        try
        {
            for (var due = Next(folder); ;)
            {
                var wait = due - time.GetUtcNow();
                if (wait > TimeSpan.Zero)
                    await Task.Delay(wait, time, stoppingToken);
                due = time.GetUtcNow() + (await TryAsync(folder, stoppingToken) || AfterFailure > options.Every ? options.Every : AfterFailure);
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    private DateTimeOffset Next(string folder) => BackupFolder.Newest(folder) is { } last ? last + options.Every : time.GetUtcNow();

    private async Task<bool> TryAsync(string folder, CancellationToken cancel)
    {
        try
        {
            var made = await BackupFolder.AddAsync(store, folder, time.GetUtcNow(), options.Keep, cancel);
            Problem = null;
            logger.LogInformation("Backed up to {File}", made);
            return true;
        }
        catch (Exception failure) when (failure is StoreRefusedException or StoreUnavailableException or IOException or UnauthorizedAccessException)
        {
            Problem = failure.Message.ReplaceLineEndings(" ");
            logger.LogError("No backup was made: {Problem}", Problem);
            return false;
        }
    }
}
