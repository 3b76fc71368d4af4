namespace JointDesk.BotFramework.Tests;

/// <summary>A Direct Line backend that keeps all in lists, and a bot that echoes.</summary>
internal sealed class MemoryBackend : IDirectLineBackend, IDirectLineFiles
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<Activity>> _conversations = [];
    private readonly Dictionary<string, (string Conversation, DirectLineFile File)> _files = [];
    private readonly Dictionary<string, string> _posted = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Conversation → the users who may open it. Personal chats are open to their one user.</summary>
    public Dictionary<string, HashSet<string>> Rooms { get; } = [];

    public bool TakesFiles { get; set; } = true;
    public HashSet<string> Unknown { get; } = ["stranger"];
    public List<Activity> Received { get; } = [];
    public Func<Exception>? Broken { get; set; }
    public int Waiting { get; private set; }

    public ValueTask<DirectLineStart?> DefaultConversationAsync(DirectLineUser user, CancellationToken cancel)
    {
        ThrowIfBroken();
        lock (_gate)
            return new(Unknown.Contains(user.Id) ? null : new DirectLineStart("personal-" + user.Id, _conversations.TryAdd("personal-" + user.Id, [])));
    }

    public ValueTask<bool> MayOpenAsync(DirectLineUser user, string conversationId, CancellationToken cancel)
    {
        ThrowIfBroken();
        lock (_gate)
            return new(conversationId == "personal-" + user.Id || (Rooms.TryGetValue(conversationId, out var users) && users.Contains(user.Id)));
    }

    public ValueTask<DirectLinePage> ReadAsync(string conversationId, long after, int take, CancellationToken cancel)
    {
        ThrowIfBroken();
        lock (_gate)
        {
            var page = Of(conversationId).Skip((int)after).Take(take).ToList();
            return new(new DirectLinePage(page, after + page.Count));
        }
    }

    public ValueTask<string> PostAsync(DirectLineUser user, string conversationId, Activity activity, CancellationToken cancel)
    {
        ThrowIfBroken();
        lock (_gate)
        {
            if (activity.ClientActivityId() is { } once && _posted.TryGetValue(once, out var known))
                return new(known);
            Received.Add(activity);
            var id = Say(conversationId, activity);
            if (activity.ClientActivityId() is { } first)
                _posted[first] = id;
            if (activity.Type == ActivityTypes.Message)
                Say(conversationId, (activity with { Id = id, Recipient = new() { Id = "bot", Name = "JointDesk" } }).CreateReply("echo: " + activity.Text));
            return new(id);
        }
    }

    public async ValueTask WaitForNewerAsync(string conversationId, long after, CancellationToken cancel)
    {
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                if (Of(conversationId).Count > after)
                    return;
                Waiting++;
                changed = _changed.Task;
            }
            await changed.WaitAsync(cancel);
        }
    }

    /// <summary>Adds an activity as the bot does, and wakes the streams.</summary>
    public string Say(string conversationId, Activity activity)
    {
        lock (_gate)
        {
            var list = Of(conversationId);
            var id = $"{conversationId}|{list.Count + 1:D7}";
            list.Add(activity with { Id = id, Conversation = new() { Id = conversationId } });
            var changed = _changed;
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            changed.SetResult();
            return id;
        }
    }

    public ValueTask<string> KeepAsync(DirectLineUser user, string conversationId, DirectLineFile file, CancellationToken cancel)
    {
        lock (_gate)
        {
            var id = $"f{_files.Count + 1}";
            _files[id] = (conversationId, file);
            return new(id);
        }
    }

    public ValueTask<DirectLineFile?> OpenAsync(DirectLineUser user, string conversationId, string fileId, CancellationToken cancel)
    {
        lock (_gate)
            return new(_files.TryGetValue(fileId, out var kept) && kept.Conversation == conversationId ? kept.File : null);
    }

    private List<Activity> Of(string conversationId) =>
        _conversations.TryGetValue(conversationId, out var list) ? list : _conversations[conversationId] = [];

    private void ThrowIfBroken()
    {
        if (Broken?.Invoke() is { } failure and not SkipOnce)
            throw failure;
    }
}
