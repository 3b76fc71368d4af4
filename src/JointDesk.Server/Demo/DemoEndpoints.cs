using System.Globalization;
using JointDesk.BotFramework;
using JointDesk.People;
using JointDesk.Server.Channels;
using JointDesk.Server.Clock;
using JointDesk.Server.Settings;
using JointDesk.Server.SignIn;
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
        var demo = endpoints.MapGroup("/demo").ExcludeFromDescription().AddEndpointFilter(OwnPage.OnlyAsync);
        demo.MapGet("/officers", OfficersAsync);
        demo.MapPost("/sign-in", SignInAsync);
        demo.MapGet("/clock", async (DeskClock clock, Desk desk) => Results.Json(await NowAsync(clock, desk)));
        demo.MapPost("/clock", MoveAsync);
    }

    private static async Task<IResult> OfficersAsync(Desk desk, CancellationToken cancel)
    {
        var roster = await desk.Read().RosterAsync(cancel);
        var items = roster.Officers
            .Select(o => (Officer: o, Department: roster.Department(o.Department)))
            .OrderBy(o => o.Department?.Tier).ThenBy(o => o.Officer.Department, StringComparer.Ordinal).ThenBy(o => o.Officer.Id, StringComparer.Ordinal)
            .Select(o => OfficerCard.Of(o.Officer, roster));
        return Results.Json(new { items });
    }

    private static async Task<IResult> SignInAsync(
        HttpContext context, Desk desk, Conversations conversations, DirectLineTokens tokens, CancellationToken cancel)
    {
        if ((await JsonBody.ReadAsync(context))?.Text("officer") is not { Length: > 0 } id)
            return Problems.Bad("""The body names no officer: {"officer":"wang.fang"} is expected.""");
        var roster = await desk.Read().RosterAsync(cancel);
        return roster.Officer(id) is { } officer
            ? Results.Json(await SignedIn.OfAsync(officer, roster, conversations, tokens, cancel))
            : Problems.NotFound("There is no such officer.");
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

internal sealed record DemoNow(string Now);
