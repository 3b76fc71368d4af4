using System.Text.Json;
using System.Text.Json.Serialization;

namespace JointDesk.BotFramework;

/// <summary>What a new conversation is made of. Teams wants the tenant twice, here and in the channel data, or answers 400.</summary>
public sealed record ConversationParameters
{
    public bool? IsGroup { get; init; }
    public ChannelAccount? Bot { get; init; }
    public IReadOnlyList<ChannelAccount>? Members { get; init; }
    public string? TopicName { get; init; }
    public string? TenantId { get; init; }

    /// <summary>The first message, where the channel takes one.</summary>
    public Activity? Activity { get; init; }

    public JsonElement? ChannelData { get; init; }
}

/// <summary>The conversation that was made.</summary>
public sealed record ConversationResource
{
    public string? Id { get; init; }
    public string? ActivityId { get; init; }
    public string? ServiceUrl { get; init; }
}

/// <summary>A page of a roster; no token means that it was the last.</summary>
public sealed record PagedMembers
{
    [JsonConverter(typeof(ListWithoutHoles<ChannelAccount>))]
    public IReadOnlyList<ChannelAccount>? Members { get; init; }

    public string? ContinuationToken { get; init; }
}

/// <summary>How both sides of the protocol say that something is wrong.</summary>
public sealed record ErrorResponse(ErrorDetail? Error);

/// <param name="Code">A word that programs compare.</param>
/// <param name="Message">A sentence that people read.</param>
public sealed record ErrorDetail(string? Code, string? Message);

/// <summary>All that a bot says to a caller that waits for it (A3113).</summary>
internal sealed record ExpectedReplies(IReadOnlyList<Activity> Activities);

/// <summary>Activities and the watermark after the last of them, as Direct Line hands them out.</summary>
internal sealed record ActivitySet(IReadOnlyList<Activity> Activities, string Watermark);
