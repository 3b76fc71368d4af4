using System.Buffers.Binary;
using System.Security.Cryptography;

namespace JointDesk.Store.Pages;

internal enum PageKind : byte { Data = 1, Log = 2 }

/// <summary>
/// How a page of 8 KiB is stored: the page, 28 bytes that prove it, and a mark of 4 bytes that is proven with it. What is proven is
/// the page, of this store, of this kind, at this place: a page that was flipped, moved or brought from elsewhere does not open.
/// LiteDB itself has no checksums: one flipped bit gave silently wrong data in 23 of 30 files.
/// </summary>
internal abstract class PageSeal(Guid storeId) : IDisposable
{
    public const int PageSize = 8192;
    public const int ProofSize = 28;
    public const int SlotSize = PageSize + ProofSize + 4;
    private const int ContextSize = 16 + 1 + 8 + 4;

    public void Seal(PageKind kind, long number, uint mark, ReadOnlySpan<byte> page, Span<byte> slot)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(slot[(PageSize + ProofSize)..], mark);
        Span<byte> context = stackalloc byte[ContextSize];
        WriteContext(kind, number, mark, context);
        Seal(page, context, slot[..PageSize], slot.Slice(PageSize, ProofSize));
    }

    /// <summary>False where the slot holds nothing that was sealed for this place.</summary>
    public bool TryOpen(PageKind kind, long number, ReadOnlySpan<byte> slot, Span<byte> page, out uint mark)
    {
        mark = BinaryPrimitives.ReadUInt32LittleEndian(slot[(PageSize + ProofSize)..]);
        Span<byte> context = stackalloc byte[ContextSize];
        WriteContext(kind, number, mark, context);
        return TryOpen(slot[..PageSize], slot.Slice(PageSize, ProofSize), context, page);
    }

    public virtual void Dispose() { }

    protected abstract void Seal(ReadOnlySpan<byte> page, ReadOnlySpan<byte> context, Span<byte> stored, Span<byte> proof);

    protected abstract bool TryOpen(ReadOnlySpan<byte> stored, ReadOnlySpan<byte> proof, ReadOnlySpan<byte> context, Span<byte> page);

    private void WriteContext(PageKind kind, long number, uint mark, Span<byte> context)
    {
        storeId.TryWriteBytes(context);
        context[16] = (byte)kind;
        BinaryPrimitives.WriteInt64LittleEndian(context[17..], number);
        BinaryPrimitives.WriteUInt32LittleEndian(context[25..], mark);
    }
}

/// <summary>Without a key: the page as it is, and 28 bytes of its SHA-256.</summary>
internal sealed class ChecksumSeal(Guid storeId) : PageSeal(storeId)
{
    protected override void Seal(ReadOnlySpan<byte> page, ReadOnlySpan<byte> context, Span<byte> stored, Span<byte> proof)
    {
        page.CopyTo(stored);
        Checksum(page, context, proof);
    }

    protected override bool TryOpen(ReadOnlySpan<byte> stored, ReadOnlySpan<byte> proof, ReadOnlySpan<byte> context, Span<byte> page)
    {
        Span<byte> expected = stackalloc byte[ProofSize];
        Checksum(stored, context, expected);
        if (!proof.SequenceEqual(expected))
            return false;
        stored.CopyTo(page);
        return true;
    }

    private static void Checksum(ReadOnlySpan<byte> page, ReadOnlySpan<byte> context, Span<byte> proof)
    {
        Span<byte> all = stackalloc byte[page.Length + context.Length];
        page.CopyTo(all);
        context.CopyTo(all[page.Length..]);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(all, hash);
        hash[..ProofSize].CopyTo(proof);
    }
}

/// <summary>
/// AES-256-GCM, the proof being nonce and tag. Nonces are random, so one data key should not seal more than 2^32 pages (32 TiB of
/// writes); a restore makes a new data key.
/// </summary>
internal sealed class GcmSeal(Guid storeId, byte[] dataKey) : PageSeal(storeId)
{
    private const int NonceSize = 12, TagSize = ProofSize - NonceSize;
    private readonly AesGcm _aes = new(dataKey, TagSize);

    public override void Dispose()
    {
        _aes.Dispose();
        base.Dispose();
    }

    protected override void Seal(ReadOnlySpan<byte> page, ReadOnlySpan<byte> context, Span<byte> stored, Span<byte> proof)
    {
        RandomNumberGenerator.Fill(proof[..NonceSize]);
        // One instance is one OpenSSL context: readers and the writer must not meet in it.
        lock (_aes)
            _aes.Encrypt(proof[..NonceSize], page, stored, proof[NonceSize..], context);
    }

    protected override bool TryOpen(ReadOnlySpan<byte> stored, ReadOnlySpan<byte> proof, ReadOnlySpan<byte> context, Span<byte> page)
    {
        try
        {
            lock (_aes)
                _aes.Decrypt(proof[..NonceSize], stored, proof[NonceSize..], page, context);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }
}
