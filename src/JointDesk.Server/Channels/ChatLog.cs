using System.Collections.Concurrent;
using System.Text.Json;
using JointDesk.BotFramework;
using NodaTime;

namespace JointDesk.Server.Channels;

/// <summary>What was said, kept in the store, numbered without gaps in each conversation.</summary>
internal sealed class ChatLog(IDeskStore store, IClock clock)
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> waiting = new(StringComparer.Ordinal);
    private readonly KeyedLocks locks = new();

    /// <summary>
    /// Adds to conversations, together with whatever else belongs to it, in one commit. Entries of one conversation made here do not
    /// get into each other's way; where another desk over the same store was faster, they are numbered anew.
    /// </summary>
    /// <param name="with">What is committed besides, given the new ids.</param>
    /// <returns>Committed with the ids; else the store's answer, and nothing was kept.</returns>
    public ValueTask<Appended> AppendAsync(
        IReadOnlyList<Addition> additions, Func<IReadOnlyList<string>, ChangeSet> with, CancellationToken cancel = default) =>
        AppendAsync(additions, [], with, cancel);

    /// <inheritdoc cref="AppendAsync(IReadOnlyList{Addition}, Func{IReadOnlyList{string}, ChangeSet}, CancellationToken)"/>
    /// <param name="alongside">Documents of the door, each once, that are written over whatever is there.</param>
    public async ValueTask<Appended> AppendAsync(
        IReadOnlyList<Addition> additions, IReadOnlyList<Change> alongside, Func<IReadOnlyList<string>, ChangeSet> with, CancellationToken cancel = default)
    {
        var conversations = additions.Select(a => a.Conversation).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        using var held = await locks.EnterAsync(conversations, cancel);
        while (true)
        {
            var (ids, puts) = await NumberAsync(conversations, additions, cancel);
            var changes = with(ids);
            var result = await store.CommitAsync(changes with { Puts = [.. changes.Puts, .. puts, .. await OverAsync(alongside, cancel)] }, cancel);
            if (result is Conflict conflict && conflict.Keys.All(key => IsOurs(key) || alongside.Any(change => key == $"{change.Kind.Name}/{change.Id}")))
                continue;
            if (result is Committed)
                conversations.ForEach(Tell);
            return new Appended(result, ids);
        }
    }

    public async ValueTask<long> LastAsync(string conversation, CancellationToken cancel = default) =>
        (await store.FindAsync(ChatHead.Documents, conversation, cancel)).Document?.Last ?? 0;

    public async ValueTask<IReadOnlyList<ChatEntry>> ReadAsync(string conversation, long after, int take, CancellationToken cancel = default)
    {
        if (after is < 0 or >= 999_999_999_999)
            return [];
        var query = new DocumentQuery(
            ChatEntry.Documents.Name, "chat", ChatEntry.IdOf(conversation, after + 1), ChatEntry.IdOf(conversation, 999_999_999_999))
        { Take = take };
        return [.. (await store.QueryAsync(query, cancel)).Select(row => ChatEntry.Documents.Read(row.Document.Payload))];
    }

    public async ValueTask<ChatEntry?> FindAsync(string id, CancellationToken cancel = default) =>
        (await store.FindAsync(ChatEntry.Documents, id, cancel)).Document;

    /// <summary>Completes once there is an entry after this one. The signal is taken before the look, so that none is missed between.</summary>
    public async ValueTask WaitForNewerAsync(string conversation, long after, CancellationToken cancel)
    {
        while (true)
        {
            var signal = waiting.GetOrAdd(conversation, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            if (await LastAsync(conversation, cancel) > after)
                return;
            await signal.Task.WaitAsync(cancel);
        }
    }

    private async ValueTask<(IReadOnlyList<string> Ids, IReadOnlyList<PutDocument> Puts)> NumberAsync(
        IEnumerable<string> conversations, IReadOnlyList<Addition> additions, CancellationToken cancel)
    {
        var heads = new Dictionary<string, (long Last, long Version)>(StringComparer.Ordinal);
        foreach (var conversation in conversations)
        {
            var (head, version) = await store.FindAsync(ChatHead.Documents, conversation, cancel);
            heads[conversation] = (head?.Last ?? 0, version);
        }

        var ids = new List<string>();
        var puts = new List<PutDocument>();
        foreach (var addition in additions)
        {
            var (last, version) = heads[addition.Conversation];
            heads[addition.Conversation] = (last + 1, version);
            ids.Add(ChatEntry.IdOf(addition.Conversation, last + 1));
            puts.Add(ChatEntry.Documents.Put(new ChatEntry(addition.Conversation, last + 1, Dated(addition, ids[^1])), 0));
            if (addition.File is { } file)
                puts.Add(DeskFile.Documents.Put(file, 0));
        }
        puts.AddRange(heads.Select(h => ChatHead.Documents.Put(new ChatHead(h.Key, h.Value.Last), h.Value.Version)));
        return (ids, puts);
    }

    private async ValueTask<IReadOnlyList<PutDocument>> OverAsync(IReadOnlyList<Change> changes, CancellationToken cancel)
    {
        var puts = new List<PutDocument>();
        foreach (var change in changes)
        {
            var version = (await store.GetAsync(change.Kind.Name, change.Id, cancel))?.Version ?? 0;
            puts.Add(new(change.Kind.Name, change.Id, version, change.Kind.IndexesOf(change.Document!), change.Kind.Write(change.Document!)));
        }
        return puts;
    }

    /// <summary>The desk's own clock dates what is said, so that an officer's words and the answer stand in order also after the clock was moved.</summary>
    private JsonElement Dated(Addition addition, string id) => JsonSerializer.SerializeToElement(addition.Activity with
    {
        Id = id,
        Timestamp = clock.GetCurrentInstant().ToDateTimeOffset(),
        Conversation = new ConversationAccount { Id = addition.Conversation },
        ChannelId = "directline",
    }, ActivityJson.Options);

    private static bool IsOurs(string key) =>
        key.StartsWith(ChatHead.Documents.Name + "/", StringComparison.Ordinal) || key.StartsWith(ChatEntry.Documents.Name + "/", StringComparison.Ordinal);

    private void Tell(string conversation)
    {
        if (waiting.TryRemove(conversation, out var signal))
            signal.TrySetResult();
    }
}

/// <summary>What came of adding to conversations.</summary>
internal sealed record Appended(CommitResult Result, IReadOnlyList<string> Ids)
{
    public bool IsKept => Result is Committed;
}
