using NodaTime;

namespace JointDesk.Server.Channels;

/// <summary>
/// Calendar files by their unguessable address, for channels that carry no token of ours. Only what was sent to such a channel is
/// given out, for as long as somebody may still come for it; the desk's own chats have links that end with the reader's session.
/// </summary>
internal static class FileEndpoints
{
    /// <summary>Who has not fetched an invitation by then has answered it, or asks for it again.</summary>
    private static readonly Duration Kept = Duration.FromDays(30);

    public static void MapFiles(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/files/{id}/{name}", GetAsync).ExcludeFromDescription();

    private static async Task<IResult> GetAsync(
        string id, string name, HttpContext context, DeskFiles files, ConnectorChats chats, IClock clock, CancellationToken cancel)
    {
        if (await files.FindAsync(id, cancel) is not { } file || file.Name != name || file.At + Kept < clock.GetCurrentInstant()
            || await chats.FindAsync(file.Conversation, cancel) is not { ShutOut: null })
            return Problems.NotFound("There is no such file.");
        context.Response.Headers.CacheControl = "private, no-store";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        var type = file.Method is { } method ? $"{file.ContentType}; method={method}; charset=utf-8" : file.ContentType;
        return Results.File(file.Content, type, file.Name);
    }
}
