using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace JointDesk.BotFramework;

/// <summary>Reading bodies that are not trusted, and answering in the protocol's own form.</summary>
internal static class Http
{
    /// <summary>Reads an activity of at most so many bytes; a larger one, or one that is no activity, comes back as what to answer.</summary>
    public static async ValueTask<(Activity? Activity, Problem? Problem)> ReadActivityAsync(HttpRequest request, int maxBytes)
    {
        var (body, problem) = await ReadBodyAsync(request, maxBytes);
        if (problem is not null)
            return (null, problem);
        try
        {
            return (Parse(body), null);
        }
        catch (JsonException)
        {
            return (null, Problem.NotAnActivity);
        }
        finally
        {
            request.BodyReader.AdvanceTo(body.End);
        }
    }

    /// <summary>The body in the reader's own buffer: whoever takes it advances the reader. A declared length is believed when it is too large.</summary>
    private static async ValueTask<(ReadOnlySequence<byte> Body, Problem? Problem)> ReadBodyAsync(HttpRequest request, int maxBytes)
    {
        if (request.ContentLength > maxBytes)
            return (default, Problem.TooLarge(maxBytes));
        try
        {
            var read = await request.BodyReader.ReadAtLeastAsync(maxBytes + 1, request.HttpContext.RequestAborted);
            if (read.Buffer.Length <= maxBytes)
                return (read.Buffer, null);
            request.BodyReader.AdvanceTo(read.Buffer.End);
            return (default, Problem.TooLarge(maxBytes));
        }
        catch (BadHttpRequestException bad)
        {
            return (default, new(bad.StatusCode, "BadRequest", "The request's body could not be read."));
        }
    }

    private static Activity Parse(ReadOnlySequence<byte> body)
    {
        var utf8 = body.IsSingleSegment ? body.FirstSpan : body.ToArray();
        return ActivityJson.Read(utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8);
    }

    public static Task AnswerAsync(this HttpResponse response, Problem problem)
    {
        response.StatusCode = problem.Status;
        return response.WriteAsJsonAsync(new ErrorResponse(new(problem.Code, problem.Message)), ActivityJson.Info<ErrorResponse>());
    }

    public static Task AnswerAsync<T>(this HttpResponse response, T body, int status = StatusCodes.Status200OK)
    {
        response.StatusCode = status;
        return response.WriteAsJsonAsync(body, ActivityJson.Info<T>());
    }
}

/// <summary>What is wrong with a request, as it is told to the caller.</summary>
internal sealed record Problem(int Status, string Code, string Message)
{
    public static readonly Problem NotAnActivity = new(StatusCodes.Status400BadRequest, "BadSyntax", "The body is no activity: JSON with a type is expected.");

    public static Problem TooLarge(long maxBytes) =>
        new(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", $"The body is larger than {maxBytes / 1024} KiB.");
}
