using JointDesk.Store.LiteDb;
using JointDesk.Store.Pages;

namespace JointDesk.Store.Admin;

/// <summary>What the officer of the machine does with a store. All throw <see cref="StoreRefusedException"/>.</summary>
public static class StoreAdmin
{
    /// <summary>A backup of a store, closed or open: the desk that has it open is asked to make it.</summary>
    public static async Task BackupAsync(StoreOptions options, string path)
    {
        if (!File.Exists(options.Path))
            throw new StoreRefusedException($"{options.Path} does not exist; there is nothing to back up.");
        LiteDbStore store;
        try
        {
            store = LiteDbStore.Open(options with { TakesOrders = false });
        }
        catch (StoreRefusedException e) when (e.InnerException is FileInUseException)
        {
            await StoreDoor.AskForBackupAsync(options.Path, path, e);
            return;
        }
        await using (store)
            await store.BackupAsync(path);
    }

    /// <summary>
    /// Puts a backup in the place of the store. It gets an id and a data key of its own, encrypted where <paramref name="to"/> has a
    /// key, so that no log of another time fits it. What was there is kept aside; where that is answered with the name, else null.
    /// </summary>
    /// <param name="force">Needed where a store is there already.</param>
    /// <param name="fromKey">The backup's passphrase, where it is not that of <paramref name="to"/>.</param>
    public static string? Restore(string from, StoreOptions to, bool force, string? fromKey = null) => Guarded(() => StoreRestore.Run(new FileDisk(), from, to, force, fromKey));

    /// <summary>Opens the file with another passphrase from now on. The pages stay as they are; backups made before keep the old one.</summary>
    public static void RotateKey(StoreOptions options, string newKey) => Guarded<object?>(() =>
    {
        if (!File.Exists(options.Path))
            throw new StoreRefusedException($"{options.Path} does not exist.");
        using var files = StoreFiles.Open(new FileDisk(), options);
        files.Rewrap(newKey);
        return null;
    });

    private static T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DamagedPageException)
        {
            throw new StoreRefusedException(e.Message, e);
        }
    }
}
