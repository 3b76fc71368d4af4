using LiteDB;
using LiteDB.Engine;

namespace JointDesk.Store.Pages;

/// <summary>A new store comes to be under another name and is moved into its place whole: a crash leaves none, or an empty one.</summary>
internal static class StoreCreation
{
    public static void Create(IDisk disk, StoreOptions options)
    {
        var header = StoreKeys.NewHeader(options);
        var unfinished = options.Path + "-new";
        var logPath = StoreFiles.LogPath(options.Path);
        if (disk.Exists(logPath))
            throw new StoreRefusedException($"{logPath} lies there without {options.Path}; put the data file back, or move the log away to begin anew.");
        using (var file = disk.Open(unfinished, FileMode.Create))
        {
            var pages = new PageFile(file, unfinished, StoreKeys.SealOf(header, options));
            pages.Write(header);
            pages.Write(header with { Sequence = 0 });
            pages.Write(0, FirstPage());
            pages.Sync();
        }
        disk.Move(unfinished, options.Path);
        disk.SyncDirectoryOf(options.Path);
    }

    /// <summary>LiteDB's own header page, as LiteDB makes it. No checkpoint of its own accord: the writer says when.</summary>
    private static byte[] FirstPage()
    {
        using var data = new MemoryStream();
        using (var engine = new LiteEngine(new EngineSettings { DataStream = data, LogStream = new MemoryStream(), Collation = Collation.Binary }))
        {
            engine.Pragma("CHECKPOINT", 0);
            engine.Checkpoint();
        }
        return data.ToArray()[..PageSeal.PageSize];
    }
}
