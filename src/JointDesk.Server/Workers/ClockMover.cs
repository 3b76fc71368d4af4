using JointDesk.Server.Channels;
using JointDesk.Server.Clock;
using NodaTime;

namespace JointDesk.Server.Workers;

/// <summary>
/// Moves the desk's clock on from one thing that becomes due to the next, so that everything happens in its order and at its time, as
/// if the days had passed.
/// </summary>
internal sealed class ClockMover(IDeskStore store, DeskClock clock, AlarmClock alarms, Courier courier, Postman postman)
{
    private static readonly string[] Queues = [Desk.Alarms, Desk.Outbox, Postman.Queue];

    /// <summary>A channel elsewhere that does not answer must not hold up the clock: after this long what it is sent goes on by itself.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly KeyedLocks one = new();

    /// <summary>In this move of the clock the post has been waited for in vain.</summary>
    private bool isPostSlow;

    /// <summary>False where the desk is further already; nothing has moved then.</summary>
    public async Task<bool> MoveAsync(Func<Instant, Instant> to, CancellationToken cancel)
    {
        using var own = await one.EnterAsync("clock", cancel);
        isPostSlow = false;
        var now = clock.GetCurrentInstant();
        var target = to(now);
        if (target < now)
            return false;
        await RunUntilIdleAsync(cancel);
        while (await NextAsync(cancel) is { } next && next <= target)
        {
            if (next > clock.GetCurrentInstant())
                await clock.SetAsync(store, next);
            if (await RunUntilIdleAsync(cancel) == 0 && next <= clock.GetCurrentInstant())
                break;
        }
        if (target > clock.GetCurrentInstant())
            await clock.SetAsync(store, target);
        await RunUntilIdleAsync(cancel);
        return true;
    }

    private async Task<int> RunUntilIdleAsync(CancellationToken cancel)
    {
        for (var all = 0; ;)
        {
            var done = await alarms.Loop.RunUntilIdleAsync(cancel) + await courier.Loop.RunUntilIdleAsync(cancel) + await PostAsync(cancel);
            if (done == 0)
                return all;
            all += done;
        }
    }

    private async Task<int> PostAsync(CancellationToken cancel)
    {
        if (isPostSlow)
            return 0;
        var posting = postman.Loop.RunUntilIdleAsync(CancellationToken.None);
        isPostSlow = await Task.WhenAny(posting, Task.Delay(Patience, cancel)) != posting;
        return isPostSlow ? 0 : await posting;
    }

    private async ValueTask<Instant?> NextAsync(CancellationToken cancel)
    {
        Instant? first = null;
        foreach (var queue in Queues.Where(q => !isPostSlow || q != Postman.Queue))
        {
            if (await store.NextDueAsync(queue, cancel) is { } due && (first is null || due < first))
                first = due;
        }
        return first;
    }
}
