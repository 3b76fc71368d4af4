using System.Collections.Concurrent;
using System.Threading.Channels;
using JointDesk.Server.Channels;
using NodaTime;

namespace JointDesk.Server.Workers;

/// <summary>
/// Works through one queue, oldest first; sleeps until the next item is due and wakes when something may have become due. What fails is
/// tried again later and later, and is given up with its reason in the end. Without lanes items are handled one after the other. With
/// them the items of one lane are, and those behind one that failed wait with it; a slow lane holds up no other.
/// </summary>
internal sealed class QueueLoop(IDeskStore store, IClock clock, TimeProvider time, ILogger logger, string queue, Func<ClaimedItem, CancellationToken, Task> handle)
{
    public const int FewAttempts = 8;

    private const int Batch = 50;

    /// <summary>Of what a desk that was cut off has left claimed, the most that one claim gives; the rest waits for its lease.</summary>
    private const int MostAhead = 500;
    private const int MostHeld = 1000;
    public static readonly Duration Lease = Duration.FromMinutes(2);
    private static readonly Duration LongestWait = Duration.FromMinutes(10);

    /// <summary>A safety net: the machine's clock may be set, and another desk may work on the same store.</summary>
    private static readonly Duration LongestSleep = Duration.FromSeconds(20);

    private readonly KeyedLocks pass = new();
    private readonly Channel<bool> awake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Lanes lanes = new();

    /// <summary>Items in a lane, under the fence of their latest claim: one that waits longer than its lease is claimed anew.</summary>
    private readonly ConcurrentDictionary<string, ClaimedItem> held = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Instant> blocked = new(StringComparer.Ordinal);

    /// <summary>Which items must not overtake each other.</summary>
    public Func<ClaimedItem, string>? LaneOf { get; init; }

    /// <summary>After so many tries of its own an item is given up.</summary>
    public int MostAttempts { get; init; } = FewAttempts;

    public void Wake() => awake.Writer.TryWrite(true);

    /// <summary>Handles all that is due now, to the end, waiting for a pass that is under way. Returns how many items it took.</summary>
    public async Task<int> RunUntilIdleAsync(CancellationToken cancel)
    {
        using var own = await pass.EnterAsync(queue, cancel);
        for (var taken = 0; ;)
        {
            var count = await TakeAsync(clock.GetCurrentInstant(), cancel);
            await lanes.Idle.WaitAsync(cancel);
            if (count == 0)
                return taken;
            taken += count;
        }
    }

    /// <summary>Begins with what will be due soon: at the start, when nobody else can be at work on it.</summary>
    /// <returns>Ends when it is begun, not when it is done: a slow channel must not hold up the start.</returns>
    public async Task BeginAheadAsync(Duration by, CancellationToken cancel)
    {
        using var own = await pass.EnterAsync(queue, cancel);
        await TakeAsync(clock.GetCurrentInstant() + by, cancel, MostAhead);
    }

    /// <summary>The same, to the end.</summary>
    public async Task RunAheadAsync(Duration by, CancellationToken cancel)
    {
        await BeginAheadAsync(by, cancel);
        await lanes.Idle.WaitAsync(cancel);
    }

    /// <summary>
    /// Handles at once what its caller has just queued to be due later, so that it need not be claimed; only a process that dies
    /// meanwhile leaves it to the next one.
    /// </summary>
    public void Begin(QueuePut put, CancellationToken cancel) => Hold(new ClaimedItem(queue, put.Id, 0, 1, put.Due, put.Payload), cancel);

    /// <summary>Works until the host stops.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await PassAsync(cancel);
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

    /// <summary>Ends a claim on its own, where the work itself could not do it in its commit. A fence that no longer holds means that it is no longer ours.</summary>
    /// <param name="with">What is committed besides.</param>
    public async Task SettleAsync(ClaimedItem item, Settlement how, CancellationToken cancel, ChangeSet? with = null)
    {
        var fence = held.GetValueOrDefault(item.Id, item).Fence;
        var changes = with ?? new ChangeSet();
        // One that was never claimed goes back to be claimed: what cannot be done is given up then.
        changes = how switch
        {
            _ when fence > 0 => changes with { Settled = [new QueueSettle(queue, item.Id, fence, how)] },
            Settlement.Completed => changes with { Cancelled = [new QueueCancel(queue, item.Id)] },
            Settlement.RetryAt retry => changes with { Queued = [new QueuePut(queue, item.Id, retry.At, item.Payload)] },
            _ => changes with { Queued = [new QueuePut(queue, item.Id, clock.GetCurrentInstant(), item.Payload)] },
        };
        await store.CommitAsync(changes, cancel);
    }

    private async Task PassAsync(CancellationToken cancel)
    {
        using var own = await pass.EnterAsync(queue, cancel);
        while (await TakeAsync(clock.GetCurrentInstant(), cancel) > 0)
        {
            if (held.Count >= MostHeld)
                await lanes.Idle.WaitAsync(cancel);
        }
    }

    private async Task<int> TakeAsync(Instant due, CancellationToken cancel, int most = Batch)
    {
        var items = await store.ClaimAsync(queue, due, most, Lease, cancel);
        foreach (var item in items)
            Hold(item, cancel);
        return items.Count;
    }

    private void Hold(ClaimedItem item, CancellationToken cancel)
    {
        var isNew = true;
        held.AddOrUpdate(item.Id, item, (_, _) =>
        {
            isNew = false;
            return item;
        });
        if (!isNew)
            return;
        var lane = LaneOf?.Invoke(item);
        lanes.Add(lane ?? "", () => HandleAsync(item, lane, cancel));
    }

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

    private async Task HandleAsync(ClaimedItem item, string? lane, CancellationToken cancel)
    {
        try
        {
            if (lane is not null && blocked.TryGetValue(lane, out var until) && until > clock.GetCurrentInstant())
                await SettleAsync(item, new Settlement.RetryAt(until), cancel);
            else
                await handle(item, cancel);
        }
        catch (Exception) when (cancel.IsCancellationRequested)
        {
            // The host stops: the lease ends by itself.
        }
        catch (Exception failure)
        {
            await FailedAsync(item, lane, failure, cancel);
        }
        finally
        {
            held.TryRemove(item.Id, out _);
        }
    }

    private async Task FailedAsync(ClaimedItem item, string? lane, Exception failure, CancellationToken cancel)
    {
        var reason = failure is GivenUpException or TryLaterException ? failure.Message : failure.GetType().Name;
        var givesUp = failure is GivenUpException || item.Attempt >= MostAttempts;
        var until = clock.GetCurrentInstant()
            + ((failure as TryLaterException)?.After ?? Duration.Min(Duration.FromSeconds(Math.Pow(2, Math.Min(item.Attempt, 20))), LongestWait));
        if (!givesUp && lane is not null)
            blocked[lane] = until;
        if (givesUp)
            logger.LogError("{Queue} item {Item} was given up after {Attempts} attempts: {Reason}", queue, item.Id, item.Attempt, reason);
        else
            logger.LogWarning("{Queue} item {Item} failed at attempt {Attempt} and is tried again: {Reason}", queue, item.Id, item.Attempt, reason);
        try
        {
            await SettleAsync(item, givesUp ? new Settlement.Dead(reason) : new Settlement.RetryAt(until), cancel);
        }
        catch (Exception unsettled) when (unsettled is StoreUnavailableException or OperationCanceledException)
        {
            // Nothing can be settled either: the lease ends by itself.
        }
        // The loop may sleep until something later.
        Wake();
    }
}

/// <summary>It will never work: the item is given up at once. The message holds ids only.</summary>
internal sealed class GivenUpException(string reason) : Exception(reason);

/// <summary>It may work later; <paramref name="after"/> null leaves the time to the loop. The message holds ids only.</summary>
internal sealed class TryLaterException(string reason, Duration? after = null) : Exception(reason)
{
    public Duration? After => after;
}
