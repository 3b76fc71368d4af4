using System.Text.Json;
using JointDesk.Talk;
using JointDesk.Talk.Wording;
using NodaTime;

namespace JointDesk.Server.Channels;

/// <summary>
/// Lets the desk answer in its own chats. What an officer said waits in a queue until its answer is committed, so that a turn cut off
/// by a crash is taken up again; the answer and the end of the waiting are one commit.
/// </summary>
internal sealed class Turns(
    IDeskStore store, ChatLog log, Conversations conversations, IReceptionist receptionist, Disclosure disclosure, Languages languages, IClock clock, Receipts receipts)
{
    public const string Queue = "turns";

    /// <summary>How long the call that brought a message works on it alone before it counts as cut off.</summary>
    public static readonly Duration Grace = Duration.FromSeconds(30);

    private readonly KeyedLocks locks = new();

    public static QueuePut Pending(string entry, string officer, Instant now) =>
        new(Queue, entry, now + Grace, JsonSerializer.SerializeToUtf8Bytes(new PendingTurn(entry, officer), DeskJson.Options));

    /// <summary>Answers one entry, once. The turns of a conversation run one after the other, those of others meanwhile.</summary>
    /// <param name="spoken">What was said, as the log may not have it.</param>
    public async Task RunAsync(string entry, string officer, Conversation conversation, Speech spoken, string? locale, CancellationToken cancel)
    {
        using var own = await locks.EnterAsync(conversation.Id, cancel);
        if (await store.GetOnceAsync(AnswerTo(entry), cancel) is not null)
        {
            await store.CommitAsync(new ChangeSet { Cancelled = [new QueueCancel(Queue, entry)] }, cancel);
            return;
        }

        var place = new Place(conversation.Id, conversation.IsPersonal, conversation.Audience)
        {
            Case = conversation.Kind == RecipientKind.Case ? conversation.Subject : null,
        };
        // A press has no words: it is in the language of the card, which is the one that the officer last wrote in.
        var heard = spoken.Text is null ? await languages.LastOfAsync(officer, cancel) ?? locale : locale;
        var reply = await receptionist.HandleAsync(new Turn("dl/" + entry, place, officer, spoken.Text, spoken.Form, heard), cancel);
        IReadOnlyList<Change> alongside = [.. reply.Alongside, .. await languages.HeardAsync(officer, reply.Language, cancel)];
        var additions = new List<Addition>();
        await AddAsync(additions, reply.Here, conversation, entry);
        if (reply.Personal.Count > 0 && await conversations.FindAsync(Recipient.Officer(officer), cancel) is { } personal)
            await AddAsync(additions, reply.Personal, personal, null);
        await AnswerAsync(entry, additions, alongside, cancel);

        async ValueTask AddAsync(List<Addition> to, IReadOnlyList<Message> messages, Conversation where, string? replyTo)
        {
            foreach (var message in messages)
                if (await disclosure.AllowsAsync(message, where, entry, cancel))
                    to.Add(Outgoing.Compose(message, where.Id, reply.Language, clock.GetCurrentInstant(), replyTo));
        }
    }

    /// <summary>Takes up a turn that was cut off, from what the log has of it. False where the log has nothing that could be answered.</summary>
    public async Task<bool> ResumeAsync(PendingTurn pending, CancellationToken cancel)
    {
        if (await log.FindAsync(pending.Entry, cancel) is not { } entry
            || await conversations.FindAsync(entry.Conversation, cancel) is not { } conversation
            || Speech.Of(Speech.ToDesk(entry.ToActivity())) is not { } spoken)
            return false;
        await RunAsync(pending.Entry, pending.Officer, conversation, spoken, entry.ToActivity().Locale, cancel);
        return true;
    }

    /// <summary>Says that a turn could not be handled, instead of saying nothing.</summary>
    public async Task ApologiseAsync(PendingTurn pending, CancellationToken cancel)
    {
        var conversation = pending.Entry.Split('|')[0];
        var sorry = new Message(Texts.Embedded.InBoth("shared.notHandled"));
        await AnswerAsync(pending.Entry, [Outgoing.Compose(sorry, conversation, null, clock.GetCurrentInstant(), pending.Entry)], [], cancel);
    }

    private ValueTask<Appended> AnswerAsync(string entry, IReadOnlyList<Addition> additions, IReadOnlyList<Change> alongside, CancellationToken cancel) =>
        log.AppendAsync(additions, alongside, _ => new ChangeSet
        {
            OnceKeys = [new OnceKey(AnswerTo(entry), clock.GetCurrentInstant() + receipts.Kept, Array.Empty<byte>())],
            Cancelled = [new QueueCancel(Queue, entry)],
        }, cancel);

    private static string AnswerTo(string entry) => OnceKeys.Of("answer", entry);
}

/// <summary>An entry of the log that waits for its answer.</summary>
internal sealed record PendingTurn(string Entry, string Officer);
