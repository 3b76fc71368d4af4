using System.Text.Json;
using System.Text.Json.Serialization;

namespace JointDesk.BotFramework;

/// <summary>What Teams tells beyond the protocol. The General channel has the id of its team.</summary>
public sealed record TeamsChannelData
{
    public TeamsPlace? Tenant { get; init; }
    public TeamsPlace? Team { get; init; }
    public TeamsPlace? Channel { get; init; }
    public TeamsPlace? Meeting { get; init; }

    /// <summary>teamMemberAdded, channelCreated, teamRenamed and others; null in plain messages.</summary>
    public string? EventType { get; init; }

    public TeamsSettings? Settings { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? More { get; set; }

    /// <summary>Read from an activity; null when its channel data has another shape.</summary>
    public static TeamsChannelData? From(Activity activity) => activity.ChannelData.As<TeamsChannelData>();

    public JsonElement ToJson() => JsonSerializer.SerializeToElement(this, ActivityJson.Info<TeamsChannelData>());
}

/// <summary>A tenant, team, channel or meeting.</summary>
public sealed record TeamsPlace
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? AadGroupId { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? More { get; set; }
}

/// <summary>In which channel the bot was installed.</summary>
public sealed record TeamsSettings
{
    public TeamsPlace? SelectedChannel { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? More { get; set; }
}

/// <summary>What Teams does with ids and threads.</summary>
public static class Teams
{
    private const string ThreadMark = ";messageid=";

    /// <summary>The id of the conversation that is a thread under a channel's root message.</summary>
    public static string ThreadId(string channelId, string rootActivityId) => channelId + ThreadMark + rootActivityId;

    /// <summary>The channel of a thread's conversation id; the id itself when it is no thread.</summary>
    public static string ChannelOf(string conversationId) => conversationId.Split(ThreadMark, 2)[0];

    /// <summary>Whether it would be the first message of a thread: to a channel of Teams, and no reply to anything there.</summary>
    public static bool BeginsThread(Activity activity) =>
        activity is { ChannelId: Channels.Teams, ReplyToId: null, Conversation: { ConversationType: ConversationTypes.Channel, Id: { } id } }
        && !id.Contains(ThreadMark, StringComparison.Ordinal);

    /// <summary>Where an activity with this id stands: what began a thread of a channel stands in that thread.</summary>
    public static ConversationAccount? InThread(Activity activity, string id) =>
        BeginsThread(activity) ? activity.Conversation! with { Id = ThreadId(activity.Conversation.Id!, id) } : activity.Conversation;

    /// <summary>The tenant in which something is said.</summary>
    public static string? TenantOf(Activity activity) => activity.Conversation?.TenantId ?? TeamsChannelData.From(activity)?.Tenant?.Id;

    /// <summary>A personal chat of the bot with someone in this tenant.</summary>
    public static ConversationParameters PersonalChat(ChannelAccount bot, ChannelAccount user, string tenantId) => new()
    {
        Bot = bot,
        Members = [user],
        TenantId = tenantId,
        ChannelData = new TeamsChannelData { Tenant = new() { Id = tenantId } }.ToJson(),
    };

    /// <summary>A new thread in a channel, begun by this message.</summary>
    public static ConversationParameters NewThread(ChannelAccount bot, string channelId, string tenantId, Activity first) => new()
    {
        IsGroup = true,
        Bot = bot,
        TenantId = tenantId,
        Activity = first,
        ChannelData = new TeamsChannelData { Tenant = new() { Id = tenantId }, Channel = new() { Id = channelId } }.ToJson(),
    };
}
