using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Tokens;

namespace JointDesk.BotFramework.Tests;

/// <summary>The negative cases of the official SDK's tests and more, over HTTP, with real keys of a local issuer.</summary>
public sealed class ChannelAuthenticatorTests : IAsyncLifetime, IBotHandler
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly FakeTimeProvider _time = new(DateTimeOffset.Parse("2026-11-23T08:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
    private readonly LogLines _log = new();
    private readonly HttpClient _http = new();
    private LocalIssuer _issuer = null!;
    private LoopbackHost _bot = null!;
    private int _turns;

    private DateTimeOffset Now => _time.GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        _issuer = await LocalIssuer.StartAsync();
        _bot = await StartBotAsync(new() { AppId = _issuer.AppId, TenantId = "t", OpenIdMetadata = _issuer.Metadata });
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _issuer.DisposeAsync();
        _http.Dispose();
    }

    public ValueTask<InvokeResponse?> OnActivityAsync(TurnContext turn, CancellationToken cancel)
    {
        Interlocked.Increment(ref _turns);
        return new((InvokeResponse?)null);
    }

    private Task<LoopbackHost> StartBotAsync(BotAuthenticationOptions options) => LoopbackHost.StartAsync(
        services => services.AddSingleton<IBotHandler>(this).AddSingleton<ILoggerProvider>(_log).AddSingleton<TimeProvider>(_time)
            .AddSingleton<IBotAuthenticator>(new ChannelAuthenticator(options, _http, _time)),
        app => app.MapBotMessages());

    private static string Body(string channel = "msteams", string? serviceUrl = LocalIssuer.ServiceUrl, string id = "1") =>
        $$"""{"type":"message","id":"{{id}}","text":"geheim","channelId":"{{channel}}","serviceUrl":"{{serviceUrl}}","conversation":{"id":"c"} }""";

    private async Task<int> PostAsync(string? authorization, string? body = null, LoopbackHost? bot = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(body ?? Body(), Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var response = await (bot ?? _bot).Client.SendAsync(request, Cancel);
        Assert.Empty(await response.Content.ReadAsStringAsync(Cancel));
        return (int)response.StatusCode;
    }

    private async Task RefusedAsync(string? authorization, int status = 401, string? body = null)
    {
        Assert.Equal(status, await PostAsync(authorization, body));
        Assert.Equal(0, _turns);
        Assert.Contains(_log.All, line => line.Contains($"Refused a post to the bot with {status}: ", StringComparison.Ordinal));
        Assert.DoesNotContain(_log.All, line => line.Contains("geheim", StringComparison.Ordinal) || (authorization?.Length > 20 && line.Contains(authorization[^20..], StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(SecurityAlgorithms.RsaSha256)]
    [InlineData(SecurityAlgorithms.RsaSha384)]
    [InlineData(SecurityAlgorithms.RsaSha512)]
    public async Task A_good_token_is_let_in(string algorithm)
    {
        Assert.Equal(200, await PostAsync("Bearer " + _issuer.Token(Now, algorithm: algorithm)));
        Assert.Equal(200, await PostAsync("Bearer " + _issuer.Token(Now, algorithm: algorithm), Body("webchat", LocalIssuer.ServiceUrl.ToUpperInvariant(), "2")));
        Assert.Equal(200, await PostAsync("Bearer " + _issuer.Token(Now, algorithm: algorithm), Body("", id: "3")));
        Assert.Equal(3, _turns);
        Assert.Equal(2, _issuer.Fetches);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer abc")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer ..")]
    [InlineData("Bearer e30.e30.")]
    [InlineData("Bearer eyJhbGciOiJSUzI1NiJ9.!!!.???")]
    [InlineData("Bearer eyJhbGciOiJSUzI1NiJ9.bm90IGpzb24.AAAA")]
    [InlineData("Bearer eyJhbGciOlsiUlMyNTYiXX0.e30.AAAA")]
    [InlineData("Bearer a.b.c.d.e")]
    public async Task What_is_no_token_is_401(string? authorization) => await RefusedAsync(authorization);

    [Fact]
    public async Task A_good_token_in_another_scheme_or_form_is_401()
    {
        var good = _issuer.Token(Now);
        foreach (var wrong in new[] { good, "Basic " + good, "bearer " + good, "Bearer  " + good, "Bearer " + good + " x", "Bearer " + good[..^2], "Bearer " + good + "AA" })
            await RefusedAsync(wrong);
    }

    [Fact]
    public async Task Nothing_is_believed_that_the_issuers_key_has_not_signed()
    {
        var good = _issuer.Token(Now).Split('.');
        var none = Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT","kid":"k1"}""");
        await RefusedAsync($"Bearer {none}.{good[1]}.");
        await RefusedAsync($"Bearer {none}.{good[1]}.{good[2]}");
        await RefusedAsync($"Bearer {good[0]}.{good[1]}.");
        await RefusedAsync($"Bearer {good[0]}.{Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(good[1]).Replace("apac", "evil", StringComparison.Ordinal))}.{good[2]}");
        foreach (var publicKey in new[] { _issuer.Current.Rsa.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(_issuer.Current.Rsa.ExportSubjectPublicKeyInfoPem()), _issuer.Current.Rsa.ExportParameters(false).Modulus! })
            await RefusedAsync("Bearer " + _issuer.Token(Now, credentials: new(new SymmetricSecurityKey(publicKey) { KeyId = "k1" }, SecurityAlgorithms.HmacSha256)));
        await RefusedAsync("Bearer " + _issuer.Token(Now, _issuer.NewKey("k1")));
        await RefusedAsync("Bearer " + _issuer.Token(Now, algorithm: SecurityAlgorithms.RsaSsaPssSha256));
        await RefusedAsync("Bearer " + _issuer.Token(Now, new RsaSecurityKey(_issuer.Current.Rsa)));
    }

    [Fact]
    public async Task Issuer_and_audience_are_exact()
    {
        await RefusedAsync("Bearer " + _issuer.Token(Now, issuer: "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"));
        await RefusedAsync("Bearer " + _issuer.Token(Now, issuer: "https://api.botframework.com/"));
        await RefusedAsync("Bearer " + _issuer.Token(Now, issuer: ""));
        await RefusedAsync("Bearer " + _issuer.Token(Now, audience: null));
        await RefusedAsync("Bearer " + _issuer.Token(Now, audience: "another-app"));
        await RefusedAsync("Bearer " + _issuer.Token(Now, audience: LocalIssuer.Issuer));
        await RefusedAsync("Bearer " + _issuer.Token(Now, audience: _issuer.AppId + " "));
    }

    [Theory]
    [InlineData(-3600, -299, 200)]
    [InlineData(-3600, -301, 401)]
    [InlineData(299, 3600, 200)]
    [InlineData(301, 3600, 401)]
    [InlineData(-7200, -3600, 401)]
    [InlineData(3600, 7200, 401)]
    public async Task Its_time_is_checked_with_five_minutes_of_skew(int from, int until, int expected) =>
        Assert.Equal(expected, await PostAsync("Bearer " + _issuer.Token(Now, from: TimeSpan.FromSeconds(from), until: TimeSpan.FromSeconds(until))));

    [Fact]
    public async Task The_token_speaks_for_one_service_url()
    {
        await RefusedAsync("Bearer " + _issuer.Token(Now, serviceUrl: null), 403);
        await RefusedAsync("Bearer " + _issuer.Token(Now, serviceUrl: ""), 403);
        await RefusedAsync("Bearer " + _issuer.Token(Now, serviceUrl: "https://evil.example/"), 403);
        await RefusedAsync("Bearer " + _issuer.Token(Now), 403, Body(serviceUrl: "https://evil.example/"));
        await RefusedAsync("Bearer " + _issuer.Token(Now), 403, """{"type":"message","channelId":"msteams"}""");
    }

    [Fact]
    public async Task The_key_speaks_for_its_channels()
    {
        await RefusedAsync("Bearer " + _issuer.Token(Now), 403, Body("directline"));
        await RefusedAsync("Bearer " + _issuer.Token(Now), 403, Body("MSTEAMS"));
        await RefusedAsync("Bearer " + _issuer.Token(Now, _issuer.Publish("none", null)), 401);
        _time.Advance(TimeSpan.FromMinutes(2));
        await RefusedAsync("Bearer " + _issuer.Token(Now, _issuer.Publish("missing", null)), 403);
        _time.Advance(TimeSpan.FromMinutes(2));
        await RefusedAsync("Bearer " + _issuer.Token(Now, _issuer.Publish("empty", [])), 403);
    }

    [Theory]
    [InlineData(-30, 30, 200)]
    [InlineData(-30, -1, 401)]
    [InlineData(1, 30, 401)]
    public async Task A_key_is_good_for_as_long_as_its_certificate(int from, int until, int expected)
    {
        _issuer.Certify(Now.AddDays(from), Now.AddDays(until));
        Assert.Equal(expected, await PostAsync("Bearer " + _issuer.Token(Now)));
    }

    [Fact]
    public async Task A_key_with_an_unreadable_certificate_is_not_believed()
    {
        _issuer.Certificate = "AAAA";
        await RefusedAsync("Bearer " + _issuer.Token(Now));
        Assert.Equal(0, _turns);
    }

    [Fact]
    public async Task A_required_endorsement_must_be_there()
    {
        await using var strict = await StartBotAsync(new() { AppId = _issuer.AppId, TenantId = "t", OpenIdMetadata = _issuer.Metadata, RequiredEndorsements = ["audited"] });
        Assert.Equal(403, await PostAsync("Bearer " + _issuer.Token(Now), bot: strict));
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(200, await PostAsync("Bearer " + _issuer.Token(Now, _issuer.Publish("k2", "msteams", "audited")), bot: strict));
    }

    [Fact]
    public async Task A_token_that_is_too_long_is_refused_unread()
    {
        await RefusedAsync("Bearer " + _issuer.Token(Now, padding: new('x', 20_000)));
        Assert.Equal(431, await PostAsync("Bearer " + _issuer.Token(Now, padding: new('x', 40_000))));
        Assert.Equal(0, _issuer.Fetches);
    }

    [Fact]
    public async Task A_token_used_again_with_another_body_does_nothing_again()
    {
        var token = "Bearer " + _issuer.Token(Now);
        Assert.Equal(200, await PostAsync(token));
        Assert.Equal(200, await PostAsync(token, Body().Replace("geheim", "anders", StringComparison.Ordinal)));
        Assert.Equal(1, _turns);
        Assert.Equal(403, await PostAsync(token, Body(serviceUrl: "https://evil.example/", id: "2")));
        Assert.Equal(403, await PostAsync(token, Body("slack", id: "3")));
        Assert.Equal(1, _turns);
    }

    [Fact]
    public async Task New_keys_are_fetched_for_an_unknown_id_at_a_limited_rate()
    {
        Assert.Equal(200, await PostAsync("Bearer " + _issuer.Token(Now)));
        var old = _issuer.Current;
        _issuer.Rotate("k2");
        for (var i = 0; i < 20; i++)
            Assert.Equal(401, await PostAsync("Bearer " + _issuer.Token(Now, _issuer.NewKey("made up " + i), padding: "x")));
        Assert.Equal(2, _issuer.Fetches);
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(200, await PostAsync("Bearer " + _issuer.Token(Now), Body(id: "2")));
        Assert.Equal(4, _issuer.Fetches);
        Assert.Equal(401, await PostAsync("Bearer " + _issuer.Token(Now, old), Body(id: "3")));
        Assert.Equal(2, _turns);
    }

    [Fact]
    public async Task Keys_are_renewed_daily_and_a_key_withdrawn_is_then_refused()
    {
        var old = _issuer.Current;
        Assert.Equal(200, await PostAsync("Bearer " + _issuer.Token(Now, old)));
        _issuer.Rotate("k2");
        _time.Advance(TimeSpan.FromHours(25));
        Assert.Equal(401, await PostAsync("Bearer " + _issuer.Token(Now, old), Body(id: "2")));
    }

    [Fact]
    public async Task While_the_issuer_is_away_known_keys_serve_for_days_and_without_any_it_is_503()
    {
        _issuer.Fault = _ => Results.StatusCode(500);
        await RefusedAsync("Bearer " + _issuer.Token(Now), 503);
        _issuer.Fault = null;
        Assert.Equal(503, await PostAsync("Bearer " + _issuer.Token(Now)));
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(200, await PostAsync("Bearer " + _issuer.Token(Now)));
        _issuer.Fault = _ => Results.StatusCode(500);
        _time.Advance(TimeSpan.FromDays(4));
        Assert.Equal(200, await PostAsync("Bearer " + _issuer.Token(Now), Body(id: "2")));
        _time.Advance(TimeSpan.FromDays(2));
        Assert.Equal(503, await PostAsync("Bearer " + _issuer.Token(Now), Body(id: "3")));
    }

    [Theory]
    [InlineData("metadata", "not json")]
    [InlineData("metadata", "{}")]
    [InlineData("keys", "not json")]
    [InlineData("keys", "{}")]
    [InlineData("keys", """{"keys":[]}""")]
    [InlineData("keys", """{"keys":null}""")]
    [InlineData("keys", "404")]
    public async Task Broken_metadata_is_503_never_500(string what, string answer)
    {
        _issuer.Fault = asked => asked != what ? null! : answer == "404" ? Results.NotFound() : Results.Text(answer, "application/json");
        await RefusedAsync("Bearer " + _issuer.Token(Now), 503);
    }

    [Fact]
    public async Task The_token_is_checked_before_the_body_is_read()
    {
        await RefusedAsync(null, 401, "{ this is no json");
        await RefusedAsync(null, 401, new string('x', 300_000));
        using var head = await _bot.Client.SendAsync(new(HttpMethod.Head, "/api/messages"), Cancel);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
    }

    [Fact]
    public void A_bot_that_is_set_up_by_halves_does_not_start()
    {
        Assert.Throws<ArgumentException>(() => new ChannelAuthenticator(new() { AppId = " ", TenantId = "t" }, _http, _time));
        Assert.Throws<ArgumentException>(() => new ChannelAuthenticator(new() { AppId = "a" }, _http, _time));
        new ChannelAuthenticator(new() { AppId = "a", AppType = BotAppType.MultiTenant }, _http, _time).Dispose();
    }
}
