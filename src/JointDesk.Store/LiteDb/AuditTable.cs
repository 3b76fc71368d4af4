using System.Text.Json;
using JointDesk.Auditing;
using LiteDB;
using Json = System.Text.Json.JsonSerializer;

namespace JointDesk.Store.LiteDb;

internal sealed class AuditTable(Rows rows)
{
    private const string Audit = "audit";

    /// <summary>The writer's, ahead of what readers see; these tables are made anew when a commit fails.</summary>
    private AuditHead? _appended;

    public AuditHead Head => rows.Last(Audit) is { } row ? HeadOf(ToEntry(row)) : new AuditHead(0, AuditChain.Genesis);

    public void Append(IReadOnlyList<AuditDraft> drafts)
    {
        if (drafts.Count == 0)
            return;
        var head = _appended ?? Head;
        foreach (var draft in drafts)
        {
            var entry = AuditChain.Link(head, draft);
            rows.Insert(Audit, new BsonDocument { ["_id"] = entry.Sequence, ["p"] = Json.SerializeToUtf8Bytes(entry, DeskJson.Options) });
            _appended = head = HeadOf(entry);
        }
    }

    public IReadOnlyList<AuditEntry> Read(long afterSequence, int take) =>
        [.. rows.Range(Audit, Math.Max(0, afterSequence) + 1, long.MaxValue, Math.Min(take, Limits.Page)).Select(ToEntry)];

    private static AuditEntry ToEntry(BsonDocument row) =>
        Json.Deserialize<AuditEntry>(row["p"].AsBinary, DeskJson.Options) ?? throw new JsonException($"Audit entry {row["_id"]} is empty.");

    private static AuditHead HeadOf(AuditEntry entry) => new(entry.Sequence, entry.Hash);
}
