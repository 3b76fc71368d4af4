using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using JointDesk.BotFramework;
using JointDesk.People;
using JointDesk.Server.Channels;
using JointDesk.Server.Workers;
using JointDesk.Store.InMemory;
using NodaTime;

namespace JointDesk.Server.Tests;

/// <summary>A channel of the Bot Framework while something else fails: the disk, the connector, the process.</summary>
public sealed class TroubledChannelTests : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly InMemoryStore memory = new();
    private FakeConnector connector = null!;

    public async ValueTask InitializeAsync() => connector = await FakeConnector.StartAsync();

    public async ValueTask DisposeAsync() => await connector.DisposeAsync();

    [Theory]
    [InlineData("zh-CN", "联席台现在无法保存")]
    [InlineData("en-US", "I cannot keep anything")]
    public async Task WhereNothingCanBeKeptTeamsSaysSoInALine(string locale, string line)
    {
        var full = new FailingStore(memory);
        await using var desk = await RunningDesk.StartAsync(full, new Echo());
        full.FailsBefore = _ => true;
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(desk, Message("1", locale))).Status);
        await connector.NextAsync(c => c.Text.StartsWith(line, StringComparison.Ordinal));
        var press = Message("2", locale);
        (press["type"], press["name"]) = ("invoke", "adaptiveCard/action");
        press["value"] = JsonNode.Parse("""{"action":{"type":"Action.Execute","verb":"meeting.confirm","data":{}}}""");
        var (status, body) = await PostAsync(desk, press);
        Assert.Equal((HttpStatusCode.OK, "application/vnd.microsoft.activity.message"), (status, (string?)body!["type"]));
        Assert.StartsWith(line, (string?)body["value"], StringComparison.Ordinal);

        full.FailsBefore = _ => false;
        await PostAsync(desk, Message("3", locale));
        await connector.NextAsync(c => c.Text == "heard: hello");
    }

    [Fact]
    public async Task AConnectorThatDoesNotAnswerHoldsUpTheDemosClockForAMomentOnly()
    {
        var silence = new TaskCompletionSource();
        await using var desk = await RunningDesk.StartAsync(memory, new Echo(), new NamedNotices());
        await PostAsync(desk, Message("1", "en-US"));
        await connector.NextAsync(c => c.Text == "heard: hello");
        var pending = 0;
        connector.Answer = async _ =>
        {
            Interlocked.Increment(ref pending);
            await silence.Task;
            return null;
        };
        await memory.CommitAsync(new ChangeSet { Queued = [Notice("n", Now)] }, Cancel);
        var clock = await desk.PostAsync("/demo/clock", new { advance = "1.00:00:00" });
        // Nobody has been answered yet, and the day is over.
        Assert.True(pending > 0);
        Assert.StartsWith("2026-11-24", (string?)clock["now"], StringComparison.Ordinal);
        silence.SetResult();
        await connector.NextAsync(c => c.Text.StartsWith(nameof(UnreachableNotice), StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatAKilledDeskHadClaimedDoesNotWaitForItsLease()
    {
        await using (var before = await RunningDesk.StartAsync(memory, new Echo(), new NamedNotices()))
        {
            await PostAsync(before, Message("1", "en-US"));
            await connector.NextAsync(c => c.Text == "heard: hello");
        }
        var chat = ConnectorChat.IdOf("msteams", "a:1");
        var said = Activity.Message("said before") with { ChannelId = "msteams", ServiceUrl = connector.Url, Conversation = new() { Id = "a:1" } };
        await memory.CommitAsync(new ChangeSet { Queued = [Notice("n", Now), Postman.Pending("t", chat, said, Now - Postman.Grace)] }, Cancel);
        foreach (var queue in new[] { Desk.Outbox, Postman.Queue })
            Assert.Single(await memory.ClaimAsync(queue, Now, 10, QueueLoop.Lease, Cancel));

        await using var after = await RunningDesk.StartAsync(memory, new Echo(), new NamedNotices());
        await connector.NextAsync(c => c.Text == "said before");
        await connector.NextAsync(c => c.Text.StartsWith(nameof(UnreachableNotice), StringComparison.Ordinal));
        using var office = await after.SignInAsync("wang.fang");
        Assert.Single(await office.ReadAsync("p.wang.fang"), a => a.Text().StartsWith(nameof(UnreachableNotice), StringComparison.Ordinal));
    }

    private static Instant Now => Instant.FromDateTimeOffset(DateTimeOffset.Parse(RunningDesk.Morning, CultureInfo.InvariantCulture));

    private static QueuePut Notice(string id, Instant due) => new(Desk.Outbox, id, due, JsonSerializer.SerializeToUtf8Bytes<Notice>(
        new UnreachableNotice("li.qiang") { To = Recipient.Officer("wang.fang") }, DeskJson.Options));

    private JsonObject Message(string id, string locale) => new()
    {
        ["type"] = "message",
        ["id"] = id,
        ["text"] = "hello",
        ["locale"] = locale,
        ["channelId"] = "msteams",
        ["serviceUrl"] = connector.Url,
        ["from"] = new JsonObject { ["id"] = "wang.fang" },
        ["recipient"] = new JsonObject { ["id"] = "28:bot" },
        ["conversation"] = new JsonObject { ["id"] = "a:1", ["conversationType"] = "personal" },
    };

    private static async Task<(HttpStatusCode Status, JsonNode? Body)> PostAsync(RunningDesk desk, JsonObject activity)
    {
        using var answer = await desk.Http.PostAsJsonAsync("/api/messages", activity, Cancel);
        var body = await answer.Content.ReadAsStringAsync(Cancel);
        return (answer.StatusCode, body.Length == 0 ? null : JsonNode.Parse(body));
    }
}
