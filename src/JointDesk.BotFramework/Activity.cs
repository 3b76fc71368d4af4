using System.Text.Json;
using System.Text.Json.Serialization;

namespace JointDesk.BotFramework;

/// <summary>
/// One thing that is said or happens in a conversation, as the Bot Framework writes it down (rules A0001 and following). Members that
/// this record does not know stay in <see cref="More"/>, so that a round trip loses nothing (A2005). Ids are opaque texts.
/// </summary>
public sealed record Activity
{
    /// <summary>One of <see cref="ActivityTypes"/> or any other text; compared ordinally (A2011).</summary>
    public required string Type { get; init; }

    /// <summary>Given by the channel; a bot does not send one of its own (A2031).</summary>
    public string? Id { get; init; }

    public DateTimeOffset? Timestamp { get; init; }
    public DateTimeOffset? LocalTimestamp { get; init; }

    /// <summary>The sender's zone by its IANA name; may be missing or unknown.</summary>
    public string? LocalTimezone { get; init; }

    /// <summary>Where answers to this activity go. It can change from one turn to the next.</summary>
    public string? ServiceUrl { get; init; }

    public string? ChannelId { get; init; }
    public ChannelAccount? From { get; init; }
    public ConversationAccount? Conversation { get; init; }
    public ChannelAccount? Recipient { get; init; }
    public string? ReplyToId { get; init; }

    public string? Text { get; init; }
    public string? TextFormat { get; init; }
    public string? Speak { get; init; }
    public string? InputHint { get; init; }
    public string? Summary { get; init; }

    /// <summary>BCP 47; missing or unknown is no error (A3020, A3021).</summary>
    public string? Locale { get; init; }

    public string? Importance { get; init; }
    public string? DeliveryMode { get; init; }
    public DateTimeOffset? Expiration { get; init; }
    public string? AttachmentLayout { get; init; }
    public SuggestedActions? SuggestedActions { get; init; }

    [JsonConverter(typeof(ListWithoutHoles<Attachment>))]
    public IReadOnlyList<Attachment>? Attachments { get; init; }

    [JsonConverter(typeof(ListWithoutHoles<Entity>))]
    public IReadOnlyList<Entity>? Entities { get; init; }

    /// <summary>What only this channel understands: an object by custom, any JSON in practice.</summary>
    public JsonElement? ChannelData { get; init; }

    [JsonConverter(typeof(ListWithoutHoles<ChannelAccount>))]
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }

    [JsonConverter(typeof(ListWithoutHoles<ChannelAccount>))]
    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }

    [JsonConverter(typeof(ListWithoutHoles<MessageReaction>))]
    public IReadOnlyList<MessageReaction>? ReactionsAdded { get; init; }

    [JsonConverter(typeof(ListWithoutHoles<MessageReaction>))]
    public IReadOnlyList<MessageReaction>? ReactionsRemoved { get; init; }

    public string? TopicName { get; init; }

    /// <summary>installationUpdate: <c>add</c>, <c>remove</c> and their upgrades.</summary>
    public string? Action { get; init; }

    /// <summary>The name of an invoke, an event or a command.</summary>
    public string? Name { get; init; }

    /// <summary>The payload of an invoke or event; what the inputs of a pressed card hold.</summary>
    public JsonElement? Value { get; init; }

    public string? ValueType { get; init; }
    public string? Label { get; init; }
    public string? Code { get; init; }
    public ConversationReference? RelatesTo { get; init; }

    /// <summary>Not part of the protocol on the wire: whoever sends one is not believed, so it is neither read nor written (A2251).</summary>
    [JsonIgnore]
    public string? CallerId { get; init; }

    /// <summary>Members that this record does not know, kept for the round trip (A2005).</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? More { get; set; }

    /// <summary>A message, written as one.</summary>
    public static Activity Message(string? text, params IReadOnlyList<Attachment> attachments) => new()
    {
        Type = ActivityTypes.Message,
        Text = text,
        Attachments = attachments.Count == 0 ? null : attachments,
    };
}
