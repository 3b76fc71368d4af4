using System.Collections.Concurrent;

namespace JointDesk.BotFramework;

/// <summary>
/// Handles an activity once. Whoever brings the same one again, while it is worked on or a while later, gets the first outcome. A turn
/// that failed is forgotten, so that the channel's next try is a real one. It lives in memory: what must be done once over a restart
/// is the store's receipt.
/// </summary>
internal sealed class TurnMemory(BotMessagesOptions options, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<TurnOutcome>>> _turns = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(string Key, DateTimeOffset At)> _byAge = new();
    private int _remembered;

    public int Count => _turns.Count;

    public Task<TurnOutcome> OnceAsync(Activity activity, Func<Task<TurnOutcome>> turn)
    {
        if (KeyOf(activity) is not { } key)
            return turn();
        Forget();
        var mine = new Lazy<Task<TurnOutcome>>(() => WatchAsync(key, turn));
        var first = _turns.GetOrAdd(key, mine);
        if (first == mine)
        {
            // Counted here: the queue's own count walks through it.
            Interlocked.Increment(ref _remembered);
            _byAge.Enqueue((key, time.GetUtcNow()));
        }
        return first.Value;
    }

    private async Task<TurnOutcome> WatchAsync(string key, Func<Task<TurnOutcome>> turn)
    {
        try
        {
            return await turn();
        }
        catch
        {
            _turns.TryRemove(key, out _);
            throw;
        }
    }

    private void Forget()
    {
        var horizon = time.GetUtcNow() - options.Memory;
        while (_byAge.TryPeek(out var oldest) && (oldest.At < horizon || _remembered > options.MaxRemembered) && _byAge.TryDequeue(out oldest))
        {
            Interlocked.Decrement(ref _remembered);
            _turns.TryRemove(oldest.Key, out _);
        }
    }

    /// <summary>
    /// A message's id is its own. An edit and a reaction carry the id of the message that they are about, so there the time tells one
    /// from the next. Without an id nothing can be said (A2033).
    /// </summary>
    private static string? KeyOf(Activity activity) => activity.Id is not { Length: > 0 } id ? null : string.Join('\n',
        activity.ChannelId, activity.Conversation?.Id, activity.Type, id,
        activity.Type is ActivityTypes.Message or ActivityTypes.Invoke ? "" : $"{activity.Timestamp:O} {activity.Action} {activity.Name}");
}

/// <summary>What came of a turn.</summary>
internal sealed record TurnOutcome(InvokeResponse? Invoke, IReadOnlyList<Activity> Replies);
