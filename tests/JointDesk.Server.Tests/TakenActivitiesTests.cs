using JointDesk.BotFramework;
using JointDesk.Server.Channels;
using JointDesk.Server.Workers;
using Microsoft.Extensions.DependencyInjection;

namespace JointDesk.Server.Tests;

/// <summary>What a channel was told had been taken before its turn was done.</summary>
public sealed class TakenActivitiesTests : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly Echo echo = new();
    private FakeConnector connector = null!;
    private RunningDesk desk = null!;

    public async ValueTask InitializeAsync()
    {
        connector = await FakeConnector.StartAsync();
        desk = await RunningDesk.StartAsync(receptionist: echo);
    }

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        await connector.DisposeAsync();
    }

    private BotChannel Channel => desk.Services.GetRequiredService<BotChannel>();

    [Fact]
    public async Task ItIsGoneOnceTheTurnIsDone()
    {
        var turn = new TaskCompletionSource();
        await Channel.KeepAsync(Said("hello"), turn.Task, Cancel);
        await Channel.KeepAsync(Said("hello"), turn.Task, Cancel);
        Assert.Equal(1, await WaitingAsync());
        turn.SetResult();
        for (var tries = 0; tries < 400 && await WaitingAsync() > 0; tries++)
            await Task.Delay(10, Cancel);
        Assert.Equal(0, await WaitingAsync());
        Assert.Empty(echo.Turns);
    }

    [Theory]
    [InlineData("这是绝密材料", "1")]
    [InlineData("hello", null)]
    public async Task WhatBearsAMarkOrHasNoIdIsNotKept(string text, string? id)
    {
        await Channel.KeepAsync(Said(text) with { Id = id }, new TaskCompletionSource().Task, Cancel);
        Assert.Equal(0, await WaitingAsync());
    }

    [Fact]
    public async Task ATurnThatFailsIsTriedAgainAndAtLastApologisedFor()
    {
        var failed = Task.FromException(new InvalidOperationException("as the test wants it"));
        echo.Failures = 2;
        await Channel.KeepAsync(Said("hello"), failed, Cancel);
        await desk.PostAsync("/demo/clock", new { advance = "00:02:00" });
        await connector.NextAsync(c => c.Text == "heard: hello");

        echo.Failures = 1000;
        await Channel.KeepAsync(Said("again") with { Id = "2" }, failed, Cancel);
        for (var tries = 0; tries < 8; tries++)
        {
            await desk.PostAsync("/demo/clock", new { advance = "00:15:00" });
            await desk.Services.GetRequiredService<ChannelTurnWorker>().Loop.RunUntilIdleAsync(Cancel);
        }
        await connector.NextAsync(c => c.Text.Contains("could not be handled", StringComparison.Ordinal));
        Assert.Equal(new QueueDepth(0, 1), await desk.Store.DepthAsync(TakenActivities.Queue, Cancel));
    }

    private async Task<long> WaitingAsync() => (await desk.Store.DepthAsync(TakenActivities.Queue, Cancel)).Waiting;

    private Activity Said(string text) => Activity.Message(text) with
    {
        Id = "1",
        ChannelId = "emulator",
        ServiceUrl = connector.Url,
        From = new() { Id = "wang.fang" },
        Recipient = new() { Id = "28:bot" },
        Conversation = new() { Id = "a:1", ConversationType = ConversationTypes.Personal },
    };
}
