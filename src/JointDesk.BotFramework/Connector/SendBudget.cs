namespace JointDesk.BotFramework;

/// <summary>When the next activity may go into one conversation, by what went into it before.</summary>
internal sealed class SendBudget(IReadOnlyList<SendRate> rates)
{
    private readonly List<DateTimeOffset> _sent = [];
    private readonly int _depth = rates.Count == 0 ? 0 : rates.Max(rate => rate.Count);

    /// <summary>How long to wait from now on; zero when it may go at once.</summary>
    public TimeSpan WaitAt(DateTimeOffset now)
    {
        var wait = TimeSpan.Zero;
        foreach (var (count, within) in rates)
            if (_sent.Count >= count && _sent[^count] + within - now is var rest && rest > wait)
                wait = rest;
        return wait;
    }

    public void Sent(DateTimeOffset at)
    {
        if (_depth == 0)
            return;
        _sent.Add(at);
        if (_sent.Count >= 2 * _depth)
            _sent.RemoveRange(0, _sent.Count - _depth);
    }

    /// <summary>It has been quiet for as long as all that was sent takes at each of the rates: whoever begins anew then stays within them.</summary>
    public bool IsForgottenAt(DateTimeOffset now) =>
        _sent.Count == 0 || rates.All(rate => _sent[^1] + _sent.Count * rate.Within / rate.Count <= now);
}
