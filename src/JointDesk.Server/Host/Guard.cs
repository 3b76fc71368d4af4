namespace JointDesk.Server;

/// <summary>What holds for every answer: headers that keep a browser from loading anything from outside, and one line instead of an exception.</summary>
internal static class Guard
{
    /// <summary>A blob is what the page itself holds: Web Chat reads a chosen file from one before it sends it.</summary>
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self' blob: ws: wss:; img-src 'self' data: blob:; "
        + "frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    public static void UseGuard(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000";
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            await Problems.Of(bad.StatusCode, "BadRequest", "The request could not be read.").ExecuteAsync(context);
        }
        catch (StoreUnavailableException) when (!context.Response.HasStarted)
        {
            await Problems.Of(StatusCodes.Status503ServiceUnavailable, "StoreUnavailable", "The desk cannot write now.").ExecuteAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer any more.
        }
    });
}
