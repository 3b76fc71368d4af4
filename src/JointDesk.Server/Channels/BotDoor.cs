using JointDesk.BotFramework;
using JointDesk.Server.Settings;

namespace JointDesk.Server.Channels;

/// <summary>Who may post to <c>/api/messages</c>, and where answers may go.</summary>
internal static class BotDoor
{
    /// <summary>
    /// With an app id every token is checked. Without one a demo desk listens to this machine alone, and any other desk to nobody.
    /// </summary>
    public static IServiceCollection AddBot(this IServiceCollection services, BotOptions options, bool isDemo)
    {
        // Few tries at once: what fails stays in the queue, which tries for a day.
        services.AddSingleton(new SendingOptions { Tries = 2, LongestRetryAfter = TimeSpan.FromSeconds(10) });
        services.AddBotFramework(options.ToAuthentication(), ServiceUrlsOf(options, isDemo));
        if (options.AppId is null && !isDemo)
            services.AddSingleton<IBotAuthenticator, ClosedDoor>();
        return services;
    }

    private static ServiceUrls ServiceUrlsOf(BotOptions options, bool isDemo) => options switch
    {
        { ServiceUrls: { } prefixes } => new(prefixes),
        { AppId: null } => isDemo ? ServiceUrls.ThisMachine : new(),
        _ => new(ServiceUrls.PublicCloud),
    };

    private sealed class ClosedDoor : IBotAuthenticator
    {
        private static readonly Admission.Refused No = new(StatusCodes.Status401Unauthorized, "nobody is let in here");

        public ValueTask<Admission> AdmitAsync(HttpRequest request, CancellationToken cancel) => new(No);

        public Admission.Refused? Confirm(BotCaller caller, Activity activity) => No;
    }
}
