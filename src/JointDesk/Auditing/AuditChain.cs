using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace JointDesk.Auditing;

/// <summary>The audit chain: each entry's hash covers the one before, so that an edit, a cut or a swap inside shows.</summary>
public static class AuditChain
{
    /// <summary>The hash before the first entry.</summary>
    public static readonly string Genesis = new('0', 64);

    /// <summary>SHA-256 over the previous hash, the sequence and the draft's canonical bytes, as lower-case hex.</summary>
    public static string Hash(string previousHash, long sequence, AuditDraft draft)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, previousHash);
        Append(hash, sequence);
        Append(hash, draft.At.ToUnixTimeTicks());
        Append(hash, draft.Actor);
        Append(hash, draft.Action);
        Append(hash, draft.Subject);
        Append(hash, draft.Departments.Count);
        foreach (var department in draft.Departments)
            Append(hash, department);
        Append(hash, draft.Detail);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The entry that follows <paramref name="head"/>.</summary>
    public static AuditEntry Link(AuditHead head, AuditDraft draft) =>
        new(head.Sequence + 1, draft, head.Hash, Hash(head.Hash, head.Sequence + 1, draft));

    /// <summary>Why the entry does not follow <paramref name="head"/>, or null where it does.</summary>
    public static string? Fault(AuditHead head, AuditEntry entry) =>
        entry.Sequence != head.Sequence + 1 ? $"entry {head.Sequence + 1} is missing, {entry.Sequence} stands in its place"
        : entry.PreviousHash != head.Hash ? $"entry {entry.Sequence} does not follow the one before it"
        : entry.Hash != Hash(head.Hash, entry.Sequence, entry.Draft) ? $"entry {entry.Sequence} was changed"
        : null;

    /// <summary>Each text with its length in front, so that no two drafts have the same bytes.</summary>
    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Append(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
