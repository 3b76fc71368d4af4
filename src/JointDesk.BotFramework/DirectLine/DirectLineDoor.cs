using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace JointDesk.BotFramework;

/// <summary>
/// Who comes in. 403 is said for a dead token only, since one 403 ends the chat in Web Chat for good; a conversation that the user may
/// not open is not there (404); no exception leaves as a 500.
/// </summary>
internal sealed partial class DirectLineDoor(IDirectLineBackend backend, DirectLineTokens tokens, DirectLineOptions options, ILogger logger)
{
    private readonly PartitionedRateLimiter<string> _posts = PartitionedRateLimiter.Create<string, string>(user =>
        RateLimitPartition.GetTokenBucketLimiter(user, _ => new()
        {
            TokenLimit = options.Burst,
            TokensPerPeriod = options.PerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = options.MaxWaiting,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }));

    public DirectLineTokens Tokens => tokens;

    /// <summary>An endpoint behind this door: CORS, no caching, problems as answers.</summary>
    public RequestDelegate Open(RequestDelegate endpoint) => async context =>
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-store";
        if (context.Request.Headers.Origin is [{ } origin] && options.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase))
        {
            headers.AccessControlAllowOrigin = origin;
            headers.AccessControlAllowMethods = "GET, POST";
            headers.AccessControlAllowHeaders = "authorization, content-type, x-ms-bot-agent, x-requested-with";
            headers.Vary = "Origin";
        }
        try
        {
            await endpoint(context);
        }
        catch (ProblemException known) when (!context.Response.HasStarted)
        {
            await context.Response.AnswerAsync(known.Problem);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer any more.
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            Log.Failed(logger, failure, context.Request.Method);
            await context.Response.AnswerAsync(new Problem(StatusCodes.Status503ServiceUnavailable, "ServiceError", "The desk cannot answer now."));
        }
    };

    /// <summary>The bearer of a good token.</summary>
    public DirectLineTokenCheck Bearer(HttpRequest request) => Good(tokens.Check(BearerText(request)));

    public static string BearerText(HttpRequest request) =>
        request.Headers.Authorization is [{ } header] && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) && header.Length is > 7 and < 8192
            ? header[7..].Trim()
            : throw new ProblemException(StatusCodes.Status401Unauthorized, "BadArgument", "A bearer token is missing.");

    /// <summary>A pre-authorised link: the token is in the URL, because a web socket or a picture sends no header.</summary>
    public DirectLineTokenCheck Link(HttpRequest request, string purpose) => Good(tokens.Check(purpose, request.Query["t"].ToString()));

    private static DirectLineTokenCheck Good(DirectLineTokenCheck check) => check switch
    {
        { User: not null } => check,
        { HasExpired: true } => throw new ProblemException(StatusCodes.Status403Forbidden, "TokenExpired", "The token has expired."),
        _ => throw new ProblemException(StatusCodes.Status401Unauthorized, "BadArgument", "The token is not one of this desk."),
    };

    /// <summary>The conversation in the path, when the bearer may open it.</summary>
    public async ValueTask<string> ConversationAsync(HttpContext context, DirectLineTokenCheck bearer)
    {
        var id = Route(context, "id");
        return bearer.Covers(id) && await backend.MayOpenAsync(bearer.User!, id, context.RequestAborted) ? id : throw NoConversation();
    }

    /// <summary>A route value, with the one escape that routing leaves.</summary>
    public static string Route(HttpContext context, string name) =>
        (context.GetRouteValue(name) as string ?? "").Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    public static ProblemException NoConversation() =>
        new(StatusCodes.Status404NotFound, "ConversationNotFound", "There is no such conversation.");

    /// <summary>Waits for the user's turn to post. DirectLineJS gives up on a 429, so waiting comes first.</summary>
    public async ValueTask WaitForTurnAsync(DirectLineUser user, HttpContext context)
    {
        using var lease = await _posts.AcquireAsync(user.Id, 1, context.RequestAborted);
        if (lease.IsAcquired)
            return;
        context.Response.Headers.RetryAfter = "10";
        throw new ProblemException(StatusCodes.Status429TooManyRequests, "TooManyRequests", "Too many messages at once.");
    }

    /// <summary>No origin (not a browser), the own one, or one that is allowed: a web socket is not subject to CORS.</summary>
    public bool IsAllowedOrigin(HttpRequest request) => request.Headers.Origin switch
    {
        [] => true,
        [{ } origin] => options.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase)
            || (Uri.TryCreate(origin, UriKind.Absolute, out var page) && page.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase)),
        _ => false,
    };

    public void LogFailure(Exception failure, string what) => Log.Failed(logger, failure, what);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "A Direct Line call failed: {What}")]
        public static partial void Failed(ILogger logger, Exception failure, string what);
    }
}

/// <summary>Ends a call with a problem that is told to the caller.</summary>
internal sealed class ProblemException(Problem problem) : Exception(problem.Message)
{
    public ProblemException(int status, string code, string message) : this(new Problem(status, code, message))
    {
    }

    public Problem Problem => problem;
}
