using System.Text.Json;
using JointDesk.Auditing;
using JointDesk.BotFramework;
using JointDesk.People;
using JointDesk.Server.Channels;
using JointDesk.Server.Feeds;
using JointDesk.Talk.Dialogs;
using NodaTime;

namespace JointDesk.Server.Retention;

/// <summary>
/// Removes what the desk knows of a person: the entry of the directory, the own chats, accounts and calendar address, and the name
/// under what was said in channels. What the officer did stays, under the id, in the audit chain and in meetings and tasks.
/// </summary>
internal sealed class OfficerErasure(IDeskStore store, IClock clock)
{
    private readonly ChatRetention chats = new(store);

    /// <summary>False where there is no such officer. Run again after a crash, it goes on; the directory's entry goes last.</summary>
    public async Task<bool> RunAsync(string id, CancellationToken cancel = default)
    {
        var (officer, version) = await store.FindAsync(Officer.Kind, id, cancel);
        if (officer is null)
            return false;
        await ForgetChatsAsync(id, cancel);
        await ForgetAsync(Spoken.Documents.Name, id, cancel);
        await ForgetAsync(Feed.Documents.Name, Feed.IdOf(Recipient.Officer(id)), cancel);
        await ForgetAllAsync(OpenConversation.Documents.Name, "officer", id, cancel);
        if (officer.Email is { } address)
            await ForgetAllAsync(KnownAccount.Documents.Name, "address", KnownAccount.Index(address), cancel);
        await RemoveNameAsync(id, cancel);

        var (_, stamp) = await store.FindAsync(RosterStamp.Kind, RosterStamp.Id, cancel);
        var result = await store.CommitAsync(new ChangeSet
        {
            Deletes = [new DeleteDocument(Officer.Kind.Name, id, version)],
            Puts = [RosterStamp.Kind.Put(new RosterStamp(Guid.NewGuid().ToString("N")), stamp)],
            Audit = [new AuditDraft(clock.GetCurrentInstant(), Caller.Desk.Id, "OfficerErased", id, [officer.Department], "{}")],
        }, cancel);
        return result is Committed ? true : throw new StoreUnavailableException("The directory was changed by someone else at the same time; erase again.");
    }

    private async Task ForgetChatsAsync(string officer, CancellationToken cancel)
    {
        var own = Conversation.IdOf(Recipient.Officer(officer));
        await chats.ForgetAsync(own, cancel);
        await ForgetAsync(ChatHead.Documents.Name, own, cancel);
        foreach (var chat in await store.ListAsync(ConnectorChat.Documents, "owner", officer, cancel))
        {
            await chats.ForgetAsync(chat.Id, cancel);
            await ForgetAsync(ConnectorChat.Documents.Name, chat.Id, cancel);
        }
    }

    /// <summary>From what the officer wrote in channels, which others read on: the words stay, under the id.</summary>
    private async Task RemoveNameAsync(string officer, CancellationToken cancel)
    {
        var query = new DocumentQuery(ChatEntry.Documents.Name, "chat", "", "\uffff") { Take = 100 };
        while (await store.QueryAsync(query, cancel) is { Count: > 0 } page)
        {
            PutDocument[] nameless = [.. page.Select(row => (Entry: ChatEntry.Documents.Read(row.Document.Payload), row.Document.Version))
                .Where(row => row.Entry.ToActivity().From is { Name: not null } from && from.Id == officer)
                .Select(row => ChatEntry.Documents.Put(WithoutName(row.Entry), row.Version))];
            if (nameless.Length > 0)
                await store.CommitAsync(new ChangeSet { Puts = nameless }, cancel);
            query = query with { After = (page[^1].Value, page[^1].Document.Id) };
        }
    }

    private static ChatEntry WithoutName(ChatEntry entry)
    {
        var activity = entry.ToActivity();
        return entry with { Activity = JsonSerializer.SerializeToElement(activity with { From = activity.From! with { Name = null } }, ActivityJson.Options) };
    }

    private async Task ForgetAllAsync(string kind, string index, string value, CancellationToken cancel)
    {
        foreach (var row in await store.QueryAsync(new DocumentQuery(kind, index, value, value), cancel))
            await ForgetAsync(kind, row.Document.Id, cancel);
    }

    private async Task ForgetAsync(string kind, string id, CancellationToken cancel)
    {
        if (await store.GetAsync(kind, id, cancel) is { } found)
            await store.CommitAsync(new ChangeSet { Deletes = [new DeleteDocument(kind, id, found.Version)] }, cancel);
    }
}
