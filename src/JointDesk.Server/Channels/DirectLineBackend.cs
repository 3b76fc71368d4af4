using System.Text;
using System.Text.Json;
using JointDesk.BotFramework;
using JointDesk.Cases;
using JointDesk.Talk;
using JointDesk.Talk.Wording;
using NodaTime;

namespace JointDesk.Server.Channels;

/// <summary>The desk's own chats behind Direct Line. What an officer says is kept first and answered then.</summary>
internal sealed class DirectLineBackend(
    ChatLog log, Conversations conversations, Turns turns, IClock clock, Receipts receipts, UnkeptLine unkept, Texts texts,
    Languages languages, ILogger<DirectLineBackend> logger) : IDirectLineBackend
{
    /// <summary>What stands in the log for a text that must not be kept anywhere.</summary>
    public static string NotKept { get; } = Texts.Embedded.InBoth("shared.secretNotKept");

    private static readonly string FileNotKept = Texts.Embedded.InBoth("shared.fileNotKept");

    /// <summary>Of what only has to come back as it was: longer is no id and no language tag.</summary>
    private const int LongestEcho = 200;

    public async ValueTask<DirectLineStart?> DefaultConversationAsync(DirectLineUser user, CancellationToken cancel) =>
        await conversations.FindAsync(Recipient.Officer(user.Id), cancel) is { } personal
            ? new DirectLineStart(personal.Id, await log.LastAsync(personal.Id, cancel) == 0)
            : null;

    public ValueTask<bool> MayOpenAsync(DirectLineUser user, string conversationId, CancellationToken cancel) =>
        conversations.MayOpenAsync(user.Id, conversationId, cancel);

    public async ValueTask<DirectLinePage> ReadAsync(string conversationId, long after, int take, CancellationToken cancel)
    {
        var entries = await log.ReadAsync(conversationId, after, take, cancel);
        return new DirectLinePage([.. entries.Select(e => e.ToActivity())], entries.Count == 0 ? after : entries[^1].Sequence);
    }

    public ValueTask WaitForNewerAsync(string conversationId, long after, CancellationToken cancel) =>
        log.WaitForNewerAsync(conversationId, after, cancel);

    public async ValueTask<string> PostAsync(DirectLineUser user, string conversationId, Activity activity, CancellationToken cancel)
    {
        try
        {
            return await TakeAsync(user, conversationId, activity, cancel);
        }
        catch (StoreUnavailableException unavailable)
        {
            throw new MessageNotKeptException(await unkept.ForAsync(user.Id, activity.Locale, cancel), unavailable);
        }
    }

    private async ValueTask<string> TakeAsync(DirectLineUser user, string conversationId, Activity activity, CancellationToken cancel)
    {
        var spoken = Speech.Of(Speech.ToDesk(activity));
        var hasFiles = activity.Attachments?.Any(attachment => attachment.Content is null) == true;
        if (activity.Type != ActivityTypes.Message || (spoken is null && !hasFiles)
            || await conversations.FindAsync(conversationId, cancel) is not { } conversation)
            return $"{conversationId}|ignored";

        var isForDesk = spoken is not null && (conversation.IsPersonal || Speech.IsForDesk(activity));
        var kept = new Addition(conversationId, Kept(activity, spoken));
        // What bears a mark is answered from memory alone: after a crash there is nothing left of it to take up.
        var waits = isForDesk && !spoken!.IsSecret;
        // Whoever sends a file sees at once, in a channel too, that nobody got it.
        var additions = hasFiles ? [kept, await NoFilesAsync(user, conversationId, activity.Locale, cancel)] : (IReadOnlyList<Addition>)[kept];
        var appended = await log.AppendAsync(additions, ids => new ChangeSet
        {
            OnceKeys = activity.ClientActivityId() is { Length: > 0 } clientId ? [SaidBefore(user, conversationId, clientId, ids[0])] : [],
            Queued = waits ? [Turns.Pending(ids[0], user.Id, clock.GetCurrentInstant())] : [],
        }, cancel);
        if (appended.Result is Duplicate duplicate)
            return Encoding.UTF8.GetString(duplicate.First.Payload.Span);
        if (isForDesk)
            await AnswerAsync(appended.Ids[0], user, conversation, spoken!, activity.Locale, cancel);
        return appended.Ids[0];
    }

    /// <summary>What fails here is tried again by the turn worker: the message itself is kept, so its sender need not send it again.</summary>
    private async Task AnswerAsync(
        string entry, DirectLineUser user, Conversation conversation, Speech spoken, string? locale, CancellationToken cancel)
    {
        try
        {
            await turns.RunAsync(entry, user.Id, conversation, spoken, locale, cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            logger.LogError("The turn of {Entry} failed and waits to be tried again: {Failure}", entry, failure.GetType().Name);
        }
    }

    private async ValueTask<Addition> NoFilesAsync(DirectLineUser user, string conversation, string? locale, CancellationToken cancel)
    {
        var language = await languages.GuessAsync(user.Id, locale, cancel);
        return Outgoing.Compose(new Message(texts.Say(language, "shared.noFiles")), conversation, language, clock.GetCurrentInstant());
    }

    private OnceKey SaidBefore(DirectLineUser user, string conversation, string clientId, string entry) => new(
        OnceKeys.Of("said", conversation, user.Id, clientId), clock.GetCurrentInstant() + receipts.Kept, Encoding.UTF8.GetBytes(entry));

    /// <summary>Only what readers need of what a client sent. The client's own id must come back, or its bubble stays at "Sending".</summary>
    private static Activity Kept(Activity activity, Speech? spoken) => new()
    {
        Type = ActivityTypes.Message,
        From = activity.From,
        Text = spoken is null ? FileNotKept : !spoken.IsSecret ? activity.Text : NotKept,
        TextFormat = TextFormats.Plain,
        Locale = Echoed(activity.Locale),
        // Where there is a text, nothing else was read of it, so nothing else was looked at for marks.
        Value = spoken is not { IsSecret: false } || (spoken.Form is null && !string.IsNullOrEmpty(activity.Text)) ? null : activity.Value,
        Entities = spoken is not { IsSecret: false } ? null : activity.Entities?.Where(IsHarmlessMention).ToList(),
        ChannelData = ChannelData(activity),
    };

    private static string? Echoed(string? text) => text is { Length: <= LongestEcho } && !SecretMarks.In(text) ? text : null;

    private static bool IsHarmlessMention(Entity entity) =>
        Mention.From(entity) is { } mention && new[] { mention.Text, mention.Mentioned?.Name, mention.Mentioned?.Id }.All(t => t is null || Echoed(t) is not null);

    private static JsonElement? ChannelData(Activity activity)
    {
        var kept = new Dictionary<string, object>(StringComparer.Ordinal);
        if (Echoed(activity.ClientActivityId()) is { Length: > 0 } id)
            kept["clientActivityID"] = id;
        if (activity.ChannelData is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty("postBack", out var postBack)
            && postBack.ValueKind == JsonValueKind.True)
            kept["postBack"] = true;
        return kept.Count == 0 ? null : JsonSerializer.SerializeToElement(kept);
    }
}
