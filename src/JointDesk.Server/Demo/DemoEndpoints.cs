using System.Globalization;
using JointDesk.BotFramework;
using JointDesk.People;
using JointDesk.Server.Channels;
using JointDesk.Server.Clock;
using JointDesk.Server.Settings;
using JointDesk.Server.Workers;
using NodaTime;

namespace JointDesk.Server.Demo;

/// <summary>What only a demo desk has: picking an officer to be, and moving the clock.</summary>
internal static class DemoEndpoints
{
    /// <summary>A slip of the keyboard must not carry the desk into another century, from which it never comes back.</summary>
    private static readonly Duration Farthest = Duration.FromDays(5 * 366);

    public static void MapDemo(this IEndpointRouteBuilder endpoints)
    {
        var demo = endpoints.MapGroup("/demo").ExcludeFromDescription().AddEndpointFilter(OwnPageOnlyAsync);
        demo.MapGet("/officers", OfficersAsync);
        demo.MapPost("/sign-in", SignInAsync);
        demo.MapGet("/clock", async (DeskClock clock, Desk desk) => Results.Json(await NowAsync(clock, desk)));
        demo.MapPost("/clock", MoveAsync);
    }

    /// <summary>Signing in takes no password here, so a page of another site in the same browser must not do it.</summary>
    private static async ValueTask<object?> OwnPageOnlyAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var request = invocation.HttpContext.Request;
        var isForeign = request.Headers.Origin.Any(origin =>
            !Uri.TryCreate(origin, UriKind.Absolute, out var page) || !page.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
        return isForeign ? Problems.Of(StatusCodes.Status403Forbidden, "Forbidden", "A page of another site may not do this.") : await next(invocation);
    }

    private static async Task<IResult> OfficersAsync(Desk desk, CancellationToken cancel)
    {
        var roster = await desk.Read().RosterAsync(cancel);
        var items = roster.Officers
            .Select(o => (Officer: o, Department: roster.Department(o.Department)))
            .OrderBy(o => o.Department?.Tier).ThenBy(o => o.Officer.Department, StringComparer.Ordinal).ThenBy(o => o.Officer.Id, StringComparer.Ordinal)
            .Select(o => new DemoOfficer(
                o.Officer.Id, o.Officer.Name, o.Officer.NameEn, o.Officer.Department, o.Department?.Name ?? o.Officer.Department,
                o.Department?.NameEn ?? o.Officer.Department, [.. o.Officer.Roles.Select(r => r.ToString().ToLowerInvariant())]));
        return Results.Json(new { items });
    }

    private static async Task<IResult> SignInAsync(
        HttpContext context, Desk desk, Conversations conversations, DirectLineTokens tokens, CancellationToken cancel)
    {
        if ((await JsonBody.ReadAsync(context))?.Text("officer") is not { Length: > 0 } id)
            return Problems.Bad("""The body names no officer: {"officer":"wang.fang"} is expected.""");
        if ((await desk.Read().RosterAsync(cancel)).Officer(id) is not { } officer)
            return Problems.NotFound("There is no such officer.");
        var token = tokens.Issue(new DirectLineUser(officer.Id, officer.Name));
        var chats = (await conversations.OfAsync(officer, cancel))
            .Select(c => new DemoConversation(c.Id, c.IsPersonal ? "personal" : "channel", c.Title, c.TitleEn));
        return Results.Json(new { token = token.Token, expiresAt = token.ExpiresAt, conversations = chats });
    }

    private static async Task<IResult> MoveAsync(HttpContext context, DeskClock clock, ClockMover mover, Desk desk, CancellationToken cancel)
    {
        if (await JsonBody.ReadAsync(context) is not { } body || TargetOf(body.Text("advance"), body.Text("now")) is not { } target)
            return Problems.Bad("""The body is {"advance":"1.00:00:00"} or {"now":"2026-11-26T09:00:00+08:00"}.""");
        var now = clock.GetCurrentInstant();
        if (target(now) - now > Farthest)
            return Problems.Bad("The clock is not moved on by more than five years at once.");
        return await mover.MoveAsync(target, cancel)
            ? Results.Json(await NowAsync(clock, desk))
            : Problems.Bad("The desk's clock never goes back.");
    }

    private static Func<Instant, Instant>? TargetOf(string? advance, string? now) => (advance, now) switch
    {
        ({ } by, null) when TimeSpan.TryParseExact(by, "c", CultureInfo.InvariantCulture, out var span) && span > -TimeSpan.FromDays(9999)
            && span < TimeSpan.FromDays(9999) => from => from + Duration.FromTimeSpan(span),
        (null, { } to) when DemoOptions.Parse(to) is { } instant => _ => instant,
        _ => null,
    };

    private static async ValueTask<DemoNow> NowAsync(DeskClock clock, Desk desk)
    {
        var roster = await desk.Read().RosterAsync();
        var zone = DateTimeZoneProviders.Tzdb[roster.DeskOffice?.Zone ?? "Asia/Shanghai"];
        return new DemoNow(clock.GetCurrentInstant().ToText(zone));
    }
}

internal sealed record DemoOfficer(
    string Id, string Name, string NameEn, string Department, string DepartmentName, string DepartmentNameEn, IReadOnlyList<string> Roles);

internal sealed record DemoConversation(string Id, string Kind, string Title, string TitleEn);

internal sealed record DemoNow(string Now);
