using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace JointDesk.BotFramework;

/// <summary>The endpoint to which channels post.</summary>
public static class BotMessages
{
    /// <summary>
    /// Maps it. From the services it takes <see cref="IBotHandler"/> and <see cref="IBotAuthenticator"/>, and where registered
    /// <see cref="IActivitySender"/> (needed for replies), <see cref="BotMessagesOptions"/> and <see cref="TimeProvider"/>.
    /// </summary>
    public static IEndpointConventionBuilder MapBotMessages(this IEndpointRouteBuilder endpoints, string path = "/api/messages")
    {
        var services = endpoints.ServiceProvider;
        var endpoint = new MessagesEndpoint(
            services.GetRequiredService<IBotHandler>(),
            services.GetRequiredService<IBotAuthenticator>(),
            services.GetService<IActivitySender>(),
            services.GetService<BotMessagesOptions>() ?? new(),
            services.GetService<TimeProvider>() ?? TimeProvider.System,
            services.GetRequiredService<ILoggerFactory>().CreateLogger("JointDesk.BotFramework.Messages"),
            services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
        return endpoints.Map(path, endpoint.HandleAsync);
    }
}
