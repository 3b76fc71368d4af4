using System.Text.Json;
using JointDesk.BotFramework;
using JointDesk.People;
using JointDesk.Server.Channels;
using JointDesk.Talk;
using NodaTime;

namespace JointDesk.Server.Workers;

/// <summary>
/// Sends through the Bot Connector: replies as they were said, notices worded when sent. The posts of one chat go out in order, those
/// of others meanwhile. What was sent is settled after the channel took it, so a crash between the two may send it twice, never not
/// at all.
/// </summary>
internal sealed class Postman : IDeskWorker
{
    public const string Queue = "post";

    /// <summary>How long whoever queued a post works on it alone before it counts as cut off.</summary>
    public static readonly Duration Grace = Duration.FromSeconds(30);

    /// <summary>With ten minutes between them: about a day of a channel that cannot be reached.</summary>
    private const int MostAttempts = 150;

    private readonly IDeskStore store;
    private readonly Desk desk;
    private readonly INoticeWording wording;
    private readonly Disclosure disclosure;
    private readonly Languages languages;
    private readonly Conversations conversations;
    private readonly ConnectorChats chats;
    private readonly Audiences audiences;
    private readonly IActivitySender sender;
    private readonly PublicAddress address;
    private readonly ILogger<Postman> logger;

    public Postman(
        IDeskStore store, Desk desk, INoticeWording wording, Disclosure disclosure, Languages languages, Conversations conversations,
        ConnectorChats chats, Audiences audiences, IActivitySender sender, PublicAddress address, TimeProvider time, ILogger<Postman> logger)
    {
        (this.store, this.desk, this.wording, this.disclosure, this.languages) = (store, desk, wording, disclosure, languages);
        (this.conversations, this.chats, this.audiences, this.sender, this.address, this.logger) = (conversations, chats, audiences, sender, address, logger);
        Loop = new QueueLoop(store, desk.Clock, time, logger, Queue, PostAsync) { LaneOf = LaneOf, MostAttempts = MostAttempts };
    }

    public QueueLoop Loop { get; }

    /// <summary>A notice, to be worded when it is sent. Ids sort as they were queued, so that those of one moment keep their order.</summary>
    public static QueuePut Pending(string notice, Notice what, ConnectorChat chat, Instant now) =>
        Put(now, now, OnceKeys.Of("notice", notice, chat.Id), new PendingPost(chat.Id) { Notice = what });

    /// <summary>Something that was said already. Whoever queues it sends it at once.</summary>
    public static QueuePut Pending(string turn, string chat, Activity said, Instant now) =>
        Put(now, now + Grace, OnceKeys.Of("reply", turn), new PendingPost(chat) { Said = JsonSerializer.SerializeToElement(said, ActivityJson.Options) });

    private static int sequence;

    private static QueuePut Put(Instant now, Instant due, string key, PendingPost post) => new(
        Queue, $"{now.ToUnixTimeTicks():D19}-{(uint)Interlocked.Increment(ref sequence):D10}-{key}", due, JsonSerializer.SerializeToUtf8Bytes(post, DeskJson.Options));

    private static string LaneOf(ClaimedItem item) => JsonSerializer.Deserialize<PendingPost>(item.Payload.Span, DeskJson.Options)?.Chat ?? "";

    private async Task PostAsync(ClaimedItem item, CancellationToken cancel)
    {
        var post = JsonSerializer.Deserialize<PendingPost>(item.Payload.Span, DeskJson.Options) ?? throw new GivenUpException("an empty post");
        var sent = new ChangeSet();
        if (await chats.FindAsync(post.Chat, cancel) is { ShutOut: null } chat)
        {
            try
            {
                sent = await SendAsync(item.Id, post, chat, cancel);
            }
            catch (ConnectorException failure) when (failure.IsTransient || failure.IsConflict)
            {
                throw new TryLaterException($"chat {chat.Id}: {failure.Status} {failure.Code}", failure.RetryAfter is { } wait ? Duration.FromTimeSpan(wait) : null);
            }
            catch (ConnectorException failure) when (failure.IsShutOut)
            {
                await ShutOutAsync(chat, failure, cancel);
            }
            catch (ConnectorException failure) when (failure.Code == ServiceUrls.NotAllowed)
            {
                logger.LogWarning("Post {Item} goes nowhere: {Reason}", item.Id, failure.Message);
            }
            catch (ConnectorException failure)
            {
                throw new GivenUpException($"chat {chat.Id}: {failure.Status} {failure.Code}");
            }
        }
        await Loop.SettleAsync(item, new Settlement.Completed(), cancel, sent);
    }

    /// <returns>What is to be remembered of it.</returns>
    private async ValueTask<ChangeSet> SendAsync(string occasion, PendingPost post, ConnectorChat chat, CancellationToken cancel)
    {
        if (post.Said is { } said)
        {
            await SendAsync(said.Deserialize<Activity>(ActivityJson.Options)!, cancel);
            return new ChangeSet();
        }
        var roster = await desk.Read().RosterAsync(cancel);
        if (post.Notice is not { } notice || await conversations.FindAsync(notice.To, cancel) is not { } conversation)
            return new ChangeSet();
        var place = chat.ToReference();
        var viewer = chat.Officer is not null ? Courier.ViewerOf(conversation, roster)
            : Cases.Viewer.Channel(await audiences.OfAsync(place.ServiceUrl ?? "", place.Conversation?.Id ?? "", roster, cancel));
        var language = await languages.OfAsync(conversation, roster, cancel);
        var message = await wording.WordAsync(notice, viewer, language, cancel);
        // Who reads a team's channel is known by departments only, so nothing is shown there that wants a receipt of each reader.
        if (message is null || (message.Discloses is not null && chat.Officer is null) || !await disclosure.AllowsAsync(message, conversation, occasion, cancel))
            return new ChangeSet();
        return await SendAsync(message, chat, place, language, cancel);
    }

    private async ValueTask<ChangeSet> SendAsync(Message message, ConnectorChat chat, ConversationReference place, string language, CancellationToken cancel)
    {
        var (composed, file) = Outgoing.Compose(message, chat.Id, language, desk.Clock.GetCurrentInstant(), address.Url);
        if (file is not null)
            await store.CommitAsync(new ChangeSet { Puts = [DeskFile.Documents.Put(file, 0)] }, cancel);
        var activity = composed.AddressedTo(place);
        if (message.ReplaceKey is not { } key)
        {
            await SendAsync(activity, cancel);
            return new ChangeSet();
        }
        var (before, version) = await store.FindAsync(SentCard.Documents, SentCard.IdOf(chat.Id, key), cancel);
        var replaced = before is not null && await ReplaceAsync(activity, before, cancel);
        // News goes out anew, since a channel tells nobody of a card that changed; the one before shows no old state meanwhile.
        if (replaced && message.Calendar is null)
            return new ChangeSet();
        return await SendAsync(activity, cancel) is { Length: > 0 } id
            ? new ChangeSet { Puts = [SentCard.Documents.Put(new SentCard(chat.Id, key, id), version)] }
            : new ChangeSet();
    }

    /// <summary>False where the channel cannot, or has the card no more; one too long for a single message is sent anew.</summary>
    private async ValueTask<bool> ReplaceAsync(Activity activity, SentCard before, CancellationToken cancel)
    {
        if (ForChannel(activity) is not [var one])
            return false;
        try
        {
            await sender.UpdateAsync(one with { Id = before.Activity, Conversation = Teams.InThread(one, before.Activity) }, cancel);
            return true;
        }
        catch (ConnectorException failure) when (!failure.IsTransient)
        {
            logger.LogInformation("A card was not updated, a new one goes out: {Status} {Code}", failure.Status, failure.Code);
            return false;
        }
    }

    /// <returns>The id of the last part.</returns>
    private async ValueTask<string?> SendAsync(Activity activity, CancellationToken cancel)
    {
        string? id = null;
        foreach (var part in ForChannel(activity))
            id = await sender.SendAsync(part, cancel);
        return id;
    }

    private static IReadOnlyList<Activity> ForChannel(Activity activity) =>
        activity.ChannelId == BotFramework.Channels.Teams ? TeamsCards.ForTeams(activity with { ChannelData = null }) : (activity with { ChannelData = null }).Fit();

    private async ValueTask ShutOutAsync(ConnectorChat chat, ConnectorException failure, CancellationToken cancel)
    {
        var code = failure.Code ?? $"{failure.Status}";
        logger.LogWarning("Chat {Chat} takes nothing any more: {Code}", chat.Id, code);
        await chats.ShutOutAsync(chat.Id, code, cancel);
        if (chat.Officer is { } officer)
            await desk.HandleAsync(new DeskCall($"unreachable/{chat.Id}/{desk.Clock.GetCurrentInstant().ToUnixTimeTicks()}", Caller.Desk, new ReportUnreachable(officer, code)), cancel);
    }
}

/// <summary>On its way to a chat of the connector: a notice, or what was said.</summary>
internal sealed record PendingPost(string Chat)
{
    public Notice? Notice { get; init; }
    public JsonElement? Said { get; init; }
}
