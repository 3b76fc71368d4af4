using System.Collections.Concurrent;
using System.Net.Http.Json;
using JointDesk.Server.Workers;
using JointDesk.Store.InMemory;

namespace JointDesk.Server.Tests;

/// <summary>Outcome, conversation and outbox belong together: what a turn keeps is one commit.</summary>
public sealed class TurnCommitsTests
{
    private const string Sentence = "下周三下午三点召集出入境管理支队、经侦支队开“6·18”案联席会议，两个小时";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("帮助")]
    [InlineData(Sentence)]
    public async Task OnAChannelTheFirstTurnOfAChatIsOneCommitAndOneWhenItsReplyIsSent(string text)
    {
        await using var connector = await FakeConnector.StartAsync();
        var (store, commits) = Counting();
        await using var desk = await RunningDesk.StartAsync(store);
        commits.Clear();
        using var answer = await desk.Http.PostAsJsonAsync("/api/messages", new
        {
            type = "message",
            id = "1",
            text,
            locale = "zh-CN",
            channelId = "msteams",
            serviceUrl = connector.Url,
            from = new { id = "wang.fang" },
            recipient = new { id = "28:bot" },
            conversation = new { id = "a:1", conversationType = "personal" },
        }, Cancel);
        answer.EnsureSuccessStatusCode();
        await connector.NextAsync(c => c.Method == "POST");
        for (var tries = 0; tries < 200 && await desk.Store.DepthAsync(Postman.Queue, Cancel) is { Waiting: > 0 }; tries++)
            await Task.Delay(10, Cancel);
        Assert.Equal(2, commits.Count);
        var first = commits.First();
        Assert.Equal(["connectorChat", "language", "talk"], first.Puts.Select(put => put.Kind));
        Assert.Equal((1, 1), (first.OnceKeys.Count, first.Queued.Count));
    }

    [Theory]
    [InlineData("帮助")]
    [InlineData(Sentence)]
    public async Task InTheDesksOwnChatsItIsTheMessageAndTheAnswer(string text)
    {
        var (store, commits) = Counting();
        await using var desk = await RunningDesk.StartAsync(store);
        using var client = await desk.SignInAsync("wang.fang");
        commits.Clear();
        using var answer = await client.SayAsync("p.wang.fang", text);
        answer.EnsureSuccessStatusCode();
        Assert.Equal(2, commits.Count);
    }

    [Fact]
    public async Task SomebodyWhoWritesTheSameConversationMeanwhileDoesNotLoseTheAnswer()
    {
        var memory = new InMemoryStore();
        var store = new FailingStore(memory);
        await using var desk = await RunningDesk.StartAsync(store);
        using var client = await desk.SignInAsync("wang.fang");
        var interfered = 0;
        store.FailsBefore = changes =>
        {
            if (changes.Puts.FirstOrDefault(put => put.Kind == "talk") is { } talk && interfered++ == 0)
                Assert.IsType<Committed>(memory.CommitAsync(new ChangeSet { Puts = [talk] }, Cancel).AsTask().GetAwaiter().GetResult());
            return false;
        };
        using var answer = await client.SayAsync("p.wang.fang", Sentence);
        Assert.Equal(2, interfered);
        Assert.Contains(await client.ReadAsync("p.wang.fang"), said => said.Text().Contains("待确认", StringComparison.Ordinal));
    }

    private static (IDeskStore Store, ConcurrentQueue<ChangeSet> Commits) Counting()
    {
        var commits = new ConcurrentQueue<ChangeSet>();
        return (new FailingStore(new InMemoryStore())
        {
            FailsBefore = changes =>
            {
                commits.Enqueue(changes);
                return false;
            },
        }, commits);
    }
}
