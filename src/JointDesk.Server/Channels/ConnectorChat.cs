using System.Text.Json;
using JointDesk.BotFramework;

namespace JointDesk.Server.Channels;

/// <summary>A chat on another channel, as it must be kept to speak there unasked.</summary>
/// <param name="Officer">Whose personal chat it is; null for a group or a team channel.</param>
internal sealed record ConnectorChat(string Id, string? Officer, JsonElement Reference)
{
    public static readonly DocumentKind<ConnectorChat> Documents = new(
        "connectorChat", c => c.Id, c => c.Officer is { } officer ? [new("officer", officer)] : []);

    public static string IdOf(Activity activity) => OnceKeys.Of("chat", activity.ChannelId ?? "", activity.Conversation?.Id ?? "");

    public ConversationReference ToReference() => Reference.Deserialize<ConversationReference>(JsonSerializerOptions.Web)!;
}

/// <summary>The chats on other channels that the desk knows.</summary>
internal sealed class ConnectorChats(IDeskStore store)
{
    /// <summary>Refreshed on every turn, since a service URL can change.</summary>
    public async ValueTask RememberAsync(Activity activity, string? officer, CancellationToken cancel)
    {
        var reference = JsonSerializer.SerializeToElement(
            activity.GetConversationReference() with { ActivityId = null }, JsonSerializerOptions.Web);
        var chat = new ConnectorChat(ConnectorChat.IdOf(activity), officer, reference);
        await store.KeepAsync(ConnectorChat.Documents, chat.Id, known =>
            known is not null && known.Officer == officer && JsonElement.DeepEquals(known.Reference, reference) ? null : chat, cancel);
    }

    public async ValueTask<ConnectorChat?> FindAsync(string id, CancellationToken cancel) =>
        (await store.FindAsync(ConnectorChat.Documents, id, cancel)).Document;

    public ValueTask<IReadOnlyList<ConnectorChat>> OfAsync(Recipient to, CancellationToken cancel) => to.Kind == RecipientKind.Officer
        ? store.ListAsync(ConnectorChat.Documents, "officer", to.Id, cancel)
        : ValueTask.FromResult<IReadOnlyList<ConnectorChat>>([]);
}
