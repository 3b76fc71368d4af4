using System.Globalization;
using JointDesk.Store.LiteDb;

namespace JointDesk.Store.Admin;

/// <summary>Backups by schedule: a file for each, named by its UTC time, and the oldest go when there are more than are kept.</summary>
public static class BackupFolder
{
    private const string Prefix = "jointdesk-", Form = "yyyyMMdd'T'HHmmss'Z'", Suffix = ".db";

    /// <summary>Old ones go only once the new one was read back. Throws what <see cref="LiteDbStore.BackupAsync"/> does.</summary>
    public static async Task<string> AddAsync(LiteDbStore store, string folder, DateTimeOffset now, int kept, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(kept);
        Directory.CreateDirectory(folder);
        // A crash leaves a copy that was not finished.
        foreach (var unfinished in Directory.GetFiles(folder, $"{Prefix}*Z{Suffix}-new"))
            File.Delete(unfinished);
        var path = Path.Combine(folder, Prefix + now.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture) + Suffix);
        await store.BackupAsync(path, cancel);
        foreach (var old in Files(folder).Skip(kept))
            File.Delete(old);
        return path;
    }

    /// <summary>When the newest one was made; null where there is none.</summary>
    public static DateTimeOffset? Newest(string folder) => Directory.Exists(folder) ? Files(folder).Select(TimeOf).FirstOrDefault(time => time is not null) : null;

    private static IEnumerable<string> Files(string folder) => Directory.GetFiles(folder, $"{Prefix}*Z{Suffix}").Where(file => TimeOf(file) is not null).OrderDescending(StringComparer.Ordinal);

    private static DateTimeOffset? TimeOf(string file) =>
        DateTimeOffset.TryParseExact(Path.GetFileNameWithoutExtension(file)[Prefix.Length..], Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
