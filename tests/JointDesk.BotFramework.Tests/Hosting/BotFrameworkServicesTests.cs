using Microsoft.Extensions.DependencyInjection;

namespace JointDesk.BotFramework.Tests;

public class BotFrameworkServicesTests
{
    [Fact]
    public void Without_an_app_id_only_this_machine_is_let_in()
    {
        using var services = new ServiceCollection().AddBotFramework(null, new(ServiceUrls.PublicCloud)).BuildServiceProvider();
        Assert.IsType<LoopbackAuthenticator>(services.GetRequiredService<IBotAuthenticator>());
        Assert.IsType<PatientSender>(services.GetRequiredService<IActivitySender>());
    }

    [Fact]
    public void With_an_app_id_tokens_are_checked_and_half_a_configuration_fails_at_start()
    {
        var bot = new BotAuthenticationOptions { AppId = "app", TenantId = "t", AppSecret = "s" };
        using var services = new ServiceCollection().AddBotFramework(bot, new(ServiceUrls.PublicCloud)).BuildServiceProvider();
        Assert.IsType<ChannelAuthenticator>(services.GetRequiredService<IBotAuthenticator>());
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddBotFramework(bot with { AppSecret = null }, new()));
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddBotFramework(bot with { TenantId = null }, new()));
    }
}
