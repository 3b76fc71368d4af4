using System.Text.Json;
using System.Text.Json.Serialization;

namespace JointDesk.BotFramework;

/// <summary>A person or a bot on a channel. Test tenants have ids that look like GUIDs and are none: nothing here is parsed.</summary>
public sealed record ChannelAccount
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? AadObjectId { get; init; }

    /// <summary><see cref="Roles.User"/> or <see cref="Roles.Bot"/>.</summary>
    public string? Role { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? More { get; set; }
}

/// <summary>Where it is said. In a Teams channel the id of a thread is <c>CHANNEL;messageid=ROOT</c>.</summary>
public sealed record ConversationAccount
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public bool? IsGroup { get; init; }

    /// <summary>One of <see cref="ConversationTypes"/>.</summary>
    public string? ConversationType { get; init; }

    public string? TenantId { get; init; }
    public string? Role { get; init; }
    public string? AadObjectId { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? More { get; set; }
}

/// <summary>What must be kept to speak again later in the same place, unasked.</summary>
public sealed record ConversationReference
{
    public string? ActivityId { get; init; }
    public ChannelAccount? User { get; init; }
    public ChannelAccount? Bot { get; init; }
    public ConversationAccount? Conversation { get; init; }
    public string? ChannelId { get; init; }
    public string? Locale { get; init; }
    public string? ServiceUrl { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? More { get; set; }
}

/// <summary>A card or a file that goes with a message.</summary>
public sealed record Attachment
{
    public const string AdaptiveCardType = "application/vnd.microsoft.card.adaptive";

    public string? ContentType { get; init; }
    public string? ContentUrl { get; init; }
    public JsonElement? Content { get; init; }
    public string? Name { get; init; }
    public string? ThumbnailUrl { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? More { get; set; }

    public static Attachment AdaptiveCard(JsonElement card) => new() { ContentType = AdaptiveCardType, Content = card };
}

/// <summary>What the channel knows about the text: mentions, places, the client's abilities. A type never seen before is accepted (A2104).</summary>
public sealed record Entity
{
    public string? Type { get; init; }

    /// <summary>Everything but the type, as it came.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? More { get; set; }
}

/// <summary>A reaction to a message, such as <c>like</c>.</summary>
public sealed record MessageReaction
{
    public string? Type { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? More { get; set; }
}

/// <summary>Buttons under the last message that vanish with the next.</summary>
public sealed record SuggestedActions
{
    /// <summary>For whom; empty for all.</summary>
    public IReadOnlyList<string>? To { get; init; }

    [JsonConverter(typeof(ListWithoutHoles<CardAction>))]
    public IReadOnlyList<CardAction>? Actions { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? More { get; set; }

    /// <summary>Buttons that write their own title into the chat.</summary>
    public static SuggestedActions Of(params IReadOnlyList<string> titles) => new() { To = [], Actions = [.. titles.Select(CardAction.Say)] };
}

/// <summary>What a button does.</summary>
public sealed record CardAction
{
    public string? Type { get; init; }
    public string? Title { get; init; }
    public string? Text { get; init; }
    public string? DisplayText { get; init; }
    public string? Image { get; init; }
    public JsonElement? Value { get; init; }
    public JsonElement? ChannelData { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? More { get; set; }

    /// <summary>A button that writes its title into the chat, as if typed.</summary>
    public static CardAction Say(string title) =>
        new() { Type = "imBack", Title = title, Value = JsonSerializer.SerializeToElement(title, ActivityJsonContext.Default.String) };
}
