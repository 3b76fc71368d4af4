namespace JointDesk.Store.Pages;

/// <summary>The data file: the header, then slot after slot, each a sealed page.</summary>
internal sealed class PageFile(IDiskFile file, string path, PageSeal seal) : IDisposable
{
    private readonly byte[] _write = new byte[PageSeal.SlotSize];

    /// <summary>Slots, a last one cut short included.</summary>
    public long Count => (Math.Max(0, file.Length - StoreHeader.Size) + PageSeal.SlotSize - 1) / PageSeal.SlotSize;

    public bool TryRead(long number, Span<byte> page)
    {
        Span<byte> slot = stackalloc byte[PageSeal.SlotSize];
        return file.Read(slot, OffsetOf(number)) == slot.Length && seal.TryOpen(PageKind.Data, number, slot, page, out _);
    }

    public void Read(long number, Span<byte> page)
    {
        try
        {
            if (!TryRead(number, page))
                throw new DamagedPageException(path, number);
        }
        catch (IOException e)
        {
            throw new DamagedPageException(path, number, e);
        }
    }

    public void Write(long number, ReadOnlySpan<byte> page)
    {
        seal.Seal(PageKind.Data, number, 0, page, _write);
        file.Write(_write, OffsetOf(number));
    }

    public void Write(StoreHeader header) => header.Write(file);

    public void Sync() => file.Sync();

    public void Dispose() => file.Dispose();

    private static long OffsetOf(long number) => StoreHeader.Size + number * PageSeal.SlotSize;
}

/// <summary>No IOException on purpose: LiteDB closes its engine on those, and the other pages are still good to read.</summary>
internal sealed class DamagedPageException : Exception
{
    public DamagedPageException(string path, long number)
        : base($"Page {number} of {path} is damaged and has no copy in the log; stop the desk and restore a backup.")
    {
    }

    public DamagedPageException(string path, long number, IOException cause)
        : base($"Page {number} of {path} cannot be read ({cause.Message.TrimEnd('.')}); look at the disk.", cause)
    {
    }
}
