using System.Globalization;

namespace JointDesk.Server.Api;

/// <summary>The audit chain: the own department's entries, all of them for the desk office. Ids only, as in the chain itself.</summary>
internal static class AuditReads
{
    private const int Chunk = 500;

    public static async Task<IResult> ListAsync(ApiCaller caller, HttpRequest request, IDeskStore store, CancellationToken cancel)
    {
        if (Paging.LimitOf(request) is not { } limit)
            return Problems.Bad("limit is a number from 1 to 500.");
        if (Paging.AfterOf(request) is not { } after || !long.TryParse(after.Length == 0 ? "0" : after, NumberStyles.None, CultureInfo.InvariantCulture, out var from))
            return Problems.Bad("cursor is not one that this list gave.");

        var own = caller.Officer.Department;
        var zone = caller.Roster.Department(own)?.Zone ?? "UTC";
        var items = new List<ApiAuditEntry>();
        while (await store.ReadAuditAsync(from, Chunk, cancel) is { Count: > 0 } entries)
        {
            foreach (var entry in entries)
            {
                from = entry.Sequence;
                var draft = entry.Draft;
                if (!caller.IsDeskOffice && draft.Actor != caller.Officer.Id && !draft.Departments.Contains(own))
                    continue;
                if (items.Count == limit)
                    return Results.Json(new ApiList<ApiAuditEntry>(items, Paging.CursorOf((entry.Sequence - 1).ToString(CultureInfo.InvariantCulture))));
                items.Add(new ApiAuditEntry(
                    entry.Sequence, draft.At.ToText(zone), draft.Actor, draft.Action, draft.Subject, draft.Departments, entry.Hash));
            }
        }
        return Results.Json(new ApiList<ApiAuditEntry>(items, null));
    }
}
