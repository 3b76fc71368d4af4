using System.Diagnostics;
using JointDesk.Store;
using JointDesk.Store.LiteDb;
using NodaTime;

namespace JointDesk.Benchmarks.Store;

/// <summary>A hundred reminders claimed, and fired, again and again among very many that wait; their order in time is not that of their ids.</summary>
internal static class Claims
{
    private const int AtOnce = 100, MostClaims = 500;
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 24, 0, 0);

    public static async Task<ClaimTimes> MeasureAsync(string folder, int reminders)
    {
        var path = Path.Combine(folder, "reminders.db");
        var loading = Stopwatch.StartNew();
        await using (var store = LiteDbStore.Open(new StoreOptions(path)))
            await LoadAsync(store, reminders);
        loading.Stop();
        // Opened anew: nothing of it is in memory yet, as after a start of the desk.
        var opening = Stopwatch.StartNew();
        await using var opened = LiteDbStore.Open(new StoreOptions(path));
        opening.Stop();
        var times = await ClaimAsync(opened, reminders, Math.Min(MostClaims, reminders / AtOnce));
        using var process = Process.GetCurrentProcess();
        return new ClaimTimes(reminders, [.. times.Order()], loading.Elapsed, opening.Elapsed, process.WorkingSet64 >> 20);
    }

    private static async Task LoadAsync(LiteDbStore store, int reminders)
    {
        for (var first = 0; first < reminders; first += 500)
        {
            var queued = Enumerable.Range(first, 500).Select(n => new QueuePut(
                Desk.Alarms, $"assignment/2026-{n}", Now + Duration.FromSeconds(n * 7919L % reminders), new byte[100]));
            await store.CommitAsync(new ChangeSet { Queued = [.. queued] });
        }
    }

    private static async Task<List<double>> ClaimAsync(LiteDbStore store, int reminders, int claims)
    {
        var times = new List<double>();
        for (var n = 0; n < claims; n++)
        {
            var begun = Stopwatch.GetTimestamp();
            var claimed = await store.ClaimAsync(Desk.Alarms, Now + Duration.FromSeconds(reminders), AtOnce, Duration.FromHours(1));
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            if (claimed.Count != AtOnce)
                throw new InvalidOperationException($"{claimed.Count} were claimed.");
            var fired = claimed.Select(item => new QueueSettle(Desk.Alarms, item.Id, item.Fence, new Settlement.Completed()));
            if (await store.CommitAsync(new ChangeSet { Settled = [.. fired] }) is not Committed)
                throw new InvalidOperationException("A claim did not hold.");
        }
        return times;
    }
}

/// <param name="Times">Of each claim in milliseconds, its commit included, shortest first.</param>
internal sealed record ClaimTimes(int Reminders, IReadOnlyList<double> Times, TimeSpan Loading, TimeSpan Opening, long MebiBytes)
{
    public double At(double quantile) => Times[(int)Math.Ceiling(quantile * Times.Count) - 1];
}
