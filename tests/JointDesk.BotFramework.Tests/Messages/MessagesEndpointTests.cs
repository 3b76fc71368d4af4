using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace JointDesk.BotFramework.Tests;

public sealed class MessagesEndpointTests : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly Bot _bot = new();
    private readonly LogLines _log = new();
    private readonly FakeTimeProvider _time = new();
    private LoopbackHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await LoopbackHost.StartAsync(
        services => services.AddSingleton<IBotHandler>(_bot).AddSingleton<IActivitySender>(_bot).AddSingleton<TimeProvider>(_time)
            .AddSingleton<IBotAuthenticator, LoopbackAuthenticator>().AddSingleton<ILoggerProvider>(_log),
        app => app.MapBotMessages());

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private Task<HttpResponseMessage> PostAsync(string json) =>
        _host.Client.PostAsync("/api/messages", new StringContent(json, Encoding.UTF8, "application/json"), Cancel);

    private async Task<(HttpStatusCode Status, JsonElement Body)> AskAsync(string json)
    {
        using var response = await PostAsync(json);
        var text = await response.Content.ReadAsStringAsync(Cancel);
        return (response.StatusCode, text.Length == 0 ? default : JsonElement.Parse(text));
    }

    [Fact]
    public async Task A_message_is_handled_and_answered_by_the_connector()
    {
        var (status, body) = await AskAsync(Samples.Json("teams channel message"));
        Assert.Equal((HttpStatusCode.OK, JsonValueKind.Undefined), (status, body.ValueKind));
        var sent = Assert.Single(_bot.Sent);
        Assert.Equal(("heard: 下周三开会", "1700000000000"), (sent.Text, sent.ReplyToId));
    }

    [Theory]
    [InlineData("not json", 400)]
    [InlineData("", 400)]
    [InlineData("null", 400)]
    [InlineData("{}", 400)]
    [InlineData("""{"type":null}""", 400)]
    [InlineData("""{"type":"message","from":[]}""", 400)]
    [InlineData("""{"type":"holographicWave"}""", 200)]
    [InlineData("""{"type":"Message"}""", 200)]
    [InlineData("""{"type":"trace"}""", 200)]
    [InlineData("\uFEFF{\"type\":\"typing\"}", 200)]
    public async Task Odd_bodies_are_refused_or_ignored(string body, int expected)
    {
        var (status, answer) = await AskAsync(body);
        Assert.Equal(expected, (int)status);
        if (expected == 400)
            Assert.Equal("BadSyntax", answer.GetProperty("error").GetProperty("code").GetString());
        Assert.Empty(_bot.Sent);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_above_the_limit_is_413(bool declaresLength)
    {
        var json = $$"""{"type":"message","text":"{{new string('x', 300_000)}}"}""";
        using var content = declaresLength ? (HttpContent)new StringContent(json) : new StreamContent(new Unseekable(Encoding.UTF8.GetBytes(json)));
        using var response = await _host.Client.PostAsync("/api/messages", content, Cancel);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("MessageSizeTooBig", await response.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_just_below_the_limit_is_taken()
    {
        var (status, _) = await AskAsync($$"""{"type":"message","text":"{{new string('x', 256 * 1024 - 40)}}"}""");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Single(_bot.Seen);
    }

    [Theory]
    [InlineData("GET", 405)]
    [InlineData("PUT", 405)]
    [InlineData("DELETE", 405)]
    [InlineData("HEAD", 200)]
    public async Task Other_verbs_are_405_and_head_says_that_someone_is_there(string verb, int expected)
    {
        using var response = await _host.Client.SendAsync(new(new(verb), "/api/messages"), Cancel);
        Assert.Equal(expected, (int)response.StatusCode);
    }

    [Fact]
    public async Task An_invoke_is_answered_with_status_and_body_and_without_a_handler_with_501()
    {
        var (status, body) = await AskAsync(Samples.Json("card action"));
        Assert.Equal((HttpStatusCode.OK, "rsvp.accept"), (status, body.GetProperty("value").GetString()));
        Assert.Equal(HttpStatusCode.NotImplemented, (await AskAsync("""{"type":"invoke","name":"composeExtension/query"}""")).Status);
    }

    [Fact]
    public async Task Expected_replies_come_in_the_answer_and_nowhere_else()
    {
        var (status, body) = await AskAsync("""{"type":"message","id":"1","text":"hi","deliveryMode":"expectReplies","conversation":{"id":"c"}}""");
        Assert.Equal((HttpStatusCode.OK, "heard: hi"), (status, body.GetProperty("activities")[0].GetProperty("text").GetString()));
        Assert.Empty(_bot.Sent);
        var (_, invoked) = await AskAsync("""{"type":"invoke","name":"adaptiveCard/action","value":{"action":{"type":"Action.Execute","verb":"v"}},"deliveryMode":"expectReplies"}""");
        Assert.Equal("invokeResponse", invoked.GetProperty("activities")[0].GetProperty("type").GetString());
    }

    [Fact]
    public async Task The_same_activity_twice_is_handled_once_also_with_another_body()
    {
        const string json = """{"type":"message","id":"17","text":"hi","channelId":"msteams","conversation":{"id":"c"}}""";
        await AskAsync(json);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(json.Replace("hi", "something else", StringComparison.Ordinal))).Status);
        await AskAsync(json.Replace("\"c\"", "\"other\"", StringComparison.Ordinal));
        Assert.Equal(["hi", "hi"], _bot.Seen.Select(a => a.Text));
        _time.Advance(TimeSpan.FromMinutes(11));
        await AskAsync(json);
        Assert.Equal(3, _bot.Seen.Count);
    }

    [Fact]
    public async Task Two_edits_of_one_message_are_two()
    {
        await AskAsync(Samples.Json("edit"));
        await AskAsync(Samples.Json("edit").Replace("02:00:00", "02:00:01", StringComparison.Ordinal));
        await AskAsync(Samples.Json("edit"));
        Assert.Equal(2, _bot.Seen.Count);
    }

    [Fact]
    public async Task A_slow_turn_is_answered_in_time_goes_on_and_is_not_begun_again()
    {
        _bot.Hold = new();
        var first = AskAsync("""{"type":"message","id":"5","text":"slow","conversation":{"id":"c"}}""");
        await _bot.Started.WaitAsync(Cancel);
        var again = AskAsync("""{"type":"message","id":"5","text":"slow","conversation":{"id":"c"}}""");
        while (!first.IsCompleted || !again.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(11));
            await Task.Delay(5, Cancel);
        }
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), ((await first).Status, (await again).Status));
        Assert.Empty(_bot.Sent);
        Assert.All(_bot.Kept, kept => Assert.Equal(("5", false), (kept.Activity.Id, kept.Turn.IsCompleted)));
        Assert.Equal(2, _bot.Kept.Count);
        _bot.Hold.SetResult();
        await _bot.Delivered.WaitAsync(Cancel);
        await _bot.Kept.First().Turn.WaitAsync(Cancel);
        Assert.Single(_bot.Seen);
    }

    [Fact]
    public async Task A_slow_turn_that_cannot_be_kept_is_not_said_to_be_taken()
    {
        (_bot.Hold, _bot.KeepingFails) = (new(), true);
        var asked = AskAsync("""{"type":"message","id":"5","text":"slow","conversation":{"id":"c"}}""");
        await _bot.Started.WaitAsync(Cancel);
        while (!asked.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(11));
            await Task.Delay(5, Cancel);
        }
        Assert.Equal(HttpStatusCode.InternalServerError, (await asked).Status);
        _bot.Hold.SetResult();
        await _bot.Delivered.WaitAsync(Cancel);
    }

    [Fact]
    public async Task A_turn_that_fails_is_500_and_can_be_tried_again()
    {
        _bot.Failure = new InvalidOperationException("the desk is broken");
        const string json = """{"type":"message","id":"9","text":"hi","conversation":{"id":"c"}}""";
        var (status, body) = await AskAsync(json);
        Assert.Equal((HttpStatusCode.InternalServerError, JsonValueKind.Undefined), (status, body.ValueKind));
        _bot.Failure = null;
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(json)).Status);
        Assert.Single(_bot.Sent);
    }

    [Fact]
    public async Task A_reply_that_cannot_be_delivered_does_not_undo_the_turn()
    {
        _bot.Undeliverable = true;
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("""{"type":"message","id":"9","text":"hi","conversation":{"id":"c"}}""")).Status);
        Assert.Contains(_log.All, line => line.Contains("not delivered: 403 BotNotInConversationRoster", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Host", "evil.example")]
    public async Task Without_an_app_id_only_this_machine_may_post(string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent("""{"type":"message","text":"geheim"}""") };
        request.Headers.TryAddWithoutValidation(header, value);
        using var response = await _host.Client.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(_bot.Seen);
        Assert.Contains(_log.All, line => line.Contains("Refused a post to the bot with 401", StringComparison.Ordinal));
        Assert.DoesNotContain(_log.All, line => line.Contains("geheim", StringComparison.Ordinal));
    }

    private sealed class Bot : IBotHandler, IActivitySender
    {
        private readonly TaskCompletionSource _started = new();
        private readonly TaskCompletionSource _delivered = new();

        public List<Activity> Seen { get; } = [];
        public List<Activity> Sent { get; } = [];
        public TaskCompletionSource? Hold { get; set; }
        public Exception? Failure { get; set; }
        public bool Undeliverable { get; set; }
        public System.Collections.Concurrent.ConcurrentQueue<(Activity Activity, Task Turn)> Kept { get; } = new();
        public bool KeepingFails { get; set; }
        public Task Started => _started.Task;
        public Task Delivered => _delivered.Task;

        public async ValueTask<InvokeResponse?> OnActivityAsync(TurnContext turn, CancellationToken cancel)
        {
            Seen.Add(turn.Activity);
            _started.TrySetResult();
            if (Hold is { } hold)
                await hold.Task;
            if (Failure is { } failure)
                throw failure;
            if (turn.Activity.Type == ActivityTypes.Message)
                turn.Reply("heard: " + turn.Activity.GetPlainText());
            return turn.Activity.Name == AdaptiveCardAction.InvokeName ? AdaptiveCardAction.Answer(turn.Activity, a => AdaptiveCardAction.Message(a.Verb!)) : null;
        }

        public ValueTask KeepAsync(Activity activity, Task turn, CancellationToken cancel)
        {
            Kept.Enqueue((activity, turn));
            return KeepingFails ? throw new IOException("no room") : ValueTask.CompletedTask;
        }

        public ValueTask<string?> SendAsync(Activity activity, CancellationToken cancel)
        {
            if (Undeliverable)
                throw new ConnectorException("no") { Status = 403, Code = "BotNotInConversationRoster" };
            Sent.Add(activity);
            _delivered.TrySetResult();
            return new("id");
        }

        public ValueTask<string?> UpdateAsync(Activity activity, CancellationToken cancel) => throw new NotSupportedException();
    }

    private sealed class Unseekable(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
