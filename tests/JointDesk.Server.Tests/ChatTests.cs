using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using JointDesk.BotFramework;
using JointDesk.Server.Channels;
using JointDesk.Server.Workers;
using JointDesk.Store.InMemory;
using Microsoft.Extensions.DependencyInjection;

namespace JointDesk.Server.Tests;

public sealed class ChatTests
{
    private const string Own = "p.wang.fang";

    [Fact]
    public async Task AMessageIsKeptThenAnsweredAndComesBackWithItsClientId()
    {
        await using var desk = await RunningDesk.StartAsync(receptionist: new Echo());
        using var client = await desk.SignInAsync("wang.fang");
        Assert.Equal(HttpStatusCode.OK, (await client.SayAsync(Own, "hello", "c1")).StatusCode);
        var chat = await client.ReadAsync(Own);
        Assert.Equal(["hello", "heard: hello"], chat.Select(a => a.Text()));
        Assert.Equal("c1", (string?)chat[0]["channelData"]!["clientActivityID"]);
        Assert.Equal("bot", (string?)chat[1]["from"]!["role"]);
    }

    [Fact]
    public async Task TheSameMessageTwiceIsDoneOnce()
    {
        var echo = new Echo();
        await using var desk = await RunningDesk.StartAsync(receptionist: echo);
        using var client = await desk.SignInAsync("wang.fang");
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => client.SayAsync(Own, "hello", "same")));
        Assert.Single(echo.Turns);
        Assert.Equal(2, (await client.ReadAsync(Own)).Count);
    }

    [Fact]
    public async Task ATextThatBearsAMarkIsHandledAndNotKept()
    {
        var echo = new Echo();
        var store = new InMemoryStore();
        await using var desk = await RunningDesk.StartAsync(store, echo);
        using var client = await desk.SignInAsync("wang.fang");
        await client.SayAsync(Own, "【机密】甲乙丙");
        await client.PostAsJsonAsync(
            $"/v3/directline/conversations/{Own}/activities", new { type = "message", value = new { verb = "info.contribute", text = "绝密★甲乙丙" } },
            TestContext.Current.CancellationToken);
        await client.PostAsJsonAsync(
            $"/v3/directline/conversations/{Own}/activities",
            new { type = "message", text = "hello", locale = "机密", value = new { reason = "绝密★甲乙丙" }, channelData = new { clientActivityID = "绝密 1" } },
            TestContext.Current.CancellationToken);
        Assert.Equal(3, echo.Turns.Count);
        var kept = await store.QueryAsync(new DocumentQuery("activity", "chat", "", "\uffff"), TestContext.Current.CancellationToken);
        var own = kept.Where(row => row.Document.Id.StartsWith(Own, StringComparison.Ordinal)).Select(row => ChatEntry.Documents.Read(row.Document.Payload).ToActivity());
        var hello = Assert.Single(own, a => a.Text == "hello" && a.From!.Id == "wang.fang");
        Assert.Null(hello.Value);
        Assert.Null(hello.Locale);
        Assert.Null(hello.ClientActivityId());
        Assert.All(own.Where(a => a.From!.Id == "wang.fang" && a.Text != "hello"), a =>
        {
            Assert.StartsWith("〔含密级标志", a.Text, StringComparison.Ordinal);
            Assert.Null(a.Value);
        });
    }

    [Fact]
    public async Task InAChannelOnlyMentionsAndPressesReachTheDesk()
    {
        var echo = new Echo();
        await using var desk = await RunningDesk.StartAsync(receptionist: echo);
        using var client = await desk.SignInAsync("wang.fang");
        await client.SayAsync("c.JH-2026-0618", "just among us");
        Assert.Empty(echo.Turns);
        await client.SayAsync("c.JH-2026-0618", "@JointDesk whisper to me");
        var turn = Assert.Single(echo.Turns);
        Assert.Equal("whisper to me", turn.Text);
        Assert.False(turn.Place.IsPersonal);
        Assert.Contains("lj-econ", turn.Place.Audience);
        Assert.Equal("whispered", (await client.ReadAsync(Own))[^1].Text());
        await client.PostAsJsonAsync(
            "/v3/directline/conversations/c.JH-2026-0618/activities", new { type = "message", value = new { verb = "rsvp.accept" } },
            TestContext.Current.CancellationToken);
        Assert.Equal(2, echo.Turns.Count);
    }

    [Fact]
    public async Task ChatsOfOthersAreNotThere()
    {
        await using var desk = await RunningDesk.StartAsync(receptionist: new Echo());
        using var client = await desk.SignInAsync("he.ping");
        foreach (var id in new[] { Own, "d.lj-cid", "c.JH-2026-0618", "x", "c.~4", "c.%2F" })
            Assert.Equal(HttpStatusCode.NotFound, (await client.SayAsync(id, "let me in")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.SayAsync("c.JH-2026-0907", "here")).StatusCode);
    }

    [Fact]
    public async Task ATurnThatFailedIsTakenUpAgainAndAnsweredOnce()
    {
        var echo = new Echo { Failures = 1 };
        await using var desk = await RunningDesk.StartAsync(receptionist: echo);
        using var client = await desk.SignInAsync("wang.fang");
        await client.SayAsync(Own, "hello");
        Assert.Single(await client.ReadAsync(Own));
        await desk.Services.GetRequiredService<TurnWorker>().Loop.RunAheadAsync(NodaTime.Duration.FromMinutes(5), TestContext.Current.CancellationToken);
        Assert.Equal(["hello", "heard: hello"], (await client.ReadAsync(Own)).Select(a => a.Text()));
        Assert.Equal(echo.Turns.First().Id, echo.Turns.Last().Id);
        Assert.Equal(0, (await desk.Store.DepthAsync(Turns.Queue, TestContext.Current.CancellationToken)).Waiting);
    }

    [Fact]
    public async Task ATurnCutOffByACrashIsAnsweredAfterTheRestart()
    {
        var store = new InMemoryStore();
        await using (var desk = await RunningDesk.StartAsync(store, new Echo { Failures = 1 }))
        {
            using var client = await desk.SignInAsync("wang.fang");
            await client.SayAsync(Own, "hello");
        }
        await using var again = await RunningDesk.StartAsync(store, new Echo());
        using var later = await again.SignInAsync("wang.fang");
        Assert.Equal(["hello", "heard: hello"], (await later.ReadAsync(Own)).Select(a => a.Text()));
    }

    [Fact]
    public async Task BadBodiesAreRefusedAndFilesAreNotTaken()
    {
        await using var desk = await RunningDesk.StartAsync(receptionist: new Echo());
        using var client = await desk.SignInAsync("wang.fang");
        var path = $"/v3/directline/conversations/{Own}/activities";
        foreach (var body in new[] { "", "{", "[]", "3", """{"type":3}""", """{"type":"message","text":"\ud800"}""", """{"type":"message","value":{"a":1,"a":2}}""", """{"type":"strange"}""" })
        {
            using var answer = await client.PostAsync(path, new StringContent(body), TestContext.Current.CancellationToken);
            Assert.True((int)answer.StatusCode < 500, $"{body}: {answer.StatusCode}");
        }
        using var large = await client.PostAsync(path, new StringContent(JsonSerializer.Serialize(new { type = "message", text = new string('x', 300_000) })), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.Empty(await client.ReadAsync(Own));
    }

    [Theory]
    [InlineData("p.wang.fang", "zh-CN", "联席台不收文件")]
    [InlineData("p.wang.fang", "en-US", "I take no files")]
    [InlineData("d.lj-cid", "zh-CN", "联席台不收文件")]
    public async Task AFileIsNotKeptAndTheDeskSaysSo(string chat, string locale, string line)
    {
        var store = new InMemoryStore();
        await using var desk = await RunningDesk.StartAsync(store, new Echo());
        using var client = await desk.SignInAsync("wang.fang");
        var activity = JsonSerializer.Serialize(new { type = "message", locale, channelData = new { clientActivityID = "u1", attachmentSizes = new[] { 1 } }, attachments = new[] { new { contentType = "text/plain", contentUrl = "blob:x", name = "线人名单.txt" } } });
        for (var times = 0; times < 2; times++)
        {
            using var upload = await client.PostAsync($"/v3/directline/conversations/{chat}/upload?userId=wang.fang", new MultipartFormDataContent
            {
                { new StringContent(activity, System.Text.Encoding.UTF8, "application/vnd.microsoft.activity"), "activity", "blob" },
                { new ByteArrayContent(new byte[3 * 1024 * 1024]), "file", "线人名单.txt" },
            }, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, upload.StatusCode);
        }
        var said = await client.ReadAsync(chat);
        Assert.Equal(2, said.Count);
        Assert.Equal(("u1", "〔文件，未保存〕 / [a file, not kept]"), ((string?)said[0]["channelData"]!["clientActivityID"], said[0].Text()));
        Assert.StartsWith(line, said[1].Text(), StringComparison.Ordinal);
        Assert.All(said, entry => Assert.Null(entry["attachments"]));
        Assert.DoesNotContain("线人名单", string.Concat(said.Select(entry => entry.ToJsonString())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WordsThatCameWithAFileAreHeard()
    {
        await using var desk = await RunningDesk.StartAsync(receptionist: new Echo());
        using var client = await desk.SignInAsync("wang.fang");
        using var answer = await client.PostAsJsonAsync(
            $"/v3/directline/conversations/{Own}/activities", new { type = "message", text = "hello", attachments = new[] { new { contentType = "image/png", contentUrl = "data:image/png;base64,AA==" } } }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var said = (await client.ReadAsync(Own)).Select(entry => entry.Text()).ToList();
        Assert.Equal(["hello", "heard: hello"], said.Where(text => text.Contains("hello", StringComparison.Ordinal)));
        Assert.Single(said, text => text.StartsWith("联席台不收文件", StringComparison.Ordinal));
    }
}
