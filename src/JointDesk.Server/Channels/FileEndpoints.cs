namespace JointDesk.Server.Channels;

/// <summary>Calendar files by their unguessable address, for channels and mail that carry no token.</summary>
internal static class FileEndpoints
{
    public static void MapFiles(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/files/{id}/{name}", GetAsync).ExcludeFromDescription();

    private static async Task<IResult> GetAsync(string id, string name, HttpContext context, DeskFiles files, CancellationToken cancel)
    {
        if (await files.FindAsync(id, cancel) is not { } file || file.Name != name)
            return Problems.NotFound("There is no such file.");
        context.Response.Headers.CacheControl = "private, no-store";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        var type = file.Method is { } method ? $"{file.ContentType}; method={method}; charset=utf-8" : file.ContentType;
        return Results.File(file.Content, type, file.Name);
    }
}
