using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace JointDesk.BotFramework;

/// <summary>
/// Reads an upload whose files are not wanted: the activity, and that there were files. They themselves run through, into no memory and
/// onto no disk.
/// </summary>
internal sealed class RefusedUpload(DirectLineOptions options)
{
    /// <summary>Whoever sends more hears 413: a client that is cut off while it sends sees an error of the network.</summary>
    private const long MostBytes = 64 * 1024 * 1024;

    public Task<Activity> ReadAsync(HttpContext context) => Multipart.ReadAsync(context, MostBytes, request =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && HeaderUtilities.RemoveQuotes(type.Boundary).Value is { Length: > 0 and <= 100 } boundary
            ? ReadAsync(new MultipartReader(boundary, request.Body) { HeadersCountLimit = 16 }, context.RequestAborted)
            : throw new InvalidDataException("There is no boundary."));

    private async Task<Activity> ReadAsync(MultipartReader parts, CancellationToken cancel)
    {
        var said = Activity.Message(null);
        var files = 0;
        while (await parts.ReadNextSectionAsync(cancel) is { } part)
        {
            if (IsActivity(part))
                said = await ReadActivityAsync(part, cancel);
            else
                files++;
            await part.Body.CopyToAsync(Stream.Null, cancel);
        }
        return files > 0
            ? said with { Attachments = [.. Enumerable.Repeat(new Attachment { ContentType = "application/octet-stream" }, files)] }
            : throw new ProblemException(StatusCodes.Status400BadRequest, "MissingProperty", "There is no file in the upload.");
    }

    private static bool IsActivity(MultipartSection part) =>
        part.AsFileSection()?.Name == "activity" || part.ContentType?.StartsWith(FileEndpoints.ActivityPart, StringComparison.OrdinalIgnoreCase) == true;

    private async Task<Activity> ReadActivityAsync(MultipartSection part, CancellationToken cancel)
    {
        var content = new byte[options.MaxActivityBytes + 1];
        var length = await part.Body.ReadAtLeastAsync(content, content.Length, throwOnEndOfStream: false, cancel);
        if (length > options.MaxActivityBytes)
            throw new ProblemException(Problem.TooLarge(options.MaxActivityBytes));
        try
        {
            return ActivityJson.Read(content.AsSpan(0, length));
        }
        catch (JsonException)
        {
            throw new ProblemException(Problem.NotAnActivity);
        }
    }
}
