using System.Net;
using System.Text;
using JointDesk.BotFramework.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace JointDesk.Server.Tests;

/// <summary>The whole desk with an app id: tokens of a local issuer come in, tokens of a local login authority go out.</summary>
public sealed class AppIdTests : IAsyncLifetime
{
    private const string Tenant = "t-1";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly Echo echo = new();
    private LocalIssuer issuer = null!;
    private FakeConnector connector = null!;
    private LoopbackHost login = null!;
    private RunningDesk desk = null!;
    private int asked;

    public async ValueTask InitializeAsync()
    {
        issuer = await LocalIssuer.StartAsync();
        connector = await FakeConnector.StartAsync();
        connector.Members.Add(new { id = "29:li", email = "li.qiang@desk.example" });
        login = await LoopbackHost.StartAsync(_ => { }, app => app.MapPost("/{**any}", async context =>
        {
            var form = await context.Request.ReadFormAsync();
            asked++;
            await (form["client_secret"] == "s3cret" && form["scope"] == "https://api.botframework.com/.default"
                ? Results.Json(new { token_type = "Bearer", expires_in = 3600, access_token = "the-bots-own" })
                : Results.Json(new { error = "invalid_client" }, statusCode: 401)).ExecuteAsync(context);
        }));
        desk = await RunningDesk.StartAsync(receptionist: echo, settings:
        [
            "--Bot:AppId", issuer.AppId, "--Bot:TenantId", Tenant, "--Bot:AppSecret", "s3cret", "--Bot:OpenIdMetadata", issuer.Metadata,
            "--Bot:Authority", login.Origin + "/" + Tenant, "--Bot:ServiceUrls:0", connector.Url, "--Bot:Accounts:aad-wang", "wang.fang",
        ]);
    }

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        await login.DisposeAsync();
        await connector.DisposeAsync();
        await issuer.DisposeAsync();
    }

    [Fact]
    public async Task AMessageWithAGoodTokenIsAnsweredWithTheBotsOwnToken()
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync("1", "hello"));
        var sent = await connector.NextAsync(c => c.Text == "heard: hello");
        Assert.Equal("Bearer the-bots-own", sent.Authorization);
        Assert.Equal("li.qiang", Assert.Single(echo.Turns).OfficerId);
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task WithoutAGoodTokenNothingHappens()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync("1", "hello", token: ""));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync("1", "hello", token: "Bearer abc"));
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync("1", "hello", token: "Bearer " + issuer.Token(DateTimeOffset.UtcNow, audience: "another")));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync("1", "hello", token: "Bearer " + issuer.Token(DateTimeOffset.UtcNow, serviceUrl: "https://evil.example/")));
        Assert.Empty(echo.Turns);
        Assert.Empty(connector.Calls);
    }

    [Fact]
    public async Task WhoOneIsIsTheTenantsWordAndNobodyElses()
    {
        // An id that a client chose, a directory of another tenant, an address that the sender wrote.
        await PostAsync("1", "a", from: """{"id":"wang.fang"}""");
        await PostAsync("2", "b", tenant: "t-2");
        await PostAsync("3", "c", from: """{"id":"29:x","email":"wang.fang@desk.example"}""");
        await PostAsync("4", "d", channel: "webchat");
        Assert.All(echo.Turns, turn => Assert.Equal("", turn.OfficerId));
        await PostAsync("5", "e", from: """{"id":"29:w","aadObjectId":"aad-wang"}""");
        Assert.Equal("wang.fang", echo.Turns.Last().OfficerId);
        Assert.Equal(5, echo.Turns.Count);
    }

    private async Task<HttpStatusCode> PostAsync(
        string id, string text, string? token = null, string from = """{"id":"29:li"}""", string tenant = Tenant, string channel = "msteams")
    {
        var body = $$"""
            {"type":"message","id":"{{id}}","text":"{{text}}","channelId":"{{channel}}","serviceUrl":"{{connector.Url}}","from":{{from}},"recipient":{"id":"28:bot"},
             "conversation":{"id":"a:{{id}}","conversationType":"personal","tenantId":"{{tenant}}"} }
            """;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", token ?? "Bearer " + issuer.Token(DateTimeOffset.UtcNow, serviceUrl: connector.Url));
        using var answer = await desk.Http.SendAsync(request, Cancel);
        return answer.StatusCode;
    }
}
