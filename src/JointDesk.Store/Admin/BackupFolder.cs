using System.Globalization;
using JointDesk.Store.LiteDb;

namespace JointDesk.Store.Admin;

/// <summary>Backups by schedule: a file for each, named by its UTC time, and the oldest go when there are more than are kept.</summary>
public static class BackupFolder
{
    private const string Prefix = "jointdesk-";

    public static async Task<string> AddAsync(LiteDbStore store, string folder, DateTimeOffset now, int kept, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(kept);
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, Prefix + now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture) + ".db");
        await store.BackupAsync(path, cancel);
        foreach (var old in Directory.GetFiles(folder, Prefix + "*Z.db").OrderDescending(StringComparer.Ordinal).Skip(kept))
            File.Delete(old);
        return path;
    }
}
