using JointDesk.Server.Settings;
using JointDesk.Store.Admin;

namespace JointDesk.Server;

/// <summary>
/// Keeps the head of the audit chain in a file outside the store now and then: a chain that was cut off at its end is whole in itself,
/// and only a head kept elsewhere shows the cut.
/// </summary>
internal sealed class AuditHeads(IDeskStore store, StorageOptions options, TimeProvider time, ILogger<AuditHeads> logger) : BackgroundService
{
    private string? last;

    public static string FileOf(StorageOptions options) => Path.GetFullPath(options.AuditHeads.File ?? options.Path + "-audit-heads");

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await KeepAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.AuditHeads.Every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await KeepAsync();
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    private async Task KeepAsync()
    {
        try
        {
            var head = await store.AuditHeadAsync();
            if (head.Hash == last)
                return;
            await AuditCheck.KeepHeadAsync(store, FileOf(options), time.GetUtcNow());
            last = head.Hash;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or StoreUnavailableException)
        {
            logger.LogWarning("The head of the audit chain was not kept: {Failure}", failure.GetType().Name);
        }
    }
}
