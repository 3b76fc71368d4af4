using JointDesk.Acceptance.Host;

namespace JointDesk.Acceptance.Page;

/// <summary>The page as officers use it, in a browser. It also takes the pictures of the README.</summary>
public sealed class PageTests
{
    /// <summary>What is typed, pressed and read in each language.</summary>
    private sealed record Script(
        string Locale, string Convene, string Draft, string Confirm, string Sent, string Invited, string Accept, string Accepted, string Answered);

    private static readonly Dictionary<string, Script> Scripts = new(StringComparer.Ordinal)
    {
        ["zh"] = new(
            "zh-CN", "下周三下午三点召集出入境管理支队、经侦支队开“6·18”案联席会议，两个小时，地点在支队三楼会议室",
            "联席会议（待确认）", "确认", "已发出第 2026-001 号会议通知", "会议通知 2026-001", "参加", "已登记参加 2026-001", "出入境管理支队答复：参加"),
        ["en"] = new(
            "en-US", "Convene a meeting on the June 18 case with Immigration and Economic Crime next Wednesday at 3pm for two hours",
            "Joint meeting (to be confirmed)", "Confirm", "Invitation 2026-001 has been sent", "2026-001", "Accept", "2026-001",
            "Immigration answered: accepted"),
    };

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task An_officer_convenes_and_another_accepts(string language)
    {
        var script = Scripts[language];
        await using var chromium = await Chromium.Launch();
        await using var desk = await DeskProcess.Start(TestContext.Current.CancellationToken);

        var convener = await chromium.Open(desk.Address, script.Locale);
        await convener.SignIn("wang.fang");
        await convener.Say(script.Convene);
        await convener.Sees(script.Draft);
        await convener.Press(script.Confirm);
        await convener.Sees(script.Sent);

        var invited = await chromium.Open(desk.Address, script.Locale);
        await invited.SignIn("li.qiang");
        await invited.Sees(script.Invited);
        await (language == "zh" ? invited.Press(script.Accept) : invited.Say("accept"));
        await invited.Sees(script.Accepted);

        await convener.Sees(script.Answered);
        // The last message slides into place.
        await convener.Page.WaitForTimeoutAsync(1_000);
        await convener.Page.ScreenshotAsync(new() { Path = PictureOf(language) });

        Assert.Empty(convener.Complaints);
        Assert.Empty(invited.Complaints);
    }

    /// <summary>Pictures are only replaced on purpose, since they differ a little from machine to machine.</summary>
    private static string PictureOf(string language) => Environment.GetEnvironmentVariable("JOINTDESK_SCREENSHOTS") == "1"
        ? Path.Combine(Repository.Root, "src", "docs", $"page.{language}.png")
        : Path.Combine(AppContext.BaseDirectory, $"page.{language}.png");
}
