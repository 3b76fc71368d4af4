using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using JointDesk.BotFramework;
using JointDesk.Calendaring;
using JointDesk.Talk;
using NodaTime;

namespace JointDesk.Server.Channels;

/// <summary>From what the desk says to the activity that a channel carries.</summary>
internal static class Outgoing
{
    public const string DeskName = "JointDesk";

    private const string CalendarType = "text/calendar";

    public static ChannelAccount DeskAccount { get; } = new() { Id = "desk", Name = DeskName, Role = Roles.Bot };

    /// <summary>For a chat of the desk's own. The file stays in the store; each reader is given a link of the own.</summary>
    public static Addition Compose(Message message, string conversation, string? language, Instant now, string? replyTo = null)
    {
        var file = FileOf(message, conversation, now);
        var activity = Compose(message, file is null ? null : DirectLineFile.UrlOf(file.Id), language) with { ReplyToId = replyTo };
        return new Addition(conversation, activity, file);
    }

    /// <summary>For a channel of the connector, where links must hold for themselves.</summary>
    public static (Activity Activity, DeskFile? File) Compose(
        Message message, string conversation, string? language, Instant now, Uri publicUrl)
    {
        var file = FileOf(message, conversation, now);
        return (Compose(message, file is null ? null : new Uri(publicUrl, LinkTo(file)).ToString(), language), file);
    }

    public static string LinkTo(DeskFile file) => $"/files/{file.Id}/{Uri.EscapeDataString(file.Name)}";

    private static Activity Compose(Message message, string? calendarUrl, string? language) => new()
    {
        Type = ActivityTypes.Message,
        From = DeskAccount,
        Text = message.Text,
        // What officers wrote is no markup.
        TextFormat = TextFormats.Plain,
        Locale = language switch { "zh" => "zh-CN", "en" => "en-US", _ => null },
        Attachments = Attachments(message, calendarUrl),
        ChannelData = message.ReplaceKey is { } key ? JsonSerializer.SerializeToElement(new JsonObject { ["replaceKey"] = key }) : null,
    };

    private static List<Attachment>? Attachments(Message message, string? calendarUrl)
    {
        var attachments = new List<Attachment>();
        if (message.Card is { } card)
            attachments.Add(Attachment.AdaptiveCard(JsonSerializer.SerializeToElement(card)));
        if (message.Calendar is { } calendar)
            attachments.Add(new Attachment { ContentType = CalendarType, Name = calendar.Name, ContentUrl = calendarUrl });
        return attachments.Count == 0 ? null : attachments;
    }

    private static DeskFile? FileOf(Message message, string conversation, Instant now) => message.Calendar is not { } calendar ? null : new DeskFile(
        Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), conversation, calendar.Name, CalendarType,
        calendar.Cancel ? InvitationWriter.Cancel(calendar.Event) : InvitationWriter.Request(calendar.Event), now)
    {
        Method = calendar.Cancel ? "CANCEL" : "REQUEST",
    };
}
