using JointDesk.Meetings;
using JointDesk.Server.Workers;
using JointDesk.Store.InMemory;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace JointDesk.Server.Tests;

public sealed class CourierTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ANoticeComesExactlyOnceOverACrashBeforeOrAfterItsCommit(bool after)
    {
        var failing = new FailingStore(new InMemoryStore());
        var crashed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bool Crashes(ChangeSet changes) => changes.Settled.Any(s => s.Queue == Desk.Outbox) && crashed.TrySetResult();
        failing.FailsBefore = changes => !after && Crashes(changes);
        failing.FailsAfter = changes => after && Crashes(changes);

        await using (var desk = await RunningDesk.StartAsync(failing, new Echo(), new NamedNotices()))
        {
            await ConveneAsync(desk);
            await crashed.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        }
        // What was claimed by the process that is gone is free again when its lease ends.
        await using var again = await RunningDesk.StartAsync(failing, new Echo(), new NamedNotices());
        await again.PostAsync("/demo/clock", new { advance = "00:05:00" });

        foreach (var (officer, department) in new[] { ("li.qiang", "lj-exit"), ("chen.jie", "lj-econ") })
        {
            using var client = await again.SignInAsync(officer);
            Assert.Single(await client.ReadAsync("p." + officer), a => a.Text().StartsWith(nameof(InvitationNotice), StringComparison.Ordinal));
            Assert.Single(await client.ReadAsync("d." + department), a => a.Text().StartsWith(nameof(InvitationNotice), StringComparison.Ordinal));
        }
        Assert.Equal(new QueueDepth(0, 0), await failing.DepthAsync(Desk.Outbox, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task NoticesFollowTheLanguageInWhichTheOfficerLastWrote()
    {
        await using var desk = await RunningDesk.StartAsync(receptionist: new Echo(), wording: new NamedNotices());
        using var client = await desk.SignInAsync("li.qiang");
        await client.SayAsync("p.li.qiang", "hello");
        await ConveneAsync(desk);
        await desk.PostAsync("/demo/clock", new { advance = "00:00:01" });
        Assert.Contains(await client.ReadAsync("p.li.qiang"), a => a.Text() == $"{nameof(InvitationNotice)} en");
        using var other = await desk.SignInAsync("chen.jie");
        Assert.Contains(await other.ReadAsync("p.chen.jie"), a => a.Text() == $"{nameof(InvitationNotice)} zh");
    }

    [Fact]
    public async Task TheClockRingsWhatLiesBetweenAtItsOwnTime()
    {
        await using var desk = await RunningDesk.StartAsync(receptionist: new Echo(), wording: new NamedNotices());
        var meeting = await ConveneAsync(desk);
        await desk.PostAsync("/demo/clock", new { now = "2026-12-02T18:00:00+08:00" });
        var kept = await desk.Services.GetRequiredService<Desk>().Read().FindAsync(Meeting.Documents, meeting, TestContext.Current.CancellationToken);
        Assert.Equal(MeetingState.Concluded, kept!.State);
        using var convener = await desk.SignInAsync("wang.fang");
        var ended = Assert.Single(await convener.ReadAsync("p.wang.fang"), a => a.Text().StartsWith(nameof(MeetingEndedNotice), StringComparison.Ordinal));
        Assert.StartsWith("2026-12-02T09:00:0", (string)ended["timestamp"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatKeepsFailingIsGivenUpWithItsReason()
    {
        var store = new InMemoryStore();
        var calls = 0;
        var clock = new NodaTime.Testing.FakeClock(Instant.FromUtc(2026, 11, 23, 1, 0));
        var loop = new QueueLoop(store, clock, TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, "q", (_, _) =>
        {
            calls++;
            throw new TryLaterException("no");
        });
        await store.CommitAsync(new ChangeSet { Queued = [new QueuePut("q", "a", clock.GetCurrentInstant(), Array.Empty<byte>())] }, TestContext.Current.CancellationToken);
        for (var i = 0; i < 20; i++)
        {
            await loop.RunUntilIdleAsync(TestContext.Current.CancellationToken);
            clock.AdvanceMinutes(20);
        }
        Assert.Equal(QueueLoop.FewAttempts, calls);
        Assert.Equal(new QueueDepth(0, 1), await store.DepthAsync("q", TestContext.Current.CancellationToken));
    }

    private static async Task<string> ConveneAsync(RunningDesk desk)
    {
        var command = new ConveneMeeting(
            "JH-2026-0618", null, MeetingKind.Topical, null, ["lj-exit", "lj-econ"], [], Instant.FromUtc(2026, 12, 2, 7, 0), Duration.FromHours(2),
            "Asia/Shanghai", null);
        var answer = await desk.Services.GetRequiredService<Desk>().HandleAsync(
            new DeskCall(Guid.NewGuid().ToString("N"), new Caller("wang.fang"), command), TestContext.Current.CancellationToken);
        return Assert.IsType<MeetingConvened>(Assert.IsType<Decision>(answer.Outcome).Facts[0]).Meeting;
    }
}
