using System.Collections.Concurrent;
using System.Threading.Channels;

namespace JointDesk.BotFramework;

/// <summary>
/// What passes: who is typing, and what the bot says while nothing can be kept. It is told to the open streams of a conversation and to
/// nobody else, is not kept and has no watermark; pollers do not get it.
/// </summary>
public sealed class DirectLineTyping
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<ChannelWriter<Activity>, string>> _listeners = new(StringComparer.Ordinal);

    /// <summary>Tells everyone in the conversation except the one who types.</summary>
    public void Tell(string conversationId, Activity typing)
    {
        if (!_listeners.TryGetValue(conversationId, out var streams))
            return;
        foreach (var (stream, userId) in streams)
            if (userId != typing.From?.Id)
                stream.TryWrite(typing);
    }

    /// <summary>Listens until disposed. A reader that is slow misses some: an old "is typing" is worth nothing.</summary>
    internal Listening Listen(string conversationId, string userId) => new(this, conversationId, userId);

    internal sealed class Listening : IDisposable
    {
        private readonly Channel<Activity> _channel =
            Channel.CreateBounded<Activity>(new BoundedChannelOptions(8) { FullMode = BoundedChannelFullMode.DropOldest });

        private readonly DirectLineTyping _owner;
        private readonly string _conversationId;

        public Listening(DirectLineTyping owner, string conversationId, string userId)
        {
            (_owner, _conversationId) = (owner, conversationId);
            lock (_owner._listeners)
                _owner._listeners.GetOrAdd(conversationId, _ => new()).TryAdd(_channel.Writer, userId);
        }

        public ChannelReader<Activity> Reader => _channel.Reader;

        public void Dispose()
        {
            lock (_owner._listeners)
                if (_owner._listeners.TryGetValue(_conversationId, out var streams) && streams.TryRemove(_channel.Writer, out _) && streams.IsEmpty)
                    _owner._listeners.TryRemove(_conversationId, out _);
        }
    }
}
