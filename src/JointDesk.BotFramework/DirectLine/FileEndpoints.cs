using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace JointDesk.BotFramework;

/// <summary>Files that users send, and files that they are shown.</summary>
internal sealed class FileEndpoints(DirectLineDoor door, IDirectLineFiles? files, ActivityEndpoints activities, DirectLineOptions options)
{
    public const string ActivityPart = "application/vnd.microsoft.activity";

    private readonly RefusedUpload refused = new(options);

    /// <summary>Multipart: one part is the activity (it may be missing), the others are its files.</summary>
    public async Task UploadAsync(HttpContext context)
    {
        var bearer = door.Bearer(context.Request);
        var conversation = await door.ConversationAsync(context, bearer);
        if (files is null)
            throw new ProblemException(StatusCodes.Status400BadRequest, "UploadNotSupported", "This desk takes no files here.");
        if (!files.TakesFiles)
        {
            await activities.PostAsync(context, bearer.User!, conversation, await refused.ReadAsync(context));
            return;
        }
        var form = await ReadFormAsync(context);
        var template = form.Files.FirstOrDefault(IsActivity) is { } part ? await ReadActivityAsync(part) : Activity.Message(null);
        var kept = new List<Attachment>();
        foreach (var file in form.Files.Where(file => !IsActivity(file)))
            kept.Add(await KeepAsync(bearer.User!, conversation, file, context.RequestAborted));
        if (kept.Count == 0)
            throw new ProblemException(StatusCodes.Status400BadRequest, "MissingProperty", "There is no file in the upload.");
        await activities.PostAsync(context, bearer.User!, conversation, template with { Attachments = Merge(template.Attachments ?? [], kept) });
    }

    /// <summary>
    /// A kept file, by a link of the user's own. Only pictures are shown in place; anything else is saved, and nothing in it can run
    /// in the name of the desk.
    /// </summary>
    public async Task DownloadAsync(HttpContext context)
    {
        var bearer = door.Link(context.Request, DirectLineLinks.ToFile);
        var conversation = await door.ConversationAsync(context, bearer);
        var id = DirectLineDoor.Route(context, "file");
        var file = files is null ? null : await files.OpenAsync(bearer.User!, conversation, id, context.RequestAborted);
        if (file is null)
            throw new ProblemException(StatusCodes.Status404NotFound, "FileNotFound", "There is no such file.");
        var headers = context.Response.Headers;
        var isPicture = file.ContentType is "image/png" or "image/jpeg" or "image/gif" or "image/webp";
        headers.ContentDisposition = $"{(isPicture ? "inline" : "attachment")}; filename*=UTF-8''{Uri.EscapeDataString(file.Name)}";
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        context.Response.ContentType = isPicture || file.ContentType is "text/calendar" or "application/pdf" ? file.ContentType : "application/octet-stream";
        context.Response.ContentLength = file.Content.Length;
        await context.Response.BodyWriter.WriteAsync(file.Content, context.RequestAborted);
    }

    private Task<IFormCollection> ReadFormAsync(HttpContext context) => Multipart.ReadAsync(context, options.MaxUploadBytes, request => request.ReadFormAsync(
        new FormOptions { MultipartBodyLengthLimit = options.MaxUploadBytes, ValueCountLimit = 32, MultipartHeadersCountLimit = 16 }, context.RequestAborted));

    private static bool IsActivity(IFormFile part) =>
        part.Name == "activity" || part.ContentType?.StartsWith(ActivityPart, StringComparison.OrdinalIgnoreCase) == true;

    private async Task<Activity> ReadActivityAsync(IFormFile part)
    {
        if (part.Length > options.MaxActivityBytes)
            throw new ProblemException(Problem.TooLarge(options.MaxActivityBytes));
        try
        {
            return ActivityJson.Read(await BytesAsync(part));
        }
        catch (JsonException)
        {
            throw new ProblemException(Problem.NotAnActivity);
        }
    }

    private async Task<Attachment> KeepAsync(DirectLineUser user, string conversation, IFormFile part, CancellationToken cancel)
    {
        var type = part.ContentType is { Length: > 0 and < 128 } told ? told.Split(';')[0].Trim().ToLowerInvariant() : "application/octet-stream";
        var file = new DirectLineFile(SafeName(part.FileName), type, await BytesAsync(part));
        return new() { Name = file.Name, ContentType = type, ContentUrl = DirectLineFile.UrlOf(await files!.KeepAsync(user, conversation, file, cancel)) };
    }

    private static async Task<byte[]> BytesAsync(IFormFile part)
    {
        using var content = new MemoryStream((int)part.Length);
        await part.CopyToAsync(content);
        return content.ToArray();
    }

    /// <summary>The last step of whatever path was sent, without characters that mean something to a file system or a terminal.</summary>
    private static string SafeName(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var safe = string.Concat(last.Where(c => !char.IsControl(c) && !":*?\"<>|".Contains(c, StringComparison.Ordinal))).Trim(' ', '.');
        return safe.Length == 0 ? "file" : safe.Length > 120 ? safe[^120..] : safe;
    }

    /// <summary>The activity lists its files by name without their content; cards that came along stay.</summary>
    private static List<Attachment> Merge(IReadOnlyList<Attachment> listed, List<Attachment> kept) =>
        [.. listed.Where(a => a.Content is not null), .. kept];
}
