using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace JointDesk.BotFramework.Tests;

public sealed class ConnectorClientTests : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly List<(string Method, string Target, string? Authorization, string Body)> _calls = [];
    private readonly HttpClient _http = new(ConnectorClient.CreateHandler());
    private Func<HttpContext, IResult> _answer = _ => Results.Json(new { id = "new" }, statusCode: 201);
    private LoopbackHost _host = null!;
    private ConnectorClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await LoopbackHost.StartAsync(_ => { }, app => app.Map("/{**any}", TakeAsync));
        _client = new(_http, new(_host.Origin + "/amer"), new Token());
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _host.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        _calls.Add((context.Request.Method, target, context.Request.Headers.Authorization, await reader.ReadToEndAsync(Cancel)));
        await _answer(context).ExecuteAsync(context);
    }

    private Activity Said(string text) => Samples.Read("teams channel message").CreateReply(text) with { ServiceUrl = _host.Origin + "/amer" };

    [Fact]
    public async Task Sends_replies_updates_and_deletes_with_escaped_ids()
    {
        const string thread = "/amer/v3/conversations/19%3A0123%40thread.tacv2%3Bmessageid%3D1700000000000/activities";
        var reply = Said("好") with { Id = "mine", Timestamp = DateTimeOffset.UnixEpoch };
        Assert.Equal("new", await _client.SendAsync(reply, Cancel));
        Assert.Equal("new", await _client.SendAsync(reply with { ReplyToId = null }, Cancel));
        await _client.UpdateAsync(reply with { Id = "a/b?" }, Cancel);
        _answer = _ => Results.StatusCode(202);
        await _client.DeleteAsync(reply.ServiceUrl!, reply.Conversation!.Id!, "a:1", Cancel);
        Assert.Equal(["POST " + thread + "/1700000000000", "POST " + thread, "PUT " + thread + "/a%2Fb%3F", "DELETE " + thread + "/a%3A1"],
            _calls.Select(c => $"{c.Method} {c.Target}"));
        Assert.All(_calls, call => Assert.Equal("Bearer bot-token", call.Authorization));
        var body = JsonElement.Parse(_calls[0].Body);
        Assert.False(body.TryGetProperty("id", out _) || body.TryGetProperty("timestamp", out _));
        Assert.Equal("好", body.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Creates_conversations_as_teams_wants_them()
    {
        _answer = _ => Results.Json(new { id = "a:9", activityId = "1", serviceUrl = "https://x/" });
        var made = await _client.CreateConversationAsync(_host.Origin + "/amer/", Teams.PersonalChat(new() { Id = "28:b" }, new() { Id = "29:u" }, "t"), Cancel);
        Assert.Equal(("a:9", "1"), (made.Id, made.ActivityId));
        await _client.CreateConversationAsync(_host.Origin + "/amer/", Teams.NewThread(new() { Id = "28:b" }, "19:c", "t", Activity.Message("开始")), Cancel);
        Assert.Equal("""{"bot":{"id":"28:b"},"members":[{"id":"29:u"}],"tenantId":"t","channelData":{"tenant":{"id":"t"}}}""", _calls[0].Body);
        Assert.Equal("""{"isGroup":true,"bot":{"id":"28:b"},"tenantId":"t","activity":{"type":"message","text":"开始"},"channelData":{"tenant":{"id":"t"},"channel":{"id":"19:c"}}}""", _calls[1].Body);
    }

    [Fact]
    public async Task What_is_no_reply_in_a_channel_begins_a_thread_and_is_updated_there()
    {
        _answer = _ => Results.Json(new { id = "19:c;messageid=7", activityId = "7" }, statusCode: 201);
        var root = Activity.Message("开始") with
        {
            ChannelId = Channels.Teams,
            ServiceUrl = _host.Origin + "/amer",
            From = new() { Id = "28:b" },
            Conversation = new() { Id = "19:c", ConversationType = ConversationTypes.Channel, TenantId = "t" },
        };
        Assert.Equal("7", await _client.SendAsync(root, Cancel));
        Assert.Equal("POST /amer/v3/conversations", $"{_calls[0].Method} {_calls[0].Target}");
        Assert.Equal(("19:c;messageid=7", "19:c"), (Teams.InThread(root, "7")!.Id, Teams.InThread(root with { ReplyToId = "6" }, "7")!.Id));
        await _client.SendAsync(root with { ReplyToId = "7" }, Cancel);
        Assert.Equal("/amer/v3/conversations/19%3Ac/activities/7", _calls[1].Target);
    }

    [Fact]
    public async Task One_member_is_asked_for_by_id()
    {
        _answer = _ => Results.Json(new { id = "29:u", email = "wang.fang@desk.example" });
        var member = await _client.GetMemberAsync(_host.Origin + "/amer", "19:c", "29:u", Cancel);
        Assert.Equal("/amer/v3/conversations/19%3Ac/members/29%3Au", _calls[0].Target);
        Assert.Equal("wang.fang@desk.example", member!.More!["email"].GetString());
    }

    [Fact]
    public async Task Members_come_page_by_page_and_a_token_that_repeats_ends_it()
    {
        _answer = context => Results.Json(new { members = new[] { new { id = "u" + _calls.Count } }, continuationToken = _calls.Count < 3 ? "t " + _calls.Count : "t 2" });
        var ids = new List<string?>();
        await foreach (var member in _client.GetMembersAsync(_host.Origin + "/amer", "19:c", Cancel))
            ids.Add(member.Id);
        Assert.Equal(["u1", "u2", "u3"], ids);
        Assert.EndsWith("pagedmembers?pageSize=200&continuationToken=t%201", _calls[1].Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_carry_status_code_and_when_to_come_again()
    {
        _answer = context =>
        {
            context.Response.Headers.RetryAfter = "7";
            return Results.Json(new { error = new { code = "TooManyRequests", message = "slow down" } }, statusCode: 429);
        };
        var limited = await Assert.ThrowsAsync<ConnectorException>(() => _client.SendAsync(Said("x"), Cancel).AsTask());
        Assert.Equal((429, "TooManyRequests", TimeSpan.FromSeconds(7), true, false), (limited.Status!.Value, limited.Code, limited.RetryAfter!.Value, limited.IsTransient, limited.IsShutOut));
        _answer = _ => Results.Text("<html>", "text/html", statusCode: 403);
        var shut = await Assert.ThrowsAsync<ConnectorException>(() => _client.SendAsync(Said("x"), Cancel).AsTask());
        Assert.Equal((403, (string?)null, false, true), (shut.Status!.Value, shut.Code, shut.IsTransient, shut.IsShutOut));
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_a_plain_answer_is_a_success()
    {
        _answer = _ => Results.Redirect("https://elsewhere.example/", preserveMethod: true);
        Assert.Equal(307, (await Assert.ThrowsAsync<ConnectorException>(() => _client.SendAsync(Said("x"), Cancel).AsTask())).Status);
        _answer = _ => Results.Text("ok");
        Assert.Null(await _client.SendAsync(Said("x"), Cancel));
    }

    [Theory]
    [InlineData(27_300, 0, false)]
    [InlineData(26_000, 0, true)]
    [InlineData(0, 8_600, false)]
    [InlineData(0, 8_400, true)]
    public async Task A_message_or_card_above_its_budget_is_not_sent(int text, int cardText, bool fits)
    {
        // A Chinese character is three bytes.
        var card = JsonSerializer.SerializeToElement(new { type = "AdaptiveCard", text = new string('汉', cardText) }, Readable);
        var message = Said(new('汉', text)) with { Attachments = [Attachment.AdaptiveCard(card)] };
        if (fits)
            await _client.SendAsync(message, Cancel);
        else
            Assert.Equal(413, (await Assert.ThrowsAsync<ConnectorException>(() => _client.SendAsync(message, Cancel).AsTask())).Status);
        Assert.Equal(fits ? 1 : 0, _calls.Count);
    }

    [Fact]
    public async Task Nobody_there_is_an_error_without_a_status()
    {
        using var client = new HttpClient(new Unreachable());
        var connector = new ConnectorClient(client, new("https://smba.trafficmanager.net/"), new NoConnectorTokens());
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => connector.SendAsync(Samples.Read("teams channel message").CreateReply("x"), Cancel).AsTask());
        Assert.True(failure is { Status: null, IsTransient: true });
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net", "https://smba.trafficmanager.net/apac/", true)]
    [InlineData("https://smba.trafficmanager.net/", "https://SMBA.trafficmanager.net/apac", true)]
    [InlineData("https://smba.trafficmanager.net/", "https://smba.trafficmanager.net.evil.example/", false)]
    [InlineData("https://smba.trafficmanager.net/", "https://smba.trafficmanager.net@evil.example/", false)]
    [InlineData("https://smba.trafficmanager.net/", "http://smba.trafficmanager.net/", false)]
    [InlineData("https://smba.trafficmanager.net/", "https://smba.trafficmanager.net:444/", false)]
    [InlineData("https://desk.example/bot", "https://desk.example/bots/", false)]
    [InlineData("https://desk.example/bot", "https://desk.example/bot/../other", false)]
    [InlineData("https://desk.example/bot", "https://desk.example/bot?x=1", false)]
    [InlineData("https://desk.example/bot", "not a url", false)]
    [InlineData("https://desk.example/bot", "", false)]
    [InlineData("https://desk.example/bot", null, false)]
    public async Task The_bot_sends_only_where_it_may(string allowed, string? serviceUrl, bool may)
    {
        using var client = new HttpClient(new Unreachable());
        var tokens = new Token();
        var connector = new ConnectorClient(client, new(allowed), tokens);
        var failure = await Assert.ThrowsAsync<ConnectorException>(() => connector.SendAsync(Said("x") with { ServiceUrl = serviceUrl }, Cancel).AsTask());
        Assert.Equal(may ? null : "ServiceUrl", failure.Code);
        Assert.Equal(may ? 1 : 0, tokens.Asked);
    }

    [Fact]
    public void A_prefix_that_is_no_address_is_refused_at_start()
    {
        Assert.Throws<ArgumentException>(() => new ServiceUrls("smba.trafficmanager.net"));
        Assert.Throws<ArgumentException>(() => new ServiceUrls("http://smba.trafficmanager.net"));
        Assert.Equal("http://localhost:5/x/", ServiceUrls.ThisMachine.Allow("http://localhost:5/x").ToString());
        Assert.Throws<ConnectorException>(() => ServiceUrls.ThisMachine.Allow("https://smba.trafficmanager.net/emea/"));
        Assert.NotNull(new ServiceUrls(ServiceUrls.PublicCloud).Allow("https://smba.trafficmanager.net/emea/"));
    }

    private sealed class Token : IConnectorTokens
    {
        public int Asked { get; private set; }

        public ValueTask<string?> GetTokenAsync(CancellationToken cancel)
        {
            Asked++;
            return new("bot-token");
        }
    }

    private sealed class Unreachable : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException("no route");
    }
}
