using JointDesk.BotFramework;
using JointDesk.Server.Settings;

namespace JointDesk.Server.Channels;

/// <summary>Who may post to <c>/api/messages</c>, and where answers may go.</summary>
internal static class BotDoor
{
    /// <summary>Ports at which test clients on this machine take answers: the Agents Playground's own.</summary>
    private static readonly string[] Playground = ["http://localhost:56150/", "http://127.0.0.1:56150/"];

    /// <summary>Without an app id a demo desk listens to this machine alone, and any other desk to nobody.</summary>
    public static IBotAuthenticator Authenticator(BotOptions options, bool isDemo) =>
        options.AppId is null && isDemo ? new LoopbackAuthenticator() : new ClosedDoor();

    public static IReadOnlyList<string> ServiceUrls(BotOptions options, bool isDemo) =>
        options.AppId is null ? isDemo ? Playground : [] : JointDesk.BotFramework.ServiceUrls.PublicCloud;

    private sealed class ClosedDoor : IBotAuthenticator
    {
        private static readonly Admission.Refused No = new(StatusCodes.Status401Unauthorized, "nobody is let in here");

        public ValueTask<Admission> AdmitAsync(HttpRequest request, CancellationToken cancel) => new(No);

        public Admission.Refused? Confirm(BotCaller caller, Activity activity) => No;
    }
}
