using JointDesk.Cases;
using JointDesk.Information;
using JointDesk.Server.Channels;
using JointDesk.Server.Import;
using NodaTime;

namespace JointDesk.Server.Api;

/// <summary>What was asked of departments, and what they gave. What the caller may not see is absent, not masked.</summary>
internal static class InformationReads
{
    public static async Task<IResult> RequestsAsync(ApiCaller caller, HttpRequest request, CancellationToken cancel)
    {
        var own = caller.Officer.Department;
        var all = (await caller.Read.ListAsync(InformationRequest.Documents, "department", own, cancel))
            .Concat(await caller.Read.ListAsync(InformationRequest.Documents, "lead", own, cancel))
            .DistinctBy(r => r.Id);
        return await Paging.PageAsync(request, all, r => r.Id, async r =>
        {
            if (NeedToKnow.ShowAmong(r, [r.Department, r.Lead], caller.Viewer) is not { Value: var seen })
                return null;
            var given = seen.Contribution is { } id ? await caller.Read.ContributionAsync(id, cancel) : null;
            return new ApiInformationRequest(
                seen.Id, seen.Meeting, seen.CaseNumber, seen.Department, seen.Due.Instant.ToText(seen.Due.Zone), Names.Of(seen.State),
                given?.For(caller.Viewer) is { } visible ? visible.Value.Id : null);
        });
    }

    /// <summary>Each text that goes out leaves its receipt first, as everywhere.</summary>
    public static async Task<IResult> ContributionsAsync(
        ApiCaller caller, HttpRequest request, Disclosure disclosure, Desk desk, CancellationToken cancel)
    {
        var zone = caller.Roster.Department(caller.Officer.Department)?.Zone ?? "UTC";
        var all = await caller.Read.ContributionsAsync("all", Instant.FromUtc(1970, 1, 1, 0, 0), Instant.FromUtc(9000, 1, 1, 0, 0), cancel);
        var concerned = all.Where(c => c.For(caller.Viewer) is not null);
        return await Paging.PageAsync(request, concerned, KeyOf, async contribution =>
        {
            if (!await disclosure.ReadAsync(contribution.Id, caller.Officer.Id, $"api/{contribution.Version}", cancel)
                || await desk.Read().ContributionAsync(contribution.Id, cancel) is not { } now || now.Version != contribution.Version
                || now.For(caller.Viewer) is not { Value: var c })
                return null;
            return new ApiContribution(
                c.Id, c.Request, c.CaseNumber, c.Department, c.Version,
                new ApiHandling(DirectoryFiles.LabelOf(c.Handling.Label), c.Handling.Departments, c.Handling.Officers), c.Text, c.At.ToText(zone),
                [.. c.Receipts.Select(r => new ApiReceipt(r.Officer, r.At.ToText(zone), r.Version))]);
        });
    }

    private static string KeyOf(Contribution contribution) => $"{contribution.At.ToUnixTimeTicks():D19}|{contribution.Id}";
}
