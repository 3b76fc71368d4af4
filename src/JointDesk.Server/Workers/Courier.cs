using System.Text.Json;
using JointDesk.Cases;
using JointDesk.People;
using JointDesk.Server.Channels;
using JointDesk.Talk;

namespace JointDesk.Server.Workers;

/// <summary>
/// Delivers notices: words each one now, for whoever will read it. In the desk's own chats the message and the end of the notice are
/// one commit, so that it comes exactly once whatever happens in between; what goes out by a connector is queued in the same commit.
/// </summary>
internal sealed class Courier : IDeskWorker
{
    private readonly Desk desk;
    private readonly ChatLog log;
    private readonly Conversations conversations;
    private readonly INoticeWording wording;
    private readonly Disclosure disclosure;
    private readonly Languages languages;
    private readonly ConnectorChats connectorChats;

    public Courier(
        IDeskStore store, Desk desk, ChatLog log, Conversations conversations, INoticeWording wording, Disclosure disclosure,
        Languages languages, ConnectorChats connectorChats, TimeProvider time, ILogger<Courier> logger)
    {
        (this.desk, this.log, this.conversations, this.wording) = (desk, log, conversations, wording);
        (this.disclosure, this.languages, this.connectorChats) = (disclosure, languages, connectorChats);
        Loop = new QueueLoop(store, desk.Clock, time, logger, Desk.Outbox, DeliverAsync);
    }

    public QueueLoop Loop { get; }

    private async Task DeliverAsync(ClaimedItem item, CancellationToken cancel)
    {
        var notice = JsonSerializer.Deserialize<Notice>(item.Payload.Span, DeskJson.Options) ?? throw new GivenUpException("an empty notice");
        var roster = await desk.Read().RosterAsync(cancel);
        if (await conversations.FindAsync(notice.To, cancel) is not { } conversation)
            throw new GivenUpException($"there is no {notice.To.Kind} {notice.To.Id}");

        var done = new QueueSettle(Desk.Outbox, item.Id, item.Fence, new Settlement.Completed());
        var language = await languages.OfAsync(conversation, roster, cancel);
        var message = await wording.WordAsync(notice, ViewerOf(conversation, roster), language, cancel);
        if (message is null || !await disclosure.AllowsAsync(message, conversation, item.Id, cancel))
        {
            await Loop.SettleAsync(item, done.How, cancel);
            return;
        }

        var addition = Outgoing.Compose(message, conversation.Id, language, desk.Clock.GetCurrentInstant());
        var abroad = await connectorChats.OfAsync(notice.To, cancel);
        // A fence that no longer holds: someone else delivers it, and nothing of ours was kept.
        var sent = await log.AppendAsync([addition], _ => new ChangeSet
        {
            Settled = [done],
            Queued = [.. abroad.Select(chat => Postman.Pending(item.Id, notice, chat, desk.Clock.GetCurrentInstant()))],
        }, cancel);
        if (sent.IsKept && abroad.Count > 0)
            Sent?.Invoke();
    }

    /// <summary>Raised when something was queued for the connector.</summary>
    public event Action? Sent;

    internal static Viewer ViewerOf(Conversation conversation, Roster roster) =>
        conversation.IsPersonal ? Viewer.Of(roster.Officer(conversation.Subject)!) : Viewer.Channel(conversation.Audience);
}
