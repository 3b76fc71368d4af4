using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace JointDesk.Store.Pages;

/// <summary>
/// The first 8 KiB of the data file: two copies of 4 KiB, written in turns, so that a torn one leaves the other. A copy:
/// magic 16, format 4, sequence 8, store id 16, closed 1, encrypted 1, iterations 4, salt 16, wrapped key 12 + 16 + 32, SHA-256 32.
/// </summary>
/// <param name="Closed">The log was empty when the file was closed; while false, a missing log means lost commits.</param>
internal sealed record StoreHeader(long Sequence, Guid StoreId, bool Closed, WrappedKey? Key)
{
    public const int CopySize = 4096;
    public const int Size = 2 * CopySize;
    public const int Format = 1;
    private const int Proven = 16 + 4 + 8 + 16 + 1 + 1 + WrappedKey.Size;
    private static ReadOnlySpan<byte> Magic => "JointDesk store\n"u8;

    public long Offset => Sequence % 2 * CopySize;

    /// <summary>The newest copy that is whole. Throws <see cref="StoreRefusedException"/> where there is none.</summary>
    public static StoreHeader Read(IDiskFile file, string path)
    {
        var bytes = new byte[Size];
        var length = file.Read(bytes, 0);
        var copies = new[] { bytes.AsSpan(0, CopySize).ToArray(), bytes.AsSpan(CopySize).ToArray() };
        if (length < Size || !copies.Any(copy => copy.AsSpan().StartsWith(Magic)))
            throw new StoreRefusedException(Foreign(bytes) ?? $"{path} is no JointDesk store, or its beginning is damaged; restore a backup, or name another file.");
        if (copies.Where(IsWhole).Select(Parse).MaxBy(header => header.Sequence) is { } newest)
            return newest;
        if (copies.Where(copy => copy.AsSpan().StartsWith(Magic)).Max(FormatOf) is var format and > Format)
            throw new StoreRefusedException($"{path} was written by a newer JointDesk (file format {format}, known here: {Format}); run that version.");
        throw new StoreRefusedException($"{path} is damaged in both copies of its header; restore a backup.");

        string? Foreign(ReadOnlySpan<byte> start) => start.IndexOf("** This is a LiteDB file **"u8) >= 0
            ? $"{path} is a plain LiteDB file, not a JointDesk store; name another file." : null;
    }

    public void Write(IDiskFile file)
    {
        var copy = new byte[CopySize];
        var rest = copy.AsSpan();
        Magic.CopyTo(rest);
        BinaryPrimitives.WriteInt32LittleEndian(rest[16..], Format);
        BinaryPrimitives.WriteInt64LittleEndian(rest[20..], Sequence);
        StoreId.TryWriteBytes(rest[28..]);
        copy[44] = (byte)(Closed ? 1 : 0);
        copy[45] = (byte)(Key is null ? 0 : 1);
        Key?.Write(rest[46..]);
        SHA256.HashData(rest[..Proven], rest[Proven..]);
        file.Write(copy, Offset);
    }

    private static int FormatOf(byte[] copy) => BinaryPrimitives.ReadInt32LittleEndian(copy.AsSpan(16));

    private static bool IsWhole(byte[] copy) => FormatOf(copy) == Format && copy.AsSpan(Proven, 32).SequenceEqual(SHA256.HashData(copy.AsSpan(0, Proven)));

    private static StoreHeader Parse(byte[] copy) => new(
        BinaryPrimitives.ReadInt64LittleEndian(copy.AsSpan(20)),
        new Guid(copy.AsSpan(28, 16)),
        copy[44] == 1,
        copy[45] == 1 ? WrappedKey.Read(copy.AsSpan(46)) : null);
}

/// <summary>The random data key of a store, sealed with the passphrase: a new passphrase rewraps these 32 bytes, not the file.</summary>
internal sealed record WrappedKey(int Iterations, byte[] Salt, byte[] Sealed)
{
    public const int Size = 4 + 16 + 12 + 16 + 32;
    public const int MinimumPassphrase = 12;

    public static WrappedKey Wrap(byte[] dataKey, string passphrase, Guid storeId)
    {
        var key = new WrappedKey(200_000, RandomNumberGenerator.GetBytes(16), new byte[60]);
        RandomNumberGenerator.Fill(key.Sealed.AsSpan(0, 12));
        using var aes = new AesGcm(key.Derive(passphrase), 16);
        aes.Encrypt(key.Sealed.AsSpan(0, 12), dataKey, key.Sealed.AsSpan(28), key.Sealed.AsSpan(12, 16), storeId.ToByteArray());
        return key;
    }

    /// <summary>The data key, or null where the passphrase is another one.</summary>
    public byte[]? Unwrap(string passphrase, Guid storeId)
    {
        var dataKey = new byte[32];
        try
        {
            using var aes = new AesGcm(Derive(passphrase), 16);
            aes.Decrypt(Sealed.AsSpan(0, 12), Sealed.AsSpan(28), Sealed.AsSpan(12, 16), dataKey, storeId.ToByteArray());
            return dataKey;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    public void Write(Span<byte> into)
    {
        BinaryPrimitives.WriteInt32LittleEndian(into, Iterations);
        Salt.CopyTo(into[4..]);
        Sealed.CopyTo(into[20..]);
    }

    public static WrappedKey Read(ReadOnlySpan<byte> from) =>
        new(BinaryPrimitives.ReadInt32LittleEndian(from), from.Slice(4, 16).ToArray(), from.Slice(20, 60).ToArray());

    private byte[] Derive(string passphrase) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(passphrase), Salt, Iterations, HashAlgorithmName.SHA256, 32);
}
