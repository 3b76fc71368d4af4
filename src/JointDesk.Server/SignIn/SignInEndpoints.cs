using JointDesk.BotFramework;
using JointDesk.People;
using JointDesk.Server.Channels;
using JointDesk.Server.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;

namespace JointDesk.Server.SignIn;

/// <summary>An officer's token for whoever is signed in: at the issuer, or at a proxy that is trusted to say so.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this WebApplication app, SignInOptions options)
    {
        if (options.Authority is not null)
        {
            app.UseAuthentication();
            app.MapGet("/sign-in", () => Results.Challenge(
                new AuthenticationProperties { RedirectUri = "/" }, [OpenIdConnectDefaults.AuthenticationScheme])).ExcludeFromDescription();
            app.MapPost("/sign-out", async (HttpContext context) =>
            {
                await context.SignOutAsync();
                return Results.NoContent();
            }).ExcludeFromDescription().AddEndpointFilter(OwnPage.OnlyAsync);
        }
        if (options.Authority is not null || options.ProxyHeader is not null)
            app.MapPost("/sign-in/token", TokenAsync).ExcludeFromDescription().AddEndpointFilter(OwnPage.OnlyAsync);
    }

    private static async Task<IResult> TokenAsync(
        HttpContext context, SignInOptions options, Desk desk, Conversations conversations, DirectLineTokens tokens, CancellationToken cancel)
    {
        var roster = await desk.Read().RosterAsync(cancel);
        if (NameByProxy(context, options) is not { } name && (name = NameByIssuer(context, options)) is null)
            return options.Authority is null
                ? Problems.Of(StatusCodes.Status401Unauthorized, "ProxyNeeded", "Nobody is signed in, or not by way of the proxy.")
                : Problems.Of(StatusCodes.Status401Unauthorized, "SignInNeeded", "Nobody is signed in; /sign-in leads to the issuer.");
        return roster.Named(name) is { } officer
            ? Results.Json(await SignedIn.OfAsync(officer, roster, conversations, tokens, cancel))
            : Problems.Of(StatusCodes.Status403Forbidden, "UnknownOfficer", "Whoever is signed in is not in the directory of this desk.");
    }

    /// <summary>Only from an address that a setting names, and only one name.</summary>
    private static string? NameByProxy(HttpContext context, SignInOptions options)
    {
        if (options.ProxyHeader is not { } header || context.Connection.RemoteIpAddress is not { } from || context.Request.Headers[header] is not [{ Length: > 0 } name])
            return null;
        var address = from.IsIPv4MappedToIPv6 ? from.MapToIPv4() : from;
        return options.ProxyNetworks.Any(network => network.Contains(address)) ? name : null;
    }

    /// <summary>A mail address that the issuer has not verified is what somebody typed there.</summary>
    private static string? NameByIssuer(HttpContext context, SignInOptions options) =>
        context.User is { Identity.IsAuthenticated: true } user
        && !(options.Claim == "email" && user.FindFirst("email_verified")?.Value.Equals("false", StringComparison.OrdinalIgnoreCase) == true)
            ? user.FindFirst(options.Claim)?.Value
            : null;
}

/// <summary>What a signed-in officer's page works with.</summary>
internal sealed record SignedIn(string Token, DateTimeOffset ExpiresAt, IReadOnlyList<OwnConversation> Conversations, OfficerCard Officer)
{
    public static async ValueTask<SignedIn> OfAsync(
        Officer officer, Roster roster, Conversations conversations, DirectLineTokens tokens, CancellationToken cancel)
    {
        var token = tokens.Issue(new DirectLineUser(officer.Id, officer.Name));
        var chats = await conversations.OfAsync(officer, cancel);
        return new(
            token.Token, token.ExpiresAt, [.. chats.Select(c => new OwnConversation(c.Id, c.IsPersonal ? "personal" : "channel", c.Title, c.TitleEn))],
            OfficerCard.Of(officer, roster));
    }
}

internal sealed record OwnConversation(string Id, string Kind, string Title, string TitleEn);

internal sealed record OfficerCard(
    string Id, string Name, string NameEn, string Department, string DepartmentName, string DepartmentNameEn, IReadOnlyList<string> Roles)
{
    public static OfficerCard Of(Officer officer, Roster roster)
    {
        var department = roster.Department(officer.Department);
        return new(
            officer.Id, officer.Name, officer.NameEn, officer.Department, department?.Name ?? officer.Department, department?.NameEn ?? officer.Department,
            [.. officer.Roles.Select(r => r.ToString().ToLowerInvariant())]);
    }
}
