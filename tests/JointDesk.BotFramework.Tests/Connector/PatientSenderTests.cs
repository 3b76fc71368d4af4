using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace JointDesk.BotFramework.Tests;

public class PatientSenderTests : IActivitySender
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly FakeTimeProvider _time = new(DateTimeOffset.Parse("2026-11-23T08:00:00Z", System.Globalization.CultureInfo.InvariantCulture));
    private readonly ConcurrentQueue<(string Text, DateTimeOffset At)> _sent = new();
    private readonly ConcurrentQueue<ConnectorException> _failures = new();
    private TaskCompletionSource? _hold;
    private int _tries;

    private PatientSender Sender(SendingOptions? options = null) => new(this, options ?? new(), _time);

    private static Activity Said(string text, string conversation = "c", string channel = "msteams") =>
        Activity.Message(text) with { ChannelId = channel, ServiceUrl = "https://smba.trafficmanager.net/", Conversation = new() { Id = conversation } };

    public async ValueTask<string?> SendAsync(Activity activity, CancellationToken cancel)
    {
        Interlocked.Increment(ref _tries);
        if (_hold is { } hold && activity.Conversation!.Id == "slow")
            await hold.Task.WaitAsync(cancel);
        if (_failures.TryDequeue(out var failure))
            throw failure;
        _sent.Enqueue((activity.Text!, _time.GetUtcNow()));
        return activity.Text;
    }

    public ValueTask<string?> UpdateAsync(Activity activity, CancellationToken cancel) =>
        SendAsync(activity with { Text = "updated " + activity.Text }, cancel);

    /// <summary>Moves the clock until the task is done.</summary>
    private async Task<T> DrainAsync<T>(Task<T> task, double seconds = 0.5)
    {
        while (!task.IsCompleted)
        {
            await Task.Delay(1, Cancel);
            _time.Advance(TimeSpan.FromSeconds(seconds));
        }
        return await task;
    }

    [Fact]
    public async Task Order_is_kept_within_a_conversation_and_a_slow_one_holds_up_no_other()
    {
        _hold = new();
        var sender = Sender();
        var slow = Enumerable.Range(0, 5).Select(i => sender.SendAsync(Said("slow" + i, "slow"), Cancel).AsTask()).ToList();
        await sender.SendAsync(Said("quick", "other"), Cancel);
        Assert.Equal(["quick"], _sent.Select(s => s.Text));
        _hold.SetResult();
        await Task.WhenAll(slow);
        Assert.Equal(["quick", "slow0", "slow1", "slow2", "slow3", "slow4"], _sent.Select(s => s.Text));
    }

    [Fact]
    public async Task An_update_waits_for_what_was_sent_before_it()
    {
        _hold = new();
        var sender = Sender();
        var sent = sender.SendAsync(Said("first", "slow"), Cancel).AsTask();
        var updated = sender.UpdateAsync(Said("first", "slow") with { Id = "1" }, Cancel).AsTask();
        _hold.SetResult();
        await Task.WhenAll(sent, updated);
        Assert.Equal(["first", "updated first"], _sent.Select(s => s.Text));
    }

    [Fact]
    public async Task One_that_gives_up_does_not_let_the_next_overtake_the_first()
    {
        _hold = new();
        var sender = Sender();
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var first = sender.SendAsync(Said("first", "slow"), Cancel).AsTask();
        var second = sender.SendAsync(Said("second", "slow"), impatient.Token).AsTask();
        var third = sender.SendAsync(Said("third", "slow"), Cancel).AsTask();
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.False(third.IsCompleted);
        _hold.SetResult();
        await Task.WhenAll(first, third);
        Assert.Equal(["first", "third"], _sent.Select(s => s.Text));
    }

    [Fact]
    public async Task The_rates_of_teams_are_kept_by_waiting()
    {
        var sender = Sender();
        await DrainAsync(Task.WhenAll(Enumerable.Range(0, 130).Select(i => sender.SendAsync(Said("m" + i), Cancel).AsTask())), 0.1);
        var times = _sent.Select(s => s.At).ToList();
        Assert.Equal(130, times.Count);
        foreach (var rate in new SendingOptions().TeamsRates)
            for (var i = 0; i + rate.Count < times.Count; i++)
                Assert.True(times[i + rate.Count] - times[i] >= rate.Within, $"{rate} at {i}");
        Assert.InRange((times[^1] - times[0]).TotalSeconds, 60, 75);
    }

    [Fact]
    public async Task Other_channels_have_no_such_rates()
    {
        var sender = Sender();
        for (var i = 0; i < 100; i++)
            await sender.SendAsync(Said("m" + i, channel: "directline"), Cancel);
        Assert.Equal(100, _sent.Count);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(412)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(null)]
    public async Task What_may_pass_is_tried_again(int? status)
    {
        _failures.Enqueue(new("x") { Status = status });
        _failures.Enqueue(new("x") { Status = status });
        var start = _time.GetUtcNow();
        Assert.Equal("hi", await DrainAsync(Sender().SendAsync(Said("hi"), Cancel).AsTask()));
        Assert.Equal(3, _tries);
        Assert.InRange((_sent.Single().At - start).TotalSeconds, 3, 11);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(413)]
    [InlineData(501)]
    public async Task What_will_not_pass_is_told_at_once(int status)
    {
        _failures.Enqueue(new("x") { Status = status });
        Assert.Equal(status, (await Assert.ThrowsAsync<ConnectorException>(() => Sender().SendAsync(Said("hi"), Cancel).AsTask())).Status);
        Assert.Equal(1, _tries);
    }

    [Fact]
    public async Task Retry_after_is_obeyed_and_a_very_long_one_is_the_callers_to_plan()
    {
        _failures.Enqueue(new("x") { Status = 429, RetryAfter = TimeSpan.FromSeconds(45) });
        var start = _time.GetUtcNow();
        await DrainAsync(Sender().SendAsync(Said("hi"), Cancel).AsTask());
        Assert.InRange((_sent.Single().At - start).TotalSeconds, 45, 50);
        _failures.Enqueue(new("x") { Status = 429, RetryAfter = TimeSpan.FromHours(1) });
        Assert.Equal(TimeSpan.FromHours(1), (await Assert.ThrowsAsync<ConnectorException>(() => Sender().SendAsync(Said("hi"), Cancel).AsTask())).RetryAfter);
    }

    [Fact]
    public async Task It_gives_up_after_four_tries_and_the_lane_goes_on()
    {
        for (var i = 0; i < 4; i++)
            _failures.Enqueue(new("x") { Status = 503 });
        var sender = Sender();
        var lost = sender.SendAsync(Said("lost"), Cancel).AsTask();
        var next = sender.SendAsync(Said("next"), Cancel).AsTask();
        Assert.Equal("next", await DrainAsync(next));
        Assert.Equal(503, (await Assert.ThrowsAsync<ConnectorException>(() => lost)).Status);
    }

    [Fact]
    public async Task Quiet_conversations_are_forgotten()
    {
        var sender = Sender();
        for (var i = 0; i < 5000; i++)
        {
            await sender.SendAsync(Said("x", "c" + i), Cancel);
            if (i % 1000 == 0)
                _time.Advance(TimeSpan.FromHours(2));
        }
        Assert.True(sender.Lanes <= 2048, $"{sender.Lanes} lanes");
    }
}
