using System.Text.Json;
using JointDesk.BotFramework;
using JointDesk.Server.Settings;

namespace JointDesk.Server.Channels;

/// <summary>A chat on another channel, as it must be kept to speak there unasked. The threads of a team's channel are one chat.</summary>
/// <param name="Officer">Whose personal chat it is; null for a group or a team channel.</param>
internal sealed record ConnectorChat(string Id, string? Officer, JsonElement Reference)
{
    public static readonly DocumentKind<ConnectorChat> Documents = new(
        "connectorChat", c => c.Id, c => c.Officer is not { } officer ? []
            : c.ShutOut is null ? [new("owner", officer), new("officer", officer)] : [new("owner", officer)]);

    /// <summary>The channel's word for why it takes nothing any more; null while it does.</summary>
    public string? ShutOut { get; init; }

    public static string IdOf(Activity activity) => IdOf(activity.ChannelId, activity.Conversation?.Id);

    public static string IdOf(string? channelId, string? conversation) => OnceKeys.Of("chat", channelId ?? "", Teams.ChannelOf(conversation ?? ""));

    public ConversationReference ToReference() => Reference.Deserialize<ConversationReference>(JsonSerializerOptions.Web)!;
}

/// <summary>The chats on other channels that the desk knows.</summary>
internal sealed class ConnectorChats(IDeskStore store, BotOptions options)
{
    /// <summary>Refreshed on every turn, since a service URL can change; whoever is heard from is not shut out any more.</summary>
    public async ValueTask RememberAsync(Activity activity, string? officer, CancellationToken cancel)
    {
        var chat = ChatOf(activity, officer);
        await store.KeepAsync(ConnectorChat.Documents, chat.Id, known => IsKnown(chat, known) ? null : chat, cancel);
    }

    /// <summary>The same, to be kept with what is answered; nothing where it is known as it is.</summary>
    public async ValueTask<IReadOnlyList<Change>> HeardAsync(Activity activity, string? officer, CancellationToken cancel)
    {
        var chat = ChatOf(activity, officer);
        return IsKnown(chat, await FindAsync(chat.Id, cancel)) ? [] : [Change.Put(ConnectorChat.Documents, chat)];
    }

    private static bool IsKnown(ConnectorChat chat, ConnectorChat? known) =>
        known is { ShutOut: null } && known.Officer == chat.Officer && JsonElement.DeepEquals(known.Reference, chat.Reference);

    private static ConnectorChat ChatOf(Activity activity, string? officer)
    {
        var place = activity.GetConversationReference() with { ActivityId = null };
        if (place.Conversation is { Id: { } id } conversation)
            place = place with { Conversation = conversation with { Id = Teams.ChannelOf(id) } };
        // Who spoke last in a channel is nobody's business there later.
        if (officer is null)
            place = place with { User = null, Locale = null };
        return new ConnectorChat(ConnectorChat.IdOf(activity), officer, JsonSerializer.SerializeToElement(place, JsonSerializerOptions.Web));
    }

    /// <summary>Nothing is sent there until it is heard from again.</summary>
    public async ValueTask ShutOutAsync(string id, string why, CancellationToken cancel) =>
        await store.KeepAsync(ConnectorChat.Documents, id, known => known is { ShutOut: null } ? known with { ShutOut = why } : null, cancel);

    public async ValueTask<ConnectorChat?> FindAsync(string id, CancellationToken cancel) =>
        (await store.FindAsync(ConnectorChat.Documents, id, cancel)).Document;

    /// <summary>An officer's personal chats; the channel that a setting gives to a department or a case.</summary>
    public async ValueTask<IReadOnlyList<ConnectorChat>> OfAsync(Recipient to, CancellationToken cancel)
    {
        if (to.Kind == RecipientKind.Officer)
            return await store.ListAsync(ConnectorChat.Documents, "officer", to.Id, cancel);
        return options.Channels.TryGetValue(to.Id, out var channel)
            && await FindAsync(ConnectorChat.IdOf(BotFramework.Channels.Teams, channel), cancel) is { ShutOut: null } chat ? [chat] : [];
    }
}

/// <summary>Which activity on a channel shows the state of one thing, so that the next state takes its place.</summary>
internal sealed record SentCard(string Chat, string Key, string Activity)
{
    public static readonly DocumentKind<SentCard> Documents = new("sentCard", c => IdOf(c.Chat, c.Key));

    public static string IdOf(string chat, string key) => OnceKeys.Of("sent", chat, key);
}
