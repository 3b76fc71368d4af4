namespace JointDesk.Server.Workers;

/// <summary>Works side by side, but on the work of one lane in order. Work never throws.</summary>
internal sealed class Lanes
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Task> tails = new(StringComparer.Ordinal);

    public void Add(string lane, Func<Task> work)
    {
        lock (gate)
        {
            var before = tails.GetValueOrDefault(lane, Task.CompletedTask);
            var mine = tails[lane] = AfterAsync(before, work);
            _ = mine.ContinueWith(_ => Forget(lane, mine), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    /// <summary>Ends when all that was added by now is done.</summary>
    public Task Idle
    {
        get
        {
            lock (gate)
                return Task.WhenAll(tails.Values);
        }
    }

    private static async Task AfterAsync(Task before, Func<Task> work)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        await work();
    }

    private void Forget(string lane, Task done)
    {
        lock (gate)
            if (tails.GetValueOrDefault(lane) == done)
                tails.Remove(lane);
    }
}
