using System.Diagnostics;
using JointDesk.Store;
using JointDesk.Store.LiteDb;

namespace JointDesk.Benchmarks.Store;

/// <summary>How long the longest commit takes while a backup of a large store is made.</summary>
internal static class BackupStall
{
    public static async Task<Stall> MeasureAsync(string folder, int megabytes)
    {
        await using var store = LiteDbStore.Open(new StoreOptions(Path.Combine(folder, "large.db")));
        var large = new byte[1_000_000];
        for (var n = 0; n < megabytes; n++)
            await KeepAsync(store, $"large-{n}", 0, large);

        var watch = Stopwatch.StartNew();
        var backup = store.BackupAsync(Path.Combine(folder, "backup.db"));
        var (longest, commits) = (0.0, 0);
        for (; !backup.IsCompleted; commits++)
        {
            var begun = Stopwatch.GetTimestamp();
            await KeepAsync(store, "small", commits, large.AsMemory(0, 300));
            longest = Math.Max(longest, Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }
        await backup;
        return new Stall(megabytes, longest, commits, watch.Elapsed);
    }

    private static async Task KeepAsync(LiteDbStore store, string id, long version, ReadOnlyMemory<byte> payload)
    {
        if (await store.CommitAsync(new ChangeSet { Puts = [new PutDocument("blob", id, version, [], payload)] }) is not Committed)
            throw new InvalidOperationException($"{id} was not kept.");
    }
}

internal sealed record Stall(int Megabytes, double LongestCommit, int Commits, TimeSpan Took);
