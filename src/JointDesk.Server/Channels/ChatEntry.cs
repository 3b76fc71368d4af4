using System.Globalization;
using System.Text.Json;
using JointDesk.BotFramework;
using NodaTime;

namespace JointDesk.Server.Channels;

/// <summary>The end of a conversation: the sequence number of its last entry.</summary>
internal sealed record ChatHead(string Conversation, long Last)
{
    public static readonly DocumentKind<ChatHead> Documents = new("chat", h => h.Conversation);
}

/// <summary>What was said at one place of a conversation, as clients get it.</summary>
internal sealed record ChatEntry(string Conversation, long Sequence, JsonElement Activity)
{
    public static readonly DocumentKind<ChatEntry> Documents = new(
        "activity", e => IdOf(e.Conversation, e.Sequence), e => [new("chat", IdOf(e.Conversation, e.Sequence))]);

    public static string IdOf(string conversation, long sequence) =>
        string.Create(CultureInfo.InvariantCulture, $"{conversation}|{sequence:D12}");

    public Activity ToActivity() => Activity.Deserialize<Activity>(ActivityJson.Options)!;
}

/// <summary>Something to be said in a conversation, with the file that goes with it.</summary>
internal sealed record Addition(string Conversation, Activity Activity, DeskFile? File = null);

/// <summary>A file that a message carries.</summary>
/// <param name="Id">128 random bits: whoever knows it may fetch the file.</param>
/// <param name="Conversation">The chat it belongs to, or the connector's id of one.</param>
internal sealed record DeskFile(string Id, string Conversation, string Name, string ContentType, byte[] Content, Instant At)
{
    public static readonly DocumentKind<DeskFile> Documents = new("file", f => f.Id, f => [new("at", f.At), new("chat", f.Conversation)]);

    /// <summary>RFC 5546 METHOD of a calendar file.</summary>
    public string? Method { get; init; }
}
