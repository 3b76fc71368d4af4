using System.Text.Json;
using JointDesk.Auditing;

namespace JointDesk.Store.Admin;

/// <param name="Head">The end of what was walked.</param>
/// <param name="Fault">The first thing that does not fit, in one line; null where all does.</param>
public sealed record AuditCheckResult(AuditHead Head, string? Fault);

/// <summary>Walks the audit chain. One cut off at its end is whole in itself: only the head kept outside the store shows the cut.</summary>
public static class AuditCheck
{
    public static async Task<AuditCheckResult> RunAsync(IDeskStore store, AuditHead? keptOutside = null, CancellationToken cancel = default)
    {
        var head = new AuditHead(0, AuditChain.Genesis);
        string? unlike = null;
        while (await store.ReadAuditAsync(head.Sequence, 500, cancel) is { Count: > 0 } page)
        {
            foreach (var entry in page)
            {
                if (AuditChain.Fault(head, entry) is { } fault)
                    return new AuditCheckResult(head, fault);
                head = new AuditHead(entry.Sequence, entry.Hash);
                if (head.Sequence == keptOutside?.Sequence && head != keptOutside)
                    unlike = $"entry {head.Sequence} is not the one whose hash was kept outside the store";
            }
        }
        if (unlike is null && keptOutside is not null && keptOutside.Sequence > head.Sequence)
            unlike = $"entries {head.Sequence + 1} to {keptOutside.Sequence} are missing at the end, as the head kept outside the store tells";
        return new AuditCheckResult(head, unlike);
    }

    /// <summary>Keeps the head outside the store: one line a time is appended, so that the file itself tells when.</summary>
    public static async Task KeepHeadAsync(IDeskStore store, string file, DateTimeOffset now, CancellationToken cancel = default)
    {
        var head = await store.AuditHeadAsync(cancel);
        await File.AppendAllTextAsync(file, JsonSerializer.Serialize(new { at = now, head.Sequence, head.Hash }, JsonSerializerOptions.Web) + "\n", cancel);
    }

    /// <summary>The last head that was kept in the file, or null where there is none.</summary>
    public static async Task<AuditHead?> KeptHeadAsync(string file, CancellationToken cancel = default)
    {
        if (!File.Exists(file))
            return null;
        var lines = await File.ReadAllLinesAsync(file, cancel);
        return lines.LastOrDefault(line => line.EndsWith('}')) is { } last ? JsonSerializer.Deserialize<AuditHead>(last, JsonSerializerOptions.Web) : null;
    }
}
