using JointDesk.BotFramework;
using JointDesk.Server.Channels;
using JointDesk.Server.Retention;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace JointDesk.Server.Tests;

public sealed class RetentionTests
{
    private const string Own = "p.wang.fang", Department = "d.lj-cid";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhatWasSaidGoesAfterTheTimeOfTheSettingAndTheChatCountsOn()
    {
        await using var desk = await RunningDesk.StartAsync(receptionist: new Echo(), settings: ["--Storage:Retention:ChatDays", "30"]);
        using var client = await desk.SignInAsync("wang.fang");
        var log = desk.Services.GetRequiredService<ChatLog>();
        await client.SayAsync(Own, "old");
        var file = new DeskFile(new string('a', 32), Department, "a.ics", "text/calendar", [1], desk.Services.GetRequiredService<IClock>().GetCurrentInstant());
        await log.AppendAsync([.. Enumerable.Range(0, 130).Select(n => new Addition(Department, Said($"{n}"), n == 0 ? file : null))], _ => new ChangeSet(), Cancel);
        await MoveAsync(desk, "20.00:00:00");
        await client.SayAsync(Own, "young");
        Assert.Equal(0, await RunAsync(desk));
        await MoveAsync(desk, "11.00:00:00");

        Assert.Equal(2 + 130 + 1, await RunAsync(desk));
        Assert.Equal(["young", "heard: young"], (await client.ReadAsync(Own)).Select(a => a.Text()));
        Assert.Null(await log.FindAsync(ChatEntry.IdOf(Department, 130), Cancel));
        Assert.Null(await desk.Services.GetRequiredService<DeskFiles>().FindAsync(file.Id, Cancel));
        await client.SayAsync(Own, "new");
        Assert.Equal($"{Own}|{5:D12}", (string?)(await client.ReadAsync(Own))[2]["id"]);
    }

    [Fact]
    public async Task WithoutATimeChatsStayAndWhatWasGivenUpGoesByItsOwn()
    {
        await using var desk = await RunningDesk.StartAsync(
            receptionist: new Echo(), settings: ["--Storage:Retention:ChatDays", "", "--Storage:Retention:OutboxDays", "10"]);
        using var client = await desk.SignInAsync("wang.fang");
        await client.SayAsync(Own, "hello");
        var now = desk.Services.GetRequiredService<IClock>().GetCurrentInstant();
        await desk.Store.CommitAsync(new ChangeSet { Queued = [new QueuePut("elsewhere", "a", now, default)] }, Cancel);
        var item = Assert.Single(await desk.Store.ClaimAsync("elsewhere", now, 1, Duration.FromMinutes(1), Cancel));
        await desk.Store.CommitAsync(new ChangeSet { Settled = [new QueueSettle("elsewhere", "a", item.Fence, new Settlement.Dead("nobody"))] }, Cancel);
        await MoveAsync(desk, "11.00:00:00");
        await RunAsync(desk);
        Assert.Equal(2, (await client.ReadAsync(Own)).Count);
    }

    private static Task<int> RunAsync(RunningDesk desk) => desk.Services.GetRequiredService<RetentionWorker>().RunAsync(Cancel);

    private static Task MoveAsync(RunningDesk desk, string by) => desk.PostAsync("/demo/clock", new { advance = by });

    private static Activity Said(string text) => new() { Type = ActivityTypes.Message, Text = text, From = new ChannelAccount { Id = "wang.fang", Name = "王芳" } };
}
