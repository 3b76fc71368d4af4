using System.Text.Json;
using JointDesk.BotFramework;
using JointDesk.People;
using JointDesk.Server.Channels;
using JointDesk.Talk;
using NodaTime;

namespace JointDesk.Server.Workers;

/// <summary>
/// Sends notices through the Bot Connector to officers who talk with the desk elsewhere, worded when sent. What was sent is settled
/// after the channel took it, so a crash between the two may send it twice, never not at all.
/// </summary>
internal sealed class Postman : IDeskWorker
{
    public const string Queue = "post";

    private readonly IDeskStore store;
    private readonly Desk desk;
    private readonly INoticeWording wording;
    private readonly Disclosure disclosure;
    private readonly Languages languages;
    private readonly Conversations conversations;
    private readonly ConnectorChats chats;
    private readonly IActivitySender sender;
    private readonly PublicAddress address;

    public Postman(
        IDeskStore store, Desk desk, INoticeWording wording, Disclosure disclosure, Languages languages, Conversations conversations,
        ConnectorChats chats, IActivitySender sender, PublicAddress address, TimeProvider time, ILogger<Postman> logger)
    {
        (this.store, this.desk, this.wording, this.disclosure, this.languages) = (store, desk, wording, disclosure, languages);
        (this.conversations, this.chats, this.sender, this.address) = (conversations, chats, sender, address);
        Loop = new QueueLoop(store, desk.Clock, time, logger, Queue, PostAsync);
    }

    public QueueLoop Loop { get; }

    public static QueuePut Pending(string notice, Notice what, ConnectorChat chat, Instant now) => new(
        Queue, OnceKeys.Of("post", notice, chat.Id), now, JsonSerializer.SerializeToUtf8Bytes(new PendingPost(what, chat.Id), DeskJson.Options));

    private async Task PostAsync(ClaimedItem item, CancellationToken cancel)
    {
        var pending = JsonSerializer.Deserialize<PendingPost>(item.Payload.Span, DeskJson.Options) ?? throw new GivenUpException("an empty post");
        var roster = await desk.Read().RosterAsync(cancel);
        if (await chats.FindAsync(pending.Chat, cancel) is { } chat && await conversations.FindAsync(pending.Notice.To, cancel) is { } conversation)
        {
            var language = await languages.OfAsync(conversation, roster, cancel);
            var message = await wording.WordAsync(pending.Notice, Courier.ViewerOf(conversation, roster), language, cancel);
            if (message is not null && await disclosure.AllowsAsync(message, conversation, item.Id, cancel))
                await SendAsync(message, chat, language, cancel);
        }
        await Loop.SettleAsync(item, new Settlement.Completed(), cancel);
    }

    private async Task SendAsync(Message message, ConnectorChat chat, string language, CancellationToken cancel)
    {
        var (activity, file) = Outgoing.Compose(message, chat.Id, language, desk.Clock.GetCurrentInstant(), address.Url);
        if (file is not null)
            await store.CommitAsync(new ChangeSet { Puts = [DeskFile.Documents.Put(file, 0)] }, cancel);
        try
        {
            await sender.SendAsync(activity.AddressedTo(chat.ToReference()), cancel);
        }
        catch (ConnectorException failure) when (failure.IsTransient)
        {
            throw new TryLaterException($"chat {chat.Id}: {failure.Status} {failure.Code}", failure.RetryAfter is { } wait ? Duration.FromTimeSpan(wait) : null);
        }
        catch (ConnectorException failure)
        {
            throw new GivenUpException($"chat {chat.Id}: {failure.Status} {failure.Code}");
        }
    }
}

/// <summary>A notice on its way to a chat of the connector.</summary>
internal sealed record PendingPost(Notice Notice, string Chat);
