using System.Globalization;
using JointDesk.Store.LiteDb;
using JointDesk.Store.Pages;
using LiteDB;

namespace JointDesk.Store.Admin;

internal static class StoreRestore
{
    public static string? Run(IDisk disk, string from, StoreOptions to, bool force, string? fromKey)
    {
        if (!disk.Exists(from))
            throw new StoreRefusedException($"{from} does not exist.");
        var replaces = disk.Exists(to.Path);
        if (replaces && !force)
            throw new StoreRefusedException($"{to.Path} is there already; say --force to put the backup in its place (the old file is kept aside).");
        using var inUse = replaces ? disk.Open(to.Path, FileMode.Open) : null;
        using var file = disk.Open(from, FileMode.Open);
        var header = StoreHeader.Read(file, from);
        if (!header.Closed)
            throw new StoreRefusedException($"{from} is a copy of a running store, not a backup; take one made with backup.");
        using var seal = SealOfBackup(header, from, to, fromKey);
        var source = new PageFile(file, from, seal);
        StoreCopy.Prove(source, source.Count, from);
        var aside = replaces ? to.Path + DateTime.UtcNow.ToString("'-before-'yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture) : null;
        WriteRestored(disk, source, to, () => SetAside(disk, to.Path, aside));
        return aside;
    }

    private static void WriteRestored(IDisk disk, PageFile source, StoreOptions to, Action setAside)
    {
        var header = StoreKeys.NewHeader(to);
        using var seal = StoreKeys.SealOf(header, to);
        var restored = to.Path + "-restored";
        try
        {
            StoreCopy.Write(disk, source, source.Count, restored, header, seal, engine => Schema.Check(new Tables(engine, to.Clock).Schema, to));
        }
        catch (LiteException e)
        {
            throw new StoreRefusedException($"The backup is whole but cannot be read ({e.Message}); take another copy.", e);
        }
        setAside();
        disk.Move(restored, to.Path);
        disk.SyncDirectoryOf(to.Path);
    }

    /// <summary>The data file first: until the log follows, the start says that a log lies there alone, and makes no empty store.</summary>
    private static void SetAside(IDisk disk, string path, string? aside)
    {
        var log = StoreFiles.LogPath(path);
        if (aside is not null)
            disk.Move(path, aside);
        if (disk.Exists(log))
            disk.Move(log, StoreFiles.LogPath(aside ?? path + "-left"));
    }

    private static PageSeal SealOfBackup(StoreHeader header, string from, StoreOptions to, string? fromKey)
    {
        if (header.Key is null)
            return new ChecksumSeal(header.StoreId);
        if ((fromKey ?? to.Key) is not { } key)
            throw new StoreRefusedException($"{from} is encrypted; set Storage:Key.");
        return StoreKeys.SealOf(header, to with { Path = from, Key = key });
    }
}
