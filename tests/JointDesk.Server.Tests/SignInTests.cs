using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using JointDesk.Store.InMemory;
using Microsoft.IdentityModel.Tokens;

namespace JointDesk.Server.Tests;

/// <summary>Signing in where the demo is off.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private FakeOpenIdIssuer issuer = null!;

    public async ValueTask InitializeAsync() => issuer = await FakeOpenIdIssuer.StartAsync();

    public async ValueTask DisposeAsync() => await issuer.DisposeAsync();

    private string[] AtTheIssuer =>
        ["--Demo:Enabled", "false", "--SignIn:Authority", issuer.Url, "--SignIn:ClientId", "desk", "--SignIn:ClientSecret", "secret"];

    [Fact]
    public async Task AnOfficerSignsInAtTheIssuerAndStaysSoOverARestart()
    {
        issuer.Claims["email"] = "Wang.Fang@desk.example";
        var store = new InMemoryStore();
        var cookies = new CookieContainer();
        string token;
        await using (var desk = await RunningDesk.StartAsync(store, settings: AtTheIssuer))
        {
            using var browser = Browser(desk, cookies);
            Assert.Equal((HttpStatusCode.Unauthorized, "SignInNeeded"), await RefusedAsync(browser));
            Assert.Equal("/", await FollowAsync(browser, "/sign-in"));
            var signedIn = await TokenAsync(browser);
            Assert.Equal("wang.fang", (string?)signedIn["officer"]!["id"]);
            Assert.Contains(signedIn["conversations"]!.AsArray(), c => (string?)c!["kind"] == "personal");
            token = (string)signedIn["token"]!;
        }
        var cookie = Assert.Single(cookies.GetAllCookies(), c => c.Name == "jointdesk");
        Assert.True(cookie.HttpOnly);

        await using var again = await RunningDesk.StartAsync(store, settings: AtTheIssuer);
        cookies.Add(again.Http.BaseAddress!, new Cookie(cookie.Name, cookie.Value));
        using var later = Browser(again, cookies);
        Assert.Equal("wang.fang", (string?)(await TokenAsync(later))["officer"]!["id"]);
        using var api = new HttpRequestMessage(HttpMethod.Get, "/api/v1/me");
        api.Headers.Authorization = new("Bearer", token);
        Assert.Equal(HttpStatusCode.OK, (await later.SendAsync(api, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await later.PostAsync("/sign-out", null, Cancel)).StatusCode);
        Assert.Equal((HttpStatusCode.Unauthorized, "SignInNeeded"), await RefusedAsync(later));
    }

    [Fact]
    public async Task WhichClaimNamesTheOfficerIsASetting()
    {
        issuer.Claims["police_number"] = "li.qiang";
        await using var desk = await RunningDesk.StartAsync(settings: [.. AtTheIssuer, "--SignIn:Claim", "police_number"]);
        using var browser = Browser(desk, new CookieContainer());
        await FollowAsync(browser, "/sign-in");
        Assert.Equal("li.qiang", (string?)(await TokenAsync(browser))["officer"]!["id"]);
    }

    [Theory]
    [InlineData("someone@elsewhere.example", null, HttpStatusCode.Forbidden)]
    [InlineData("wang.fang@desk.example", false, HttpStatusCode.Unauthorized)]
    [InlineData("wang.fang@desk.example", true, HttpStatusCode.OK)]
    public async Task OnlyAVerifiedAddressOfTheDirectoryIsLetIn(string email, bool? verified, HttpStatusCode expected)
    {
        issuer.Claims["email"] = email;
        if (verified is { } known)
            issuer.Claims["email_verified"] = known;
        await using var desk = await RunningDesk.StartAsync(settings: AtTheIssuer);
        using var browser = Browser(desk, new CookieContainer());
        await FollowAsync(browser, "/sign-in");
        using var answer = await browser.PostAsync("/sign-in/token", null, Cancel);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task AForgedSignInAndOneThatNobodyBeganAreRefused()
    {
        issuer.Claims["email"] = "wang.fang@desk.example";
        issuer.ForgedWith = new RsaSecurityKey(RSA.Create(2048)) { KeyId = "k" };
        await using var desk = await RunningDesk.StartAsync(settings: AtTheIssuer);
        using var browser = Browser(desk, new CookieContainer());
        Assert.Equal("401", await FollowAsync(browser, "/sign-in"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await RefusedAsync(browser)).Status);
        using var begun = await browser.GetAsync("/sign-in/callback?code=the-code&state=made-up", Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, begun.StatusCode);
    }

    [Theory]
    [InlineData("Origin", "https://elsewhere.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task APageOfAnotherSiteGetsNoToken(string header, string value)
    {
        await using var desk = await RunningDesk.StartAsync(settings: ["--Demo:Enabled", "false", "--SignIn:ProxyHeader", "X-User", "--SignIn:ProxyAddresses:0", "127.0.0.1"]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in/token");
        request.Headers.Add("X-User", "wang.fang");
        request.Headers.Add(header, value);
        Assert.Equal(HttpStatusCode.Forbidden, (await desk.Http.SendAsync(request, Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("127.0.0.1", "wang.fang", HttpStatusCode.OK)]
    [InlineData("127.0.0.0/8", "WANG.FANG@desk.example", HttpStatusCode.OK)]
    [InlineData("127.0.0.0/8", "nobody", HttpStatusCode.Forbidden)]
    [InlineData("10.0.0.0/8", "wang.fang", HttpStatusCode.Unauthorized)]
    [InlineData("127.0.0.2", "wang.fang", HttpStatusCode.Unauthorized)]
    [InlineData("127.0.0.1", "", HttpStatusCode.Unauthorized)]
    public async Task OnlyANamedProxyIsBelieved(string addresses, string name, HttpStatusCode expected)
    {
        await using var desk = await RunningDesk.StartAsync(settings: ["--Demo:Enabled", "false", "--SignIn:ProxyHeader", "X-User", "--SignIn:ProxyAddresses:0", addresses]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in/token");
        request.Headers.TryAddWithoutValidation("X-User", name);
        Assert.Equal(expected, (await desk.Http.SendAsync(request, Cancel)).StatusCode);
    }

    [Fact]
    public async Task WithoutASettingThereIsNothingToSignInAt()
    {
        await using var desk = await RunningDesk.StartAsync(settings: ["--Demo:Enabled", "false"]);
        foreach (var path in new[] { "/sign-in/token", "/sign-out" })
            Assert.Equal(HttpStatusCode.NotFound, (await desk.Http.PostAsync(path, null, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Http.GetAsync("/sign-in", Cancel)).StatusCode);
    }

    [Fact]
    public async Task EveryAnswerCarriesTheHeadersThatKeepABrowserAtHome()
    {
        await using var desk = await RunningDesk.StartAsync();
        foreach (var path in new[] { "/", "/healthz", "/api/v1/me", "/nothing" })
        {
            using var answer = await desk.Http.GetAsync(path, Cancel);
            Assert.Contains("default-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
            Assert.False(answer.Headers.Contains("Server"));
            Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        }
    }

    private static HttpClient Browser(RunningDesk desk, CookieContainer cookies) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = desk.Http.BaseAddress };

    /// <returns>Where it ends; a status for what is neither a redirect nor the page.</returns>
    private static async Task<string> FollowAsync(HttpClient browser, string from)
    {
        for (var next = new Uri(browser.BaseAddress!, from); ;)
        {
            using var answer = await browser.GetAsync(next, Cancel);
            if (answer.Headers.Location is not { } location)
                return ((int)answer.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (location.OriginalString == "/")
                return "/";
            next = location;
        }
    }

    private static async Task<JsonNode> TokenAsync(HttpClient browser)
    {
        using var answer = await browser.PostAsync("/sign-in/token", null, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!;
    }

    private static async Task<(HttpStatusCode Status, string? Code)> RefusedAsync(HttpClient browser)
    {
        using var answer = await browser.PostAsync("/sign-in/token", null, Cancel);
        return (answer.StatusCode, (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!["error"]!["code"]);
    }
}
