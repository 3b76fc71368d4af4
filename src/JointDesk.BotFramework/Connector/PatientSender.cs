namespace JointDesk.BotFramework;

/// <summary>
/// Sends with patience: in order within a conversation, within the channel's rates by waiting, and again after a failure that may pass.
/// Each conversation has a lane of its own, so that a slow one holds up no other. A try whose answer was lost may have arrived: the
/// protocol has no way to ask, so a message can, rarely, appear twice.
/// </summary>
public sealed class PatientSender(IActivitySender inner, SendingOptions options, TimeProvider time) : IActivitySender
{
    private const int FewLanes = 1024;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, SendLane> _lanes = new(StringComparer.Ordinal);
    private int _lanesUntilForgetting = FewLanes;

    internal int Lanes
    {
        get
        {
            lock (_gate)
                return _lanes.Count;
        }
    }

    public ValueTask<string?> SendAsync(Activity activity, CancellationToken cancel) => QueueAsync(activity, inner.SendAsync, cancel);

    public ValueTask<string?> UpdateAsync(Activity activity, CancellationToken cancel) => QueueAsync(activity, inner.UpdateAsync, cancel);

    private async ValueTask<string?> QueueAsync(Activity activity, Call call, CancellationToken cancel)
    {
        var (lane, turn) = Enter(activity);
        if (turn is not null)
        {
            using var givesUp = cancel.UnsafeRegister((_, cancelled) => turn.TrySetCanceled(cancelled), null);
            await turn.Task;
        }
        try
        {
            return await SendInLaneAsync(lane, call, activity, cancel);
        }
        finally
        {
            lock (_gate)
                lane.Leave();
        }
    }

    private (SendLane Lane, TaskCompletionSource? Turn) Enter(Activity activity)
    {
        var key = activity.ServiceUrl + "\n" + activity.Conversation?.Id;
        lock (_gate)
        {
            Forget();
            if (!_lanes.TryGetValue(key, out var lane))
                _lanes.Add(key, lane = new(activity.ChannelId == Channels.Teams ? options.TeamsRates : []));
            return (lane, lane.Enter());
        }
    }

    /// <summary>Quiet lanes go, each time that there are twice as many as were left.</summary>
    private void Forget()
    {
        if (_lanes.Count < _lanesUntilForgetting)
            return;
        var now = time.GetUtcNow();
        foreach (var (key, lane) in _lanes)
            if (lane.IsForgottenAt(now))
                _lanes.Remove(key);
        _lanesUntilForgetting = Math.Max(FewLanes, 2 * _lanes.Count);
    }

    private async Task<string?> SendInLaneAsync(SendLane lane, Call call, Activity activity, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            for (TimeSpan wait; (wait = lane.Budget.WaitAt(time.GetUtcNow())) > TimeSpan.Zero;)
                await Task.Delay(wait, time, cancel);
            lane.Budget.Sent(time.GetUtcNow());
            try
            {
                return await call(activity, cancel);
            }
            catch (ConnectorException failure) when (failure.IsTransient && attempt < options.Tries && !(failure.RetryAfter > options.LongestRetryAfter))
            {
                await Task.Delay(failure.RetryAfter ?? Backoff(attempt), time, cancel);
            }
        }
    }

    /// <summary>Between half and one and a half of the doubled wait: many who failed together do not come back together.</summary>
    private TimeSpan Backoff(int attempt)
    {
        var wait = options.FirstWait * Math.Pow(2, attempt - 1) * (0.5 + Random.Shared.NextDouble());
        return wait < options.LongestWait ? wait : options.LongestWait;
    }

    private delegate ValueTask<string?> Call(Activity activity, CancellationToken cancel);
}
