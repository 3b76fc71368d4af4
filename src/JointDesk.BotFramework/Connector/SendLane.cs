namespace JointDesk.BotFramework;

/// <summary>
/// One conversation's sending: one after the other, first come, first served. Where nobody waits nothing is left behind by what was
/// sent: with many thousand conversations the collector would move it all. Its caller locks.
/// </summary>
internal sealed class SendLane(IReadOnlyList<SendRate> rates)
{
    private bool _isTaken;
    private Queue<TaskCompletionSource>? _waiting;

    public SendBudget Budget { get; } = new(rates);

    /// <summary>Null where it is free, which it is no longer; else what completes when it is the caller's turn. One that is cancelled loses its place.</summary>
    public TaskCompletionSource? Enter()
    {
        if (!_isTaken)
        {
            _isTaken = true;
            return null;
        }
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        (_waiting ??= new()).Enqueue(turn);
        return turn;
    }

    public void Leave()
    {
        while (_waiting is not null && _waiting.TryDequeue(out var next))
            if (next.TrySetResult())
                return;
        (_isTaken, _waiting) = (false, null);
    }

    /// <summary>Nothing moves in it and nothing counts any more.</summary>
    public bool IsForgottenAt(DateTimeOffset now) => !_isTaken && Budget.IsForgottenAt(now);
}
