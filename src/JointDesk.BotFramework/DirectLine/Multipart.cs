using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace JointDesk.BotFramework;

/// <summary>Reads a multipart body of at most so many bytes, and turns what is wrong with it into what to answer.</summary>
internal static class Multipart
{
    public static async Task<T> ReadAsync<T>(HttpContext context, long mostBytes, Func<HttpRequest, Task<T>> read)
    {
        var request = context.Request;
        if (request.ContentLength > mostBytes)
            throw new ProblemException(Problem.TooLarge(mostBytes));
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = mostBytes;
        if (!request.HasFormContentType)
            throw new ProblemException(StatusCodes.Status400BadRequest, "BadSyntax", "The body is not multipart.");
        try
        {
            return await read(request);
        }
        catch (BadHttpRequestException bad)
        {
            throw new ProblemException(bad.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? Problem.TooLarge(mostBytes)
                : new(StatusCodes.Status400BadRequest, "BadSyntax", "The body could not be read."));
        }
        catch (Exception malformed) when (malformed is InvalidDataException or IOException)
        {
            throw new ProblemException(StatusCodes.Status400BadRequest, "BadSyntax", "The body is not well-formed multipart.");
        }
    }
}
