using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace JointDesk.BotFramework.Tests;

public sealed class ConversationTests : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private DirectLineDesk _desk = null!;
    private string _wang = "";

    public async ValueTask InitializeAsync()
    {
        _desk = await DirectLineDesk.StartAsync(options: new() { Burst = 1000, AllowedOrigins = ["https://portal.example"] });
        _desk.Backend.Rooms["team-1"] = ["wang", "li"];
        _wang = _desk.TokenOf("wang");
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    private async Task<(List<string?> Texts, string Watermark)> PollAsync(string conversation, string bearer, string watermark = "")
    {
        var (status, body) = await _desk.CallAsync("GET", $"/conversations/{conversation}/activities?watermark={watermark}", bearer);
        Assert.Equal(HttpStatusCode.OK, status);
        return ([.. body.GetProperty("activities").EnumerateArray().Select(a => a.GetProperty("text").GetString())], body.GetProperty("watermark").GetString()!);
    }

    [Fact]
    public async Task Starting_opens_the_personal_chat_with_token_and_stream()
    {
        var (status, body) = await _desk.CallAsync("POST", "/conversations", _wang, new StringContent("""{"user":{"id":"someone-else"},"locale":"zh-CN"}"""));
        Assert.Equal((HttpStatusCode.Created, "personal-wang"), (status, body.GetProperty("conversationId").GetString()));
        Assert.InRange(body.GetProperty("expires_in").GetInt32(), 1790, 1800);
        Assert.StartsWith($"ws://{new Uri(_desk.Origin).Authority}/v3/directline/conversations/personal-wang/stream?watermark=&t=", body.GetProperty("streamUrl").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _desk.CallAsync("POST", "/conversations", _wang)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _desk.CallAsync("POST", "/conversations", _desk.TokenOf("stranger"))).Status);
        Assert.Equal("team-1", (await _desk.CallAsync("POST", "/conversations", _desk.TokenOf("li", "team-1"))).Body.GetProperty("conversationId").GetString());
    }

    [Fact]
    public async Task A_message_comes_back_with_its_client_id_followed_by_the_answer()
    {
        var (status, body) = await _desk.PostAsync("team-1", _wang, Samples.Json("web chat message"));
        Assert.Equal((HttpStatusCode.OK, "team-1|0000001"), (status, body.GetProperty("id").GetString()));
        var (_, set) = await _desk.CallAsync("GET", "/conversations/team-1/activities?watermark=", _desk.TokenOf("li"));
        Assert.Equal("2", set.GetProperty("watermark").GetString());
        var echo = set.GetProperty("activities")[0];
        Assert.Equal(("1764000000000a1b2c", "你好"), (echo.GetProperty("channelData").GetProperty("clientActivityID").GetString(), echo.GetProperty("text").GetString()));
        Assert.Equal("team-1|0000001", set.GetProperty("activities")[1].GetProperty("replyToId").GetString());
    }

    [Fact]
    public async Task Who_where_and_when_are_not_the_clients_to_say()
    {
        await _desk.PostAsync("team-1", _wang, """
            {"type":"message","text":"x","id":"mine","channelId":"msteams","serviceUrl":"https://evil.example","from":{"id":"li","role":"bot"},"recipient":{"id":"li"},
             "conversation":{"id":"personal-li"},"timestamp":"2001-01-01T00:00:00Z","localTimestamp":"2026-11-23T10:00:00+08:00","callerId":"urn:x"}
            """);
        var got = Assert.Single(_desk.Backend.Received);
        Assert.Equal(("directline", "wang", "WANG", "user", "team-1"), (got.ChannelId, got.From!.Id, got.From.Name, got.From.Role, got.Conversation!.Id));
        Assert.True(got is { Id: null, ServiceUrl: null, Recipient: null, CallerId: null } && got.Timestamp > DateTimeOffset.Parse("2020-01-01", System.Globalization.CultureInfo.InvariantCulture));
        Assert.NotNull(got.LocalTimestamp);
    }

    [Fact]
    public async Task The_same_client_id_again_does_nothing_twice()
    {
        var first = await _desk.PostAsync("team-1", _wang, Samples.Json("web chat message"));
        var again = await _desk.PostAsync("team-1", _wang, Samples.Json("web chat message"));
        Assert.Equal(first.Body.GetProperty("id").GetString(), again.Body.GetProperty("id").GetString());
        Assert.Single(_desk.Backend.Received);
    }

    [Fact]
    public async Task Polling_goes_on_from_the_watermark()
    {
        await _desk.PostAsync("team-1", _wang, """{"type":"message","text":"one"}""");
        var (texts, watermark) = await PollAsync("team-1", _wang);
        Assert.Equal(["one", "echo: one"], texts);
        Assert.Empty((await PollAsync("team-1", _wang, watermark)).Texts);
        Assert.Equal(watermark, (await PollAsync("team-1", _wang, watermark)).Watermark);
        _desk.Backend.Say("team-1", Activity.Message("two"));
        Assert.Equal(["two"], (await PollAsync("team-1", _wang, watermark)).Texts);
        Assert.Equal(3, (await PollAsync("team-1", _wang, "garbage")).Texts.Count);
        Assert.Equal(3, (await PollAsync("team-1", _wang, "-1")).Texts.Count);
        Assert.Equal("99", (await PollAsync("team-1", _wang, "99")).Watermark);
    }

    [Fact]
    public async Task Polling_shows_a_broken_store_as_nothing_new()
    {
        _desk.Backend.Broken = () => new IOException("disk");
        var (texts, watermark) = await PollAsync("team-1", _wang, "7");
        Assert.Empty(texts);
        Assert.Equal("7", watermark);
        Assert.Contains(_desk.Log.All, line => line.Contains("disk", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_bot_that_fails_is_502_and_a_store_that_fails_503()
    {
        _desk.Backend.Broken = () => new IOException("disk");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _desk.CallAsync("POST", "/conversations", _wang)).Status);
        var calls = 0;
        _desk.Backend.Broken = null;
        _desk.Backend.Rooms["team-2"] = ["wang"];
        await using var flaky = await DirectLineDesk.StartAsync(backend: new MemoryBackend { Rooms = { ["r"] = ["wang"] } });
        flaky.Backend.Broken = () => calls++ == 0 ? new SkipOnce() : new IOException("bot");
        var (status, body) = await flaky.PostAsync("r", flaky.TokenOf("wang"), """{"type":"message","text":"x"}""");
        Assert.Equal((HttpStatusCode.BadGateway, "BotRejectedActivity"), (status, body.GetProperty("error").GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("personal-li")]
    [InlineData("nowhere")]
    [InlineData("a%2Fb")]
    public async Task What_a_user_may_not_open_is_not_there(string conversation)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await _desk.CallAsync("GET", $"/conversations/{conversation}", _wang)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _desk.CallAsync("GET", $"/conversations/{conversation}/activities", _wang)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _desk.PostAsync(conversation, _wang, """{"type":"message","text":"x"}""")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _desk.CallAsync("POST", $"/conversations/{conversation}/upload", _wang)).Status);
    }

    [Theory]
    [InlineData("not json", 400)]
    [InlineData("", 400)]
    [InlineData("{}", 400)]
    [InlineData("""{"type":"message","text":"half \ud83d"}""", 400)]
    [InlineData("""{"type":"holographicWave"}""", 200)]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[{"id":"wang"}]}""", 200)]
    [InlineData("""{"type":"installationUpdate","action":"remove"}""", 200)]
    [InlineData("""{"type":"invoke","name":"adaptiveCard/action"}""", 200)]
    [InlineData("""{"type":"typing"}""", 200)]
    public async Task Odd_posts_are_refused_or_ignored(string json, int expected)
    {
        Assert.Equal(expected, (int)(await _desk.PostAsync("team-1", _wang, json)).Status);
        Assert.Empty(_desk.Backend.Received);
    }

    [Fact]
    public async Task A_post_above_the_limit_is_413_with_an_error_body()
    {
        var (status, body) = await _desk.PostAsync("team-1", _wang, $$"""{"type":"message","text":"{{new string('汉', 100_000)}}"}""");
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "MessageSizeTooBig"), (status, body.GetProperty("error").GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Many_posts_at_once_wait_and_only_a_flood_is_429()
    {
        await using var desk = await DirectLineDesk.StartAsync(options: new() { Burst = 2, PerSecond = 20, MaxWaiting = 4 });
        var token = desk.TokenOf("wang");
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => desk.PostAsync("personal-wang", token, $$"""{"type":"message","text":"{{i}}"}""")));
        Assert.All(answers, a => Assert.True(a.Status is HttpStatusCode.OK or HttpStatusCode.TooManyRequests));
        Assert.Contains(answers, a => a.Status == HttpStatusCode.TooManyRequests);
        Assert.True(answers.Count(a => a.Status == HttpStatusCode.OK) >= 6);
        Assert.Equal(HttpStatusCode.OK, (await desk.PostAsync("personal-li", desk.TokenOf("li"), """{"type":"message","text":"x"}""")).Status);
    }

    [Fact]
    public async Task Other_origins_are_answered_only_when_allowed()
    {
        async Task<string?> AllowedAsync(string verb, string origin)
        {
            using var response = await _desk.SendAsync(verb, "/conversations", _wang, null,
                ("Origin", origin), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "authorization,content-type,x-ms-bot-agent,x-requested-with"));
            Assert.True(response.IsSuccessStatusCode);
            return response.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values.Single() : null;
        }
        Assert.Equal("https://portal.example", await AllowedAsync("OPTIONS", "https://portal.example"));
        Assert.Equal("https://portal.example", await AllowedAsync("POST", "https://portal.example"));
        Assert.Null(await AllowedAsync("OPTIONS", "https://evil.example"));
        using var preflight = await _desk.SendAsync("OPTIONS", "/conversations/x/activities", null, null, ("Origin", "https://portal.example"));
        Assert.Equal("authorization, content-type, x-ms-bot-agent, x-requested-with", preflight.Headers.GetValues("Access-Control-Allow-Headers").Single());
    }

    [Fact]
    public async Task A_session_id_is_given_to_a_bearer()
    {
        Assert.Equal(32, (await _desk.CallAsync("GET", "/session/getsessionid", _wang)).Body.GetProperty("sessionId").GetString()!.Length);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _desk.CallAsync("GET", "/session/getsessionid", null)).Status);
    }

    private static MultipartFormDataContent Upload(string? activity, params (string Name, string Type, byte[] Bytes)[] files)
    {
        var form = new MultipartFormDataContent();
        if (activity is not null)
            form.Add(new StringContent(activity, Encoding.UTF8, "application/vnd.microsoft.activity"), "activity", "blob");
        foreach (var (name, type, bytes) in files)
            form.Add(new ByteArrayContent(bytes) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } }, "file", name);
        return form;
    }

    [Fact]
    public async Task An_upload_becomes_links_that_only_its_readers_can_follow()
    {
        var (status, _) = await _desk.CallAsync("POST", "/conversations/team-1/upload?userId=li", _wang, Upload(
            """{"type":"message","text":"看","attachments":[{"name":"a.png","contentType":"image/png"}],"channelData":{"clientActivityID":"u1"},"from":{"id":"li"}}""",
            ("a.png", "image/png", [1, 2, 3]), ("..\\..\\证据 \u0007.html", "text/html; charset=utf-8", "<script>"u8.ToArray())));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(("wang", "directline-file:f1"), (_desk.Backend.Received[0].From!.Id, _desk.Backend.Received[0].Attachments![0].ContentUrl));

        var (_, set) = await _desk.CallAsync("GET", "/conversations/team-1/activities", _desk.TokenOf("li"));
        var files = set.GetProperty("activities")[0].GetProperty("attachments");
        Assert.Equal(["a.png", "证据 .html"], files.EnumerateArray().Select(f => f.GetProperty("name").GetString()));
        using var picture = await _desk.SendAsync("GET", files[0].GetProperty("contentUrl").GetString()!, null);
        Assert.Equal((HttpStatusCode.OK, "image/png"), (picture.StatusCode, picture.Content.Headers.ContentType!.MediaType));
        Assert.Equal([1, 2, 3], await picture.Content.ReadAsByteArrayAsync(Cancel));
        using var page = await _desk.SendAsync("GET", files[1].GetProperty("contentUrl").GetString()!, null);
        Assert.Equal(("application/octet-stream", "attachment"), (page.Content.Headers.ContentType!.MediaType, page.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal("nosniff", page.Headers.GetValues("X-Content-Type-Options").Single());

        var link = files[0].GetProperty("contentUrl").GetString()!;
        Assert.Equal(HttpStatusCode.Unauthorized, (await _desk.CallAsync("GET", link.Split('?')[0], _wang)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _desk.CallAsync("GET", link.Replace("/f1?", "/f9?", StringComparison.Ordinal), null)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _desk.CallAsync("GET", link.Replace("team-1", "personal-li", StringComparison.Ordinal), null)).Status);
        _desk.Backend.Rooms["team-1"].Remove("li");
        Assert.Equal(HttpStatusCode.NotFound, (await _desk.CallAsync("GET", link, null)).Status);
    }

    [Fact]
    public async Task Where_files_are_not_wanted_the_bot_hears_that_there_were_some()
    {
        _desk.Backend.TakesFiles = false;
        var (status, _) = await _desk.CallAsync("POST", "/conversations/team-1/upload", _wang, Upload(
            """{"type":"message","text":"看","channelData":{"clientActivityID":"u1"}}""", ("秘.docx", "application/msword", new byte[6_000_000]), ("b", "image/png", [1])));
        Assert.Equal(HttpStatusCode.OK, status);
        var heard = Assert.Single(_desk.Backend.Received);
        Assert.Equal(("看", "u1", 2), (heard.Text, heard.ClientActivityId(), heard.Attachments!.Count));
        Assert.All(heard.Attachments, file => Assert.Equal((null, null, false), (file.Name, file.ContentUrl, file.Content.HasValue)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Broken_uploads_are_refused(bool takesFiles)
    {
        _desk.Backend.TakesFiles = takesFiles;
        const string path = "/conversations/team-1/upload";
        Assert.Equal(HttpStatusCode.BadRequest, (await _desk.CallAsync("POST", path, _wang, new StringContent("x"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await _desk.CallAsync("POST", path, _wang, Upload("""{"type":"message"}"""))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await _desk.CallAsync("POST", path, _wang, Upload("{", ("a", "text/plain", [1])))).Status);
        var truncated = new ByteArrayContent("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\nabc"u8.ToArray());
        truncated.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        Assert.Equal(HttpStatusCode.BadRequest, (await _desk.CallAsync("POST", path, _wang, truncated)).Status);
        var (status, body) = await _desk.CallAsync("POST", path, _wang, Upload(null, ("big", "image/png", new byte[5 * 1024 * 1024])));
        if (takesFiles)
            Assert.Equal((HttpStatusCode.RequestEntityTooLarge, JsonValueKind.Object), (status, body.GetProperty("error").ValueKind));
        await using var without = await DirectLineDesk.StartAsync(files: false);
        Assert.Equal(HttpStatusCode.BadRequest, (await without.CallAsync("POST", "/conversations/personal-wang/upload", _wang, Upload(null, ("a", "image/png", [1])))).Status);
    }
}

/// <summary>What a broken backend throws when, this once, it shall not be broken.</summary>
internal sealed class SkipOnce : Exception;
