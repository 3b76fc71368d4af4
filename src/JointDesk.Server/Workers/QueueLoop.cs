using System.Threading.Channels;
using JointDesk.Server.Channels;
using NodaTime;

namespace JointDesk.Server.Workers;

/// <summary>
/// Works through one queue, oldest first, one item at a time; sleeps until the next one is due and wakes when something may have
/// become due. What fails is tried again later and later, and is given up with its reason in the end.
/// </summary>
internal sealed class QueueLoop(IDeskStore store, IClock clock, TimeProvider time, ILogger logger, string queue, Func<ClaimedItem, CancellationToken, Task> handle)
{
    public const int MostAttempts = 8;

    private const int Batch = 50;
    private static readonly Duration Lease = Duration.FromMinutes(2);
    private static readonly Duration LongestWait = Duration.FromMinutes(10);

    /// <summary>A safety net: the machine's clock may be set, and another desk may work on the same store.</summary>
    private static readonly Duration LongestSleep = Duration.FromSeconds(20);

    private readonly KeyedLocks pass = new();
    private readonly Channel<bool> awake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Wake() => awake.Writer.TryWrite(true);

    /// <summary>Handles all that is due now, waiting for a pass that is under way. Returns how many items it took.</summary>
    public async Task<int> RunUntilIdleAsync(CancellationToken cancel)
    {
        using var own = await pass.EnterAsync(queue, cancel);
        for (var taken = 0; ;)
        {
            var count = await TakeAsync(clock.GetCurrentInstant(), cancel);
            if (count == 0)
                return taken;
            taken += count;
        }
    }

    /// <summary>Handles what will be due soon, each item once: at the start, when nobody else can be at work on it.</summary>
    public async Task RunAheadAsync(Duration by, CancellationToken cancel)
    {
        using var own = await pass.EnterAsync(queue, cancel);
        await TakeAsync(clock.GetCurrentInstant() + by, cancel);
    }

    /// <summary>Works until the host stops.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await RunUntilIdleAsync(cancel);
                await SleepAsync(cancel);
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                logger.LogError("The queue {Queue} rests: {Failure}", queue, failure.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(2), time, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<int> TakeAsync(Instant due, CancellationToken cancel)
    {
        var items = await store.ClaimAsync(queue, due, Batch, Lease, cancel);
        foreach (var item in items)
            await HandleAsync(item, cancel);
        return items.Count;
    }

    /// <summary>Ends a claim on its own, where the work itself could not do it in its commit. A fence that no longer holds means that it is no longer ours.</summary>
    public async Task SettleAsync(ClaimedItem item, Settlement how, CancellationToken cancel) =>
        await store.CommitAsync(new ChangeSet { Settled = [new QueueSettle(queue, item.Id, item.Fence, how)] }, cancel);

    private async Task SleepAsync(CancellationToken cancel)
    {
        var due = await store.NextDueAsync(queue, cancel) is { } next ? next - clock.GetCurrentInstant() : LongestSleep;
        var sleep = Duration.Max(Duration.FromMilliseconds(5), Duration.Min(due, LongestSleep));
        using var alarm = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var rest = Task.Delay(sleep.ToTimeSpan(), time, alarm.Token);
        await Task.WhenAny(rest, awake.Reader.WaitToReadAsync(alarm.Token).AsTask());
        await alarm.CancelAsync();
        awake.Reader.TryRead(out _);
    }

    private async Task HandleAsync(ClaimedItem item, CancellationToken cancel)
    {
        try
        {
            await handle(item, cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            throw;
        }
        catch (StoreUnavailableException)
        {
            // Nothing can be settled either: the lease ends by itself.
            throw;
        }
        catch (Exception failure)
        {
            await FailedAsync(item, failure, cancel);
        }
    }

    private async Task FailedAsync(ClaimedItem item, Exception failure, CancellationToken cancel)
    {
        var reason = failure is GivenUpException or TryLaterException ? failure.Message : failure.GetType().Name;
        if (failure is GivenUpException || item.Attempt >= MostAttempts)
        {
            logger.LogError("{Queue} item {Item} was given up after {Attempts} attempts: {Reason}", queue, item.Id, item.Attempt, reason);
            await SettleAsync(item, new Settlement.Dead(reason), cancel);
            return;
        }
        var wait = (failure as TryLaterException)?.After ?? Duration.Min(Duration.FromSeconds(Math.Pow(2, item.Attempt)), LongestWait);
        logger.LogWarning("{Queue} item {Item} failed at attempt {Attempt} and is tried again: {Reason}", queue, item.Id, item.Attempt, reason);
        await SettleAsync(item, new Settlement.RetryAt(clock.GetCurrentInstant() + wait), cancel);
    }
}

/// <summary>It will never work: the item is given up at once. The message holds ids only.</summary>
internal sealed class GivenUpException(string reason) : Exception(reason);

/// <summary>It may work later; <paramref name="after"/> null leaves the time to the loop. The message holds ids only.</summary>
internal sealed class TryLaterException(string reason, Duration? after = null) : Exception(reason)
{
    public Duration? After => after;
}
