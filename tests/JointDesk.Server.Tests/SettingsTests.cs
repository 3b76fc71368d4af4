using JointDesk.Server.Settings;
using Microsoft.Extensions.Configuration;

namespace JointDesk.Server.Tests;

public sealed class SettingsTests
{
    [Fact]
    public void TheExampleBindsAndHoldsNoUnknownKey()
    {
        var configuration = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.example.json")).Build();
        Assert.Empty(DeskSettings.UnknownKeys(configuration));
        var settings = DeskSettings.Read(configuration);
        Assert.Equal("data/jointdesk.db", settings.Storage.Path);
        Assert.Equal([3, 1], settings.Desk.Ladder.ToOptions().DaysBefore);
        Assert.Null(settings.Demo.Enabled);
    }

    [Fact]
    public void TheExampleNamesEveryKey()
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "appsettings.example.json"));
        foreach (var options in new[] { typeof(StorageOptions), typeof(BackupOptions), typeof(AuditHeadOptions), typeof(RetentionOptions), typeof(DeskOptions), typeof(LadderSettings), typeof(DemoOptions), typeof(BotOptions), typeof(ChatOptions), typeof(SignInOptions), typeof(UnderstandingOptions) })
            Assert.All(options.GetProperties().Where(p => p.CanWrite), p => Assert.Contains($"\"{p.Name}\"", text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Storage:Pth", "x", "Storage:Pth")]
    [InlineData("Desk:Ladder:Daysbefor:0", "3", "Desk:Ladder:Daysbefor")]
    [InlineData("Bot:AppType", "Sometimes", "Bot:AppType")]
    [InlineData("Bot:AppId", "a", "Bot:AppId")]
    [InlineData("Bot:ServiceUrls:0", "http://elsewhere.example", "Bot:ServiceUrls")]
    [InlineData("SignIn:Authority", "http://elsewhere.example", "SignIn:Authority")]
    [InlineData("SignIn:ProxyHeader", "X-User", "SignIn:ProxyAddresses")]
    [InlineData("DirectLine:Secret", "short", "DirectLine:Secret")]
    [InlineData("DirectLine:AllowedOrigins:0", "https://portal.example/", "DirectLine:AllowedOrigins")]
    [InlineData("Storage:Key", "short", "Storage:Key")]
    [InlineData("Storage:KeyFile", "/no/such/file", "/no/such/file")]
    [InlineData("Storage:Backups:Every", "00:00:10", "Storage:Backups:Every")]
    [InlineData("Storage:Backups:Keep", "0", "Storage:Backups:Keep")]
    [InlineData("Storage:AuditHeads:Every", "2.00:00:00", "Storage:AuditHeads:Every")]
    [InlineData("Storage:Retention:ChatDays", "0", "Storage:Retention:ChatDays")]
    [InlineData("Storage:Retention:OutboxDays", "-1", "Storage:Retention:OutboxDays")]
    [InlineData("Storage:Retention:ReceiptDays", "0", "Storage:Retention:ReceiptDays")]
    [InlineData("Storage:Retention:AuditDays", "1", "Storage:Retention:AuditDays")]
    [InlineData("Understanding:SecondReader", "seldom", "Understanding:SecondReader")]
    [InlineData("Understanding:SecondReaderLimit", "00:00:00.001", "Understanding:SecondReaderLimit")]
    [InlineData("Understanding:SecondReaderLimit", "00:01:00", "Understanding:SecondReaderLimit")]
    [InlineData("Understanding:ThirdReader", "true", "Understanding:ThirdReader")]
    [InlineData("Demo:Clock", "tomorrow", "Demo:Clock")]
    [InlineData("Demo:Enabled", "perhaps", "Demo:Enabled")]
    [InlineData("Desk:Seed", "/no/such/folder", "Desk:Seed")]
    [InlineData("Desk:Ladder:HeadAfter", "9", "Desk:Ladder")]
    public void AWrongKeyOrValueIsNamedInOneLine(string key, string value, string named)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build();
        var refused = Assert.Throws<SettingsException>(() => DeskSettings.Read(configuration));
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Theory]
    [InlineData("http://localhost:1;http://[::1]:2", true)]
    [InlineData("http://127.0.0.1:1", true)]
    [InlineData("http://*:1", false)]
    [InlineData("http://+:1", false)]
    [InlineData("http://0.0.0.0:1", false)]
    [InlineData("http://localhost:1;http://10.0.0.1:2", false)]
    [InlineData("http://localhost.example:1", false)]
    public void TheDemoIsOnWhileAllListenersAreLoopback(string urls, bool isLoopback) =>
        Assert.Equal(isLoopback, Listeners.AreLoopback(new ConfigurationBuilder().AddInMemoryCollection([new("urls", urls)]).Build()));

    [Fact]
    public void ABarePortMeansAllInterfaces() =>
        Assert.False(Listeners.AreLoopback(new ConfigurationBuilder().AddInMemoryCollection([new("http_ports", "8080")]).Build()));
}
