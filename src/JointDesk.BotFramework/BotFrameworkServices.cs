using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace JointDesk.BotFramework;

/// <summary>Registers who may post to the bot, and how the bot sends.</summary>
public static class BotFrameworkServices
{
    /// <summary>
    /// With an app id: token checks and the bot's own token. Without: only this machine may post, and no token is sent. The host still
    /// registers its <see cref="IBotHandler"/>.
    /// </summary>
    /// <exception cref="ArgumentException">An option is missing; better at start than at the first message.</exception>
    public static IServiceCollection AddBotFramework(this IServiceCollection services, BotAuthenticationOptions? bot, ServiceUrls serviceUrls)
    {
        // One client for all: its handler renews connections by itself, so a change of address is noticed.
        var http = new HttpClient(ConnectorClient.CreateHandler()) { Timeout = TimeSpan.FromSeconds(15) };
        IConnectorTokens tokens = bot is null ? new NoConnectorTokens() : new ConnectorTokens(bot, http);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new SendingOptions());
        services.AddSingleton<IBotAuthenticator>(provider =>
            bot is null ? new LoopbackAuthenticator() : new ChannelAuthenticator(bot, http, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(new ConnectorClient(http, serviceUrls, tokens));
        services.AddSingleton<IActivitySender>(provider => new PatientSender(
            provider.GetRequiredService<ConnectorClient>(), provider.GetRequiredService<SendingOptions>(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
