using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace JointDesk.BotFramework.Tests;

/// <summary>Reading activity sets from a socket.</summary>
internal static class Frames
{
    /// <summary>The next text frame; null when the server closes.</summary>
    public static async Task<string?> NextFrameAsync(this ClientWebSocket socket)
    {
        using var text = new MemoryStream();
        var buffer = new byte[8192];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), TestContext.Current.CancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            text.Write(buffer.AsSpan(0, part.Count));
            if (part.EndOfMessage)
                return Encoding.UTF8.GetString(text.ToArray());
        }
    }

    /// <summary>The text (or type) of the next activity, and the watermark with it.</summary>
    public static async Task<(string? Text, string Watermark)> ReadTextAsync(this ClientWebSocket socket) =>
        await socket.ReadTextsAsync(1) is var (texts, watermark) ? (texts.FirstOrDefault(), watermark) : default;

    /// <summary>The texts of so many activities, from as many frames as they need, and the last watermark.</summary>
    public static async Task<(List<string?> Texts, string Watermark)> ReadTextsAsync(this ClientWebSocket socket, int count)
    {
        var texts = new List<string?>();
        var watermark = "";
        while (texts.Count < count && await socket.NextFrameAsync() is { } frame)
        {
            if (frame.Length == 0)
                continue;
            var set = JsonElement.Parse(frame);
            texts.AddRange(set.GetProperty("activities").EnumerateArray().Select(a => a.TryGetProperty("text", out var text) ? text.GetString() : a.GetProperty("type").GetString()));
            watermark = set.GetProperty("watermark").GetString()!;
        }
        return (texts, watermark);
    }
}
