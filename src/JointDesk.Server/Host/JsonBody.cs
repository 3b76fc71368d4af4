using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;

namespace JointDesk.Server;

/// <summary>Reads small JSON bodies that are not trusted.</summary>
internal static class JsonBody
{
    private const int MaxBytes = 16 * 1024;

    /// <returns>Null for anything that is no JSON object of at most 16 KiB.</returns>
    public static async ValueTask<JsonElement?> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > MaxBytes)
            return null;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MaxBytes;
        try
        {
            using var document = await JsonDocument.ParseAsync(
                context.Request.Body, new JsonDocumentOptions { MaxDepth = 8, AllowDuplicateProperties = false }, context.RequestAborted);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (Exception malformed) when (malformed is JsonException or BadHttpRequestException or IOException)
        {
            return null;
        }
    }

    /// <summary>A text member; null where it is missing, no text, or holds half a surrogate pair.</summary>
    public static string? Text(this JsonElement body, string name)
    {
        try
        {
            return body.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
