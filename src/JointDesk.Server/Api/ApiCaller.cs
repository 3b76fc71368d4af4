using JointDesk.BotFramework;
using JointDesk.Cases;
using JointDesk.People;

namespace JointDesk.Server.Api;

/// <summary>Who asks, and with whose eyes everything is read.</summary>
internal sealed record ApiCaller(Officer Officer, Roster Roster, DeskReader Read)
{
    private static readonly object Key = new();

    public Viewer Viewer => Viewer.Of(Officer);

    public bool IsDeskOffice => Roster.DeskOffice?.Id == Officer.Department;

    /// <summary>Filled in by <see cref="AdmitAsync"/> before any endpoint runs.</summary>
    public static ValueTask<ApiCaller> BindAsync(HttpContext context) => ValueTask.FromResult((ApiCaller)context.Items[Key]!);

    /// <summary>Nobody gets past without a good token of an officer of the desk.</summary>
    public static async Task AdmitAsync(HttpContext context, RequestDelegate next, DirectLineTokens tokens, Desk desk)
    {
        var read = desk.Read();
        var roster = await read.RosterAsync(context.RequestAborted);
        if (TokenOf(context.Request) is not { } token || tokens.Check(token) is not { User: { } user } || roster.Officer(user.Id) is not { } officer)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            await Problems.Of(StatusCodes.Status401Unauthorized, "Unauthorized", "A bearer token of an officer is needed.").ExecuteAsync(context);
            return;
        }
        context.Items[Key] = new ApiCaller(officer, roster, read);
        await next(context);
    }

    private static string? TokenOf(HttpRequest request) =>
        request.Headers.Authorization is [{ Length: < 8192 } header] && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? header[7..].Trim()
            : null;
}
