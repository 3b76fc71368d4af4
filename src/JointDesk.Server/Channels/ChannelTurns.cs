using JointDesk.BotFramework;
using JointDesk.People;
using JointDesk.Server.Workers;
using JointDesk.Talk;
using JointDesk.Talk.Wording;

namespace JointDesk.Server.Channels;

/// <summary>
/// Answers turns on channels of the Bot Framework. The replies and the mark that this activity was answered are one commit; the
/// channel hears 200 after it and the replies go out meanwhile, so that neither a crash nor a slow connector loses one.
/// </summary>
internal sealed class ChannelTurns(
    Desk desk, IDeskStore store, IReceptionist receptionist, Disclosure disclosure, Languages languages, ConnectorChats chats,
    Accounts accounts, Audiences audiences, ChatLog log, Postman postman, PublicAddress address, IHostApplicationLifetime life, Receipts receipts)
{
    private readonly KeyedLocks locks = new();

    /// <summary>Answers once, however often the channel brings it, and sends the answer.</summary>
    public async ValueTask AnswerAsync(Activity activity, Speech? spoken, CancellationToken cancel)
    {
        using var own = await locks.EnterAsync(ConnectorChat.IdOf(activity), cancel);
        var turnId = TurnIdOf(activity);
        if (await store.GetOnceAsync(AnswerTo(turnId), cancel) is not null)
            return;
        var answer = await HandleAsync(activity, spoken, turnId, cancel);
        var chat = ConnectorChat.IdOf(activity);
        await KeepAsync(answer, turnId, [.. answer.Here.Select(reply => Postman.Pending(turnId, chat, reply.AsReplyTo(activity), desk.Clock.GetCurrentInstant()))], cancel);
    }

    /// <summary>Answers whoever waits for it; what is for the own eyes is sent all the same.</summary>
    public async ValueTask<IReadOnlyList<Activity>> ReplyAsync(Activity activity, Speech? spoken, CancellationToken cancel)
    {
        using var own = await locks.EnterAsync(ConnectorChat.IdOf(activity), cancel);
        var turnId = TurnIdOf(activity);
        var answer = await HandleAsync(activity, spoken, turnId, cancel);
        await KeepAsync(answer, turnId, [], cancel);
        return answer.Here;
    }

    /// <summary>Says that a turn could not be handled, instead of saying nothing.</summary>
    public async ValueTask ApologiseAsync(Activity activity, CancellationToken cancel)
    {
        var (turnId, chat) = (TurnIdOf(activity), ConnectorChat.IdOf(activity));
        var sorry = Activity.Message(Texts.Embedded.InBoth("shared.notHandled")).AsReplyTo(activity);
        await KeepAsync(new Answer([], [], []), turnId, [Postman.Pending(turnId, chat, sorry, desk.Clock.GetCurrentInstant())], cancel);
    }

    private async ValueTask<Answer> HandleAsync(Activity activity, Speech? spoken, string turnId, CancellationToken cancel)
    {
        var roster = await desk.Read().RosterAsync(cancel);
        var officer = await accounts.OfficerAsync(activity, roster, cancel);
        var chat = ConnectorChat.IdOf(activity);
        var isPersonal = activity.IsPersonal();
        var place = await chats.HeardAsync(activity, isPersonal ? officer?.Id : null, cancel);

        IReadOnlyList<string> audience = isPersonal ? officer is null ? [] : [officer.Department]
            : await audiences.OfAsync(activity.ServiceUrl ?? "", Teams.ChannelOf(activity.Conversation?.Id ?? ""), roster, cancel);
        var heard = spoken?.Text is null && officer is not null ? await languages.LastOfAsync(officer.Id, cancel) ?? activity.Locale : activity.Locale;
        // A stranger's id is the channel's word for it: it could be made to look like an officer's.
        var reply = await receptionist.HandleAsync(
            new Turn(turnId, new Place(chat, isPersonal, audience), officer?.Id ?? "", spoken?.Text, spoken?.Form, heard), cancel);
        var language = officer is null ? [] : await languages.HeardAsync(officer.Id, reply.Language, cancel);
        var answer = await ComposeAsync(isPersonal ? reply with { Here = [.. reply.Here, .. reply.Personal], Personal = [] } : reply, officer, chat, isPersonal, turnId, cancel);
        return answer with { Alongside = [.. place, .. language, .. reply.Alongside] };
    }

    private async ValueTask<Answer> ComposeAsync(Reply reply, Officer? officer, string chat, bool isPersonal, string turnId, CancellationToken cancel)
    {
        var answer = new Answer([], [], []);
        foreach (var message in reply.Here)
        {
            // Who each reader of a team's channel is cannot be put on a receipt: what is shown on receipt is shown in person.
            if (message.Discloses is not null && !isPersonal)
                await TellPersonallyAsync(message);
            else if (officer is null || await disclosure.AllowsAsync(message, officer.Id, turnId, cancel))
                answer.Here.Add(Compose(message, chat));
        }
        foreach (var message in reply.Personal)
            await TellPersonallyAsync(message);
        return answer;

        async ValueTask TellPersonallyAsync(Message message)
        {
            if (officer is null || !await disclosure.AllowsAsync(message, officer.Id, turnId, cancel))
                return;
            var now = desk.Clock.GetCurrentInstant();
            answer.Personal.Add(Outgoing.Compose(message, Conversation.IdOf(Recipient.Officer(officer.Id)), reply.Language, now));
            foreach (var own in await chats.OfAsync(Recipient.Officer(officer.Id), cancel))
                answer.Posts.Add(Postman.Pending(turnId, own.Id, Compose(message, own.Id).AddressedTo(own.ToReference()), now));
        }

        Activity Compose(Message message, string to)
        {
            var (activity, file) = Outgoing.Compose(message, to, reply.Language, desk.Clock.GetCurrentInstant(), address.Url);
            if (file is not null)
                answer.Files.Add(file);
            return activity;
        }
    }

    private async ValueTask KeepAsync(Answer answer, string turnId, IReadOnlyList<QueuePut> replies, CancellationToken cancel)
    {
        IReadOnlyList<QueuePut> posts = [.. replies, .. answer.Posts];
        var once = new OnceKey(AnswerTo(turnId), desk.Clock.GetCurrentInstant() + receipts.Kept, Array.Empty<byte>());
        var kept = await log.AppendAsync(answer.Personal, answer.Alongside, _ => new ChangeSet
        {
            OnceKeys = [once],
            Puts = [.. answer.Files.Select(file => DeskFile.Documents.Put(file, 0))],
            Queued = posts,
        }, cancel);
        if (kept.IsKept)
            foreach (var post in posts)
                postman.Loop.Begin(post, life.ApplicationStopping);
    }

    /// <summary>An activity without an id cannot be told from another (A2033).</summary>
    public static string TurnIdOf(Activity activity) =>
        OnceKeys.Of("bot", ConnectorChat.IdOf(activity), activity.Type, activity.Id is { Length: > 0 } id ? id : Guid.NewGuid().ToString("N"));

    private static string AnswerTo(string turnId) => OnceKeys.Of("answer", turnId);

    private sealed record Answer(List<Activity> Here, List<Addition> Personal, List<QueuePut> Posts)
    {
        public List<DeskFile> Files { get; } = [];

        /// <summary>What is kept of where it was said, and of what was.</summary>
        public IReadOnlyList<Change> Alongside { get; init; } = [];
    }
}
