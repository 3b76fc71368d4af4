namespace JointDesk.Server;

/// <summary>Refuses what a page of another site asks in an officer's browser, where a cookie, an address or nothing at all would sign it.</summary>
internal static class OwnPage
{
    public static async ValueTask<object?> OnlyAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var request = invocation.HttpContext.Request;
        var isForeign = request.Headers["Sec-Fetch-Site"].Any(site => site is "cross-site" or "same-site")
            || request.Headers.Origin.Any(origin =>
                !Uri.TryCreate(origin, UriKind.Absolute, out var page) || !page.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
        return isForeign ? Problems.Of(StatusCodes.Status403Forbidden, "Forbidden", "A page of another site may not do this.") : await next(invocation);
    }
}
