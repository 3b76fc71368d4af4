using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace JointDesk.BotFramework;

/// <summary>URLs that carry their own, narrow permission: for one user and one conversation, and for one purpose.</summary>
internal sealed class DirectLineLinks(string basePath, DirectLineDoor door)
{
    public const string ToStream = "directline-stream";
    public const string ToFile = "directline-file";

    /// <summary>The protocol wants the socket opened within this time.</summary>
    private static readonly TimeSpan StreamLife = TimeSpan.FromSeconds(60);

    /// <summary>A working day: a link in a page that stays open. The user's right is asked again when it is followed.</summary>
    private static readonly TimeSpan FileLife = TimeSpan.FromHours(12);

    /// <summary>What a client is given to talk with; <paramref name="watermark"/> null gives no stream.</summary>
    public Opened Opened(HttpRequest request, DirectLineUser user, string? scope, string conversationId, string? watermark, TimeProvider time)
    {
        var token = door.Tokens.Issue(user, scope);
        return new()
        {
            ConversationId = conversationId,
            Token = token.Token,
            ExpiresIn = (int)(token.ExpiresAt - time.GetUtcNow()).TotalSeconds,
            StreamUrl = watermark is null ? null : Stream(request, user, conversationId, watermark),
        };
    }

    /// <summary>The activity as this user is to see it: kept files become links of the user's own.</summary>
    public Activity For(HttpRequest request, DirectLineUser user, string conversationId, Activity activity)
    {
        if (activity.Attachments is not { Count: > 0 } attachments || attachments.All(a => DirectLineFile.IdOf(a.ContentUrl) is null))
            return activity;
        var key = door.Tokens.Issue(ToFile, user, conversationId, FileLife).Token;
        return activity with { Attachments = [.. attachments.Select(a => a with { ContentUrl = Link(a.ContentUrl), ThumbnailUrl = Link(a.ThumbnailUrl) })] };

        string? Link(string? url) => DirectLineFile.IdOf(url) is { } id
            ? $"{Root(request, request.Scheme, conversationId)}/files/{Uri.EscapeDataString(id)}?t={key}"
            : url;
    }

    private string Stream(HttpRequest request, DirectLineUser user, string conversationId, string watermark) =>
        $"{Root(request, request.IsHttps ? "wss" : "ws", conversationId)}/stream?watermark={Uri.EscapeDataString(watermark)}"
        + $"&t={door.Tokens.Issue(ToStream, user, conversationId, StreamLife).Token}";

    private string Root(HttpRequest request, string scheme, string conversationId) =>
        $"{scheme}://{request.Host}{request.PathBase}{basePath}/conversations/{Uri.EscapeDataString(conversationId)}";
}

/// <summary>The protocol's answer to opening a conversation.</summary>
internal sealed record Opened
{
    public required string ConversationId { get; init; }
    public required string Token { get; init; }

    /// <summary>Seconds.</summary>
    [JsonPropertyName("expires_in")]
    public required int ExpiresIn { get; init; }

    public string? StreamUrl { get; init; }
}
