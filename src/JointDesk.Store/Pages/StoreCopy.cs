using LiteDB;
using LiteDB.Engine;

namespace JointDesk.Store.Pages;

/// <summary>A data file copied page by page, each proven as it is read, and the copy read back before it takes its name.</summary>
internal static class StoreCopy
{
    /// <summary>Writes <paramref name="target"/> under another name and moves it into its place once it is proven and on the disk.</summary>
    public static void Write(IDisk disk, PageFile source, long count, string target, StoreHeader header, PageSeal seal, Action<LiteEngine> check, CancellationToken cancel = default)
    {
        var unfinished = target + "-new";
        try
        {
            using (var file = disk.Open(unfinished, FileMode.Create))
            {
                var copy = new PageFile(file, unfinished, seal);
                copy.Write(header with { Sequence = 0 });
                copy.Write(header with { Sequence = 1 });
                var page = new byte[PageSeal.PageSize];
                for (long number = 0; number < count; number++)
                {
                    cancel.ThrowIfCancellationRequested();
                    source.Read(number, page);
                    copy.Write(number, page);
                }
                copy.Sync();
                Prove(copy, count, unfinished);
                Read(copy, check);
            }
            disk.Move(unfinished, target);
            disk.SyncDirectoryOf(target);
        }
        catch
        {
            disk.Delete(unfinished);
            throw;
        }
    }

    /// <summary>Throws <see cref="StoreRefusedException"/> for the first page that does not open.</summary>
    public static void Prove(PageFile pages, long count, string path)
    {
        var page = new byte[PageSeal.PageSize];
        for (long number = 0; number < count; number++)
        {
            if (!pages.TryRead(number, page))
                throw new StoreRefusedException($"Page {number} of {path} is damaged; take another copy.");
        }
    }

    /// <summary>As a store is opened, but without a log: a copy is always complete.</summary>
    public static void Read(PageFile pages, Action<LiteEngine> check)
    {
        using var data = new DataStream(pages);
        using var engine = new LiteEngine(new EngineSettings { DataStream = data, LogStream = new LogStream(), TempStream = new MemoryStream(), Collation = Collation.Binary });
        check(engine);
    }
}
