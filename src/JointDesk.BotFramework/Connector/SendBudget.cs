namespace JointDesk.BotFramework;

/// <summary>When the next activity may go into one conversation, by what went into it before.</summary>
internal sealed class SendBudget(IReadOnlyList<SendRate> rates)
{
    private const int Few = 8;

    private readonly int _depth = rates.Count == 0 ? 0 : rates.Max(rate => rate.Count);

    /// <summary>When the last ones went, as UTC ticks; written round and round once it holds as many as the slowest rate looks back on.</summary>
    private long[] _sent = [];
    private int _count;
    private int _next;

    /// <summary>How long to wait from now on; zero when it may go at once.</summary>
    public TimeSpan WaitAt(DateTimeOffset now)
    {
        var wait = 0L;
        foreach (var (count, within) in rates)
            if (_count >= count)
                wait = Math.Max(wait, TicksAt(count) + within.Ticks - now.UtcTicks);
        return TimeSpan.FromTicks(wait);
    }

    public void Sent(DateTimeOffset at)
    {
        if (_depth == 0)
            return;
        if (_next == _sent.Length)
        {
            if (_sent.Length < _depth)
                Array.Resize(ref _sent, Math.Min(_depth, Math.Max(Few, 2 * _sent.Length)));
            else
                _next = 0;
        }
        _sent[_next++] = at.UtcTicks;
        _count = Math.Min(_count + 1, _depth);
    }

    /// <summary>It has been quiet for as long as all that was sent takes at each of the rates: whoever begins anew then stays within them.</summary>
    public bool IsForgottenAt(DateTimeOffset now) =>
        _count == 0 || rates.All(rate => TicksAt(1) + _count * rate.Within.Ticks / rate.Count <= now.UtcTicks);

    /// <summary>When the last but so many went; 1 is the last.</summary>
    private long TicksAt(int back) => _sent[(_next - back + _sent.Length) % _sent.Length];
}
