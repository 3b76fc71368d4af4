namespace JointDesk.Store.Pages;

/// <summary>
/// The data file as LiteDB sees it. What LiteDB writes (at a checkpoint alone) stays in memory until <see cref="WriteStaged"/>:
/// so each page is written once however often the log holds it, a full disk never reaches LiteDB, and a redo needs no disk at all.
/// </summary>
/// <remarks>LiteDB wraps it in a ConcurrentStream, which locks this very object around each read and write; so do we.</remarks>
internal sealed class DataStream(PageFile file) : PageStream
{
    private readonly Dictionary<long, byte[]> _staged = [];
    private long _count = file.Count;

    public override long Length
    {
        get
        {
            lock (this)
                return _count * PageSeal.PageSize;
        }
    }

    public int StagedPages
    {
        get
        {
            lock (this)
                return _staged.Count;
        }
    }

    public void Stage(long number, ReadOnlySpan<byte> page)
    {
        lock (this)
        {
            _staged[number] = page.ToArray();
            _count = Math.Max(_count, number + 1);
        }
    }

    /// <summary>Writes and syncs what is staged. After an exception all of it is still staged, to be written anew.</summary>
    public void WriteStaged()
    {
        List<KeyValuePair<long, byte[]>> pages;
        lock (this)
            pages = [.. _staged.OrderBy(page => page.Key)];
        if (pages.Count == 0)
            return;
        // LiteDB numbers a page before it writes it: one between that was never written must still open.
        var next = file.Count;
        foreach (var (number, page) in pages)
        {
            for (; next < number; next++)
                file.Write(next, new byte[PageSeal.PageSize]);
            file.Write(number, page);
            next = Math.Max(next, number + 1);
        }
        file.Sync();
        lock (this)
        {
            foreach (var (number, page) in pages)
            {
                if (_staged[number] == page)
                    _staged.Remove(number);
            }
        }
    }

    public override void SetLength(long value) => throw new NotSupportedException("LiteDB shortens its data file only in Rebuild, which is never called.");

    protected override void ReadPage(long number, Span<byte> page)
    {
        if (_staged.TryGetValue(number, out var staged))
            staged.CopyTo(page);
        else
            file.Read(number, page);
    }

    protected override void WritePage(long number, ReadOnlySpan<byte> page) => Stage(number, page);
}
