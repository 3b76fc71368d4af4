using System.Security.Cryptography;

namespace JointDesk.Store.Pages;

/// <summary>
/// The log on disk: groups of sealed pages, each group written and synced before the next begins. Every slot is marked with the
/// number of the first slot of its group: all before that number had been synced when it was written. So what is damaged there is
/// damage, and refused; what is damaged in the last group is a write that a crash cut off, and nobody was told that it was kept.
/// </summary>
internal sealed class PageLog(IDiskFile file, string path, Guid storeId, PageSeal seal) : IDisposable
{
    public const int HeaderSize = 4096;
    private const uint EndOfGroup = 0x8000_0000;
    private static ReadOnlySpan<byte> Magic => "JointDesk log 1\n"u8;

    /// <summary>Kept from group to group: an array of this size is a collection of the old generation each.</summary>
    private byte[] _group = [];

    /// <summary>Pages that are on the disk for good.</summary>
    public int Count { get; private set; }

    /// <summary>False while a group that failed may stand behind the confirmed ones.</summary>
    public bool EndsWhereConfirmed { get; private set; } = true;

    public long Bytes => (long)Count * PageSeal.SlotSize;

    /// <summary>It is no longer than its header, and that is not whole: the power went while it was begun. Its length may be there before its bytes are.</summary>
    public bool BeginningWasCutOff => file.Length <= HeaderSize && !IsWhole(ReadHeader());

    /// <summary>Begins an empty log, over nothing or over the rest of a beginning that a crash cut off.</summary>
    public void Create()
    {
        var header = new byte[HeaderSize];
        Magic.CopyTo(header);
        storeId.TryWriteBytes(header.AsSpan(16));
        SHA256.HashData(header.AsSpan(0, 32), header.AsSpan(32));
        file.SetLength(0);
        file.Write(header, 0);
        file.Sync();
        Count = 0;
    }

    /// <summary>
    /// All pages of all whole groups, in order, and how many slots of a cut-off group were left out. Changes nothing on the disk.
    /// Throws <see cref="StoreRefusedException"/> for a log of another store and for damage before the last group.
    /// </summary>
    public (IReadOnlyList<byte[]> Pages, int CutOff) Load()
    {
        CheckHeader();
        var slots = (int)((file.Length - HeaderSize + PageSeal.SlotSize - 1) / PageSeal.SlotSize);
        var pages = new byte[slots][];
        var marks = new uint[slots];
        var slot = new byte[PageSeal.SlotSize];
        for (var i = 0; i < slots; i++)
        {
            var page = new byte[PageSeal.PageSize];
            if (file.Read(slot, OffsetOf(i)) == slot.Length && seal.TryOpen(PageKind.Log, i, slot, page, out marks[i]))
                pages[i] = page;
        }
        var lastGroup = Enumerable.Range(0, slots).Where(i => pages[i] is not null).Select(i => (int)(marks[i] & ~EndOfGroup)).DefaultIfEmpty(0).Max();
        if (Enumerable.Range(0, lastGroup).FirstOrDefault(i => pages[i] is null, -1) is var damaged and >= 0)
            throw new StoreRefusedException($"{path} is damaged at slot {damaged} of {slots}, before commits that were confirmed; restore a backup, or the log from a copy.");
        var end = lastGroup;
        while (end < slots && pages[end] is not null && marks[end] == lastGroup)
            end++;
        Count = end < slots && pages[end] is not null && marks[end] == ((uint)lastGroup | EndOfGroup) ? end + 1 : lastGroup;
        EndsWhereConfirmed = slots == Count;
        return (pages[..Count], slots - Count);
    }

    /// <summary>Durable when it returns. After an exception nothing counts as written, and <see cref="CutBack"/> must pass before the next.</summary>
    public void Append(IReadOnlyList<byte[]> pages)
    {
        var length = pages.Count * PageSeal.SlotSize;
        if (_group.Length < length)
            _group = new byte[length * 2];
        for (var i = 0; i < pages.Count; i++)
        {
            var mark = (uint)Count | (i == pages.Count - 1 ? EndOfGroup : 0);
            seal.Seal(PageKind.Log, Count + i, mark, pages[i], _group.AsSpan(i * PageSeal.SlotSize, PageSeal.SlotSize));
        }
        EndsWhereConfirmed = false;
        file.Write(_group.AsSpan(0, length), OffsetOf(Count));
        file.Sync();
        Count += pages.Count;
        EndsWhereConfirmed = true;
    }

    /// <summary>Drops what was not confirmed. Shorter needs no room, so it works on a full disk.</summary>
    public void CutBack()
    {
        file.SetLength(OffsetOf(Count));
        file.Sync();
        EndsWhereConfirmed = true;
    }

    /// <summary>Whether there is room again: writes as much as a usual group needs, and takes it back.</summary>
    public void Probe(int bytes)
    {
        CutBack();
        EndsWhereConfirmed = false;
        file.Write(new byte[bytes], OffsetOf(Count));
        file.Sync();
        CutBack();
    }

    /// <summary>Empties it, once the data pages are synced. Synced before the next group: old slots must not come back behind new ones.</summary>
    public void Reset()
    {
        Count = 0;
        EndsWhereConfirmed = false;
        CutBack();
    }

    public void Dispose() => file.Dispose();

    private void CheckHeader()
    {
        var header = ReadHeader();
        if (!IsWhole(header))
            throw new StoreRefusedException($"{path} is no JointDesk log, or its beginning is damaged; restore a backup, or the log from a copy.");
        if (new Guid(header.AsSpan(16, 16)) != storeId)
            throw new StoreRefusedException($"{path} belongs to another store; put back the log that was beside the data file, or restore a backup.");
    }

    private byte[] ReadHeader()
    {
        var header = new byte[HeaderSize];
        return header[..file.Read(header, 0)];
    }

    private static bool IsWhole(ReadOnlySpan<byte> header) =>
        header.Length == HeaderSize && header.StartsWith(Magic) && header.Slice(32, 32).SequenceEqual(SHA256.HashData(header[..32]));

    private static long OffsetOf(int slot) => HeaderSize + (long)slot * PageSeal.SlotSize;
}
