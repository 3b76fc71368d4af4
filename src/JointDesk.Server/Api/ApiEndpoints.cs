using JointDesk.BotFramework;
using JointDesk.Cases;
using JointDesk.Server.Feeds;
using JointDesk.Server.Import;

namespace JointDesk.Server.Api;

/// <summary><c>/api/v1</c>: what the caller may see, as JSON to be read.</summary>
internal static class ApiEndpoints
{
    public static void MapApi(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");

        // Before routing: a path that is not there is no reason to tell a stranger so.
        var (tokens, desk) = (app.Services.GetRequiredService<DirectLineTokens>(), app.Services.GetRequiredService<Desk>());
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/api/v1"),
            api => api.Use((context, next) => ApiCaller.AdmitAsync(context, next, tokens, desk)));

        var api = app.MapGroup("/api/v1").WithTags("v1").ProducesProblem(StatusCodes.Status401Unauthorized);
        api.MapGet("/me", MeAsync).Produces<ApiMe>();
        api.MapGet("/departments", DepartmentsAsync).Produces<ApiList<ApiDepartment>>();
        api.MapGet("/cases", CasesAsync).Produces<ApiList<ApiCase>>();
        api.MapGet("/meetings", MeetingReads.ListAsync).Produces<ApiList<ApiMeeting>>();
        api.MapGet("/meetings/{id}", MeetingReads.OneAsync).Produces<ApiMeeting>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/information-requests", InformationReads.RequestsAsync).Produces<ApiList<ApiInformationRequest>>();
        api.MapGet("/contributions", InformationReads.ContributionsAsync).Produces<ApiList<ApiContribution>>();
        api.MapGet("/assignments", AssignmentReads.ListAsync).Produces<ApiList<ApiAssignment>>();
        api.MapGet("/audit", AuditReads.ListAsync).Produces<ApiList<ApiAuditEntry>>();
    }

    private static async Task<IResult> MeAsync(ApiCaller caller, HttpRequest request, CalendarFeeds feeds, CancellationToken cancel)
    {
        var officer = caller.Officer;
        // Whoever asks sees the address under which it asked: it is only told to itself.
        var path = await feeds.PathOfAsync(Recipient.Officer(officer.Id), cancel);
        return Results.Json(new ApiMe(
            officer.Id, officer.Name, officer.NameEn, officer.Department, [.. officer.Roles.Select(r => r.ToString().ToLowerInvariant())],
            officer.Locale, $"{request.Scheme}://{request.Host}{request.PathBase}{path}"));
    }

    private static ValueTask<IResult> DepartmentsAsync(ApiCaller caller, HttpRequest request) => Paging.PageAsync(
        request, caller.Roster.Departments, d => d.Id, d => ValueTask.FromResult<ApiDepartment?>(new ApiDepartment(
            d.Id, d.Name, d.ShortName, d.NameEn, d.ShortNameEn, d.Tier.ToString().ToLowerInvariant(), d.Superior, d.DeskOffice, d.Zone,
            DirectoryFiles.Time.Format(d.WorkStart), DirectoryFiles.Time.Format(d.WorkEnd), [.. caller.Roster.LiaisonsOf(d.Id).Select(o => o.Id)])));

    /// <summary>What a case is called is for its departments.</summary>
    private static async Task<IResult> CasesAsync(ApiCaller caller, HttpRequest request, CancellationToken cancel) => await Paging.PageAsync(
        request, await caller.Read.ListAsync(Case.Kind, "department", caller.Officer.Department, cancel), c => c.Number,
        c => ValueTask.FromResult(NeedToKnow.ShowAmong(c, c.Departments, caller.Viewer) is { Value: var seen }
            ? new ApiCase(seen.Number, seen.Title, seen.TitleEn, seen.Lead, seen.Participants, seen.Countries, DirectoryFiles.LabelOf(seen.Handling))
            : null));
}
