using JointDesk.Server.Channels;
using NodaTime;

namespace JointDesk.Server.Retention;

/// <summary>Forgets what was said in the desk's chats, and the files of messages. A chat goes on counting where it was.</summary>
internal sealed class ChatRetention(IDeskStore store)
{
    private const int AtOnce = 50;

    /// <summary>Deletes what is older; how many entries and files there were.</summary>
    public async Task<int> ForgetAsync(Instant before, CancellationToken cancel = default)
    {
        var forgotten = await ForgetAllAsync(new DocumentQuery(DeskFile.Documents.Name, "at", Instant.MinValue, before), cancel);
        for (var from = ""; await PageAsync(from, cancel) is [var first, ..] page;)
        {
            var chat = first.Entry.Conversation;
            var old = page.TakeWhile(row => row.Entry.Conversation == chat && IsBefore(row.Entry, before)).ToList();
            var gone = await DeleteAsync(old.Select(row => row.Document), cancel);
            forgotten += gone;
            // In a chat all that follows the first young entry is younger.
            from = gone > 0 ? first.Document.Id : AfterAllOf(chat);
        }
        return forgotten;
    }

    /// <summary>Deletes a whole chat with its files; how many entries and files there were.</summary>
    public async Task<int> ForgetAsync(string conversation, CancellationToken cancel = default)
    {
        var forgotten = await ForgetAllAsync(new DocumentQuery(DeskFile.Documents.Name, "chat", conversation, conversation), cancel);
        var chat = new DocumentQuery(ChatEntry.Documents.Name, "chat", ChatEntry.IdOf(conversation, 0), AfterAllOf(conversation));
        return forgotten + await ForgetAllAsync(chat, cancel);
    }

    private async Task<int> ForgetAllAsync(DocumentQuery query, CancellationToken cancel)
    {
        for (var forgotten = 0; ;)
        {
            var page = await store.QueryAsync(query with { Take = AtOnce }, cancel);
            var gone = await DeleteAsync(page.Select(row => row.Document), cancel);
            if (gone == 0)
                return forgotten;
            forgotten += gone;
        }
    }

    /// <summary>0 where someone else has just changed one of them: the next time will do.</summary>
    private async Task<int> DeleteAsync(IEnumerable<StoredDocument> documents, CancellationToken cancel)
    {
        DeleteDocument[] deletes = [.. documents.Select(d => new DeleteDocument(d.Kind, d.Id, d.Version))];
        return deletes.Length > 0 && await store.CommitAsync(new ChangeSet { Deletes = deletes }, cancel) is Committed ? deletes.Length : 0;
    }

    private async Task<IReadOnlyList<(ChatEntry Entry, StoredDocument Document)>> PageAsync(string from, CancellationToken cancel)
    {
        var query = new DocumentQuery(ChatEntry.Documents.Name, "chat", from, "\uffff") { Take = AtOnce };
        return [.. (await store.QueryAsync(query, cancel)).Select(row => (ChatEntry.Documents.Read(row.Document.Payload), row.Document))];
    }

    private static bool IsBefore(ChatEntry entry, Instant before) => entry.ToActivity().Timestamp is { } at && Instant.FromDateTimeOffset(at) < before;

    private static string AfterAllOf(string conversation) => ChatEntry.IdOf(conversation, 999_999_999_999) + "\0";
}
