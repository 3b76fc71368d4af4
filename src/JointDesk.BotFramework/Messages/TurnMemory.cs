using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace JointDesk.BotFramework;

/// <summary>
/// Handles an activity once. Whoever brings the same one again, while it is worked on or a while later, gets the first outcome. A turn
/// that failed is forgotten, so that the channel's next try is a real one. It lives in memory: what must be done once over a restart
/// is the store's receipt.
/// </summary>
internal sealed class TurnMemory(BotMessagesOptions options, TimeProvider time)
{
    private readonly Lock _gate = new();

    /// <summary>Plain tables, and one task for all that came to nothing: what is remembered must not keep the collector busy.</summary>
    private readonly Dictionary<UInt128, Task<TurnOutcome>> _turns = [];
    private readonly Queue<(UInt128 Key, DateTimeOffset At)> _byAge = [];

    public Task<TurnOutcome> OnceAsync(Activity activity, Func<Task<TurnOutcome>> turn)
    {
        if (KeyOf(activity) is not { } key)
            return turn();
        var mine = new TaskCompletionSource<TurnOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            Forget();
            if (_turns.TryGetValue(key, out var first))
                return first;
            _turns.Add(key, mine.Task);
            _byAge.Enqueue((key, time.GetUtcNow()));
        }
        return FirstAsync(key, turn, mine);
    }

    private async Task<TurnOutcome> FirstAsync(UInt128 key, Func<Task<TurnOutcome>> turn, TaskCompletionSource<TurnOutcome> mine)
    {
        try
        {
            var outcome = await turn();
            mine.SetResult(outcome);
            Remember(key, outcome.IsNothing ? TurnOutcome.Nothing : mine.Task);
            return outcome;
        }
        catch (Exception failure)
        {
            lock (_gate)
                _turns.Remove(key);
            mine.SetException(failure);
            // Often nobody else waits.
            _ = mine.Task.Exception;
            throw;
        }
    }

    private void Remember(UInt128 key, Task<TurnOutcome> done)
    {
        lock (_gate)
        {
            // Forgotten already where too many came meanwhile.
            if (_turns.ContainsKey(key))
                _turns[key] = done;
        }
    }

    private void Forget()
    {
        var horizon = time.GetUtcNow() - options.Memory;
        while (_byAge.TryPeek(out var oldest) && (oldest.At < horizon || _byAge.Count > options.MaxRemembered))
        {
            _byAge.Dequeue();
            _turns.Remove(oldest.Key);
        }
    }

    /// <summary>
    /// A message's id is its own. An edit and a reaction carry the id of the message that they are about, so there the time tells one
    /// from the next. Without an id nothing can be said (A2033). An id may be as long as a body: what is kept of it is half its SHA-256.
    /// </summary>
    private static UInt128? KeyOf(Activity activity)
    {
        if (activity.Id is not { Length: > 0 } id)
            return null;
        var key = string.Join('\n', activity.ChannelId, activity.Conversation?.Id, activity.Type, id,
            activity.Type is ActivityTypes.Message or ActivityTypes.Invoke ? "" : $"{activity.Timestamp:O} {activity.Action} {activity.Name}");
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(key.AsSpan()), hash);
        return MemoryMarshal.Read<UInt128>(hash);
    }
}

/// <summary>What came of a turn.</summary>
internal sealed record TurnOutcome(InvokeResponse? Invoke, IReadOnlyList<Activity> Replies)
{
    /// <summary>The outcome of all turns whose caller hears nothing but 200.</summary>
    public static Task<TurnOutcome> Nothing { get; } = Task.FromResult(new TurnOutcome(null, []));

    public bool IsNothing => Invoke is null && Replies.Count == 0;
}
