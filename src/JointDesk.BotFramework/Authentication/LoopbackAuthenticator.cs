using System.Net;
using Microsoft.AspNetCore.Http;

namespace JointDesk.BotFramework;

/// <summary>
/// For a bot without an app id: whoever calls from this machine is let in, nobody else. A proxy on this machine would make the whole
/// world look like that, so a request that says it was forwarded is refused; and so is one that a web page of another site makes.
/// </summary>
public sealed class LoopbackAuthenticator : IBotAuthenticator
{
    private static readonly string[] Forwarding = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via"];

    public ValueTask<Admission> AdmitAsync(HttpRequest request, CancellationToken cancel) =>
        new(IsLocal(request)
            ? new Admission.Granted(BotCaller.Anonymous)
            : new Admission.Refused(StatusCodes.Status401Unauthorized, "no app id is configured, and the caller is not on this machine"));

    public Admission.Refused? Confirm(BotCaller caller, Activity activity) => null;

    private static bool IsLocal(HttpRequest request) =>
        request.HttpContext.Connection is { RemoteIpAddress: { } from, LocalIpAddress: { } to }
        && IPAddress.IsLoopback(from) && IPAddress.IsLoopback(to)
        && !Forwarding.Any(request.Headers.ContainsKey)
        && IsLocalName(request.Host.Host)
        && request.Headers.Origin.All(origin => Uri.TryCreate(origin, UriKind.Absolute, out var page) && IsLocalName(page.Host));

    private static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
}
