using JointDesk.Server.Settings;
using NodaTime;

namespace JointDesk.Server.Retention;

/// <summary>Forgets what has stayed as long as the settings say, a few times a day.</summary>
internal sealed class RetentionWorker(IDeskStore store, RetentionOptions options, IClock clock, TimeProvider time, ILogger<RetentionWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(6);

    /// <summary>Once, now; how much was forgotten.</summary>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        var now = clock.GetCurrentInstant();
        var forgotten = await store.SweepAsync(Before(options.OutboxDays), cancel);
        if (options.ChatDays is not null)
            forgotten += await new ChatRetention(store).ForgetAsync(Before(options.ChatDays), cancel);
        return forgotten;

        Instant Before(int? days) => days is { } kept ? now - Duration.FromDays(kept) : Instant.MinValue;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            do
            {
                try
                {
                    if (await RunAsync(stoppingToken) is var forgotten and > 0)
                        logger.LogInformation("{Forgotten} entries had stayed as long as they may and are gone", forgotten);
                }
                catch (StoreUnavailableException unavailable)
                {
                    logger.LogWarning("Nothing was forgotten: {Failure}", unavailable.Message);
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }
}
