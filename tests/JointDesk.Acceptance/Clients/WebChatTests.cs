using JointDesk.Acceptance.Host;
using JointDesk.Acceptance.Page;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JointDesk.Acceptance.Clients;

/// <summary>The official Web Chat on the desk's page, in Chromium: by keyboard, with a file, in a channel of two, over a restart of the desk.</summary>
public sealed class WebChatTests
{
    private sealed record Script(string Locale, string Convene, string Draft, string Confirm, string Sent, string Invited, string Ask, string Answered);

    private static readonly Dictionary<string, Script> Scripts = new(StringComparer.Ordinal)
    {
        ["zh"] = new(
            "zh-CN", "下周三下午三点召集出入境管理支队开“6·18”案联席会议，两个小时", "联席会议（待确认）", "确认", "已发出第 2026-001 号会议通知", "会议通知 2026-001",
            "@JointDesk 看我的会议", "2026-001"),
        ["en"] = new(
            "en-US", "Convene a meeting on the June 18 case with Immigration next Wednesday at 3pm for two hours", "Joint meeting (to be confirmed)", "confirm",
            "Invitation 2026-001 has been sent", "2026-001", "@JointDesk my meetings", "2026-001"),
    };

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task Officers_work_by_keyboard_in_a_channel_with_files_and_over_a_restart(string language)
    {
        var script = Scripts[language];
        await using var chromium = await Chromium.Launch();
        await using var desk = await DeskProcess.Start(TestContext.Current.CancellationToken);

        // By keyboard alone: who to be, a message, its card, the confirmation.
        var convener = await chromium.Open(desk.Address, script.Locale);
        await Expect(convener.Page.Locator("[data-officer='wang.fang']")).ToBeVisibleAsync();
        await convener.TabTo("[data-officer='wang.fang']");
        await convener.Page.Keyboard.PressAsync("Enter");
        await convener.Ready();
        await convener.TabTo("[data-id='webchat-sendbox-input']");
        await convener.Say(script.Convene);
        await convener.Sees(script.Draft);
        await convener.Say(script.Confirm);
        await convener.Sees(script.Sent);
        await Picture(convener, $"webchat-keyboard.{language}");

        // A file: the invitation's calendar, fetched by its link.
        var invited = await chromium.Open(desk.Address, script.Locale);
        await invited.SignIn("li.qiang");
        await invited.Sees(script.Invited);
        var link = invited.Chat.Locator("a[href*='/files/']").Last;
        await Expect(link).ToBeVisibleAsync();
        using var file = await desk.Http.GetAsync(await link.GetAttributeAsync("href"), TestContext.Current.CancellationToken);
        Assert.Contains("BEGIN:VCALENDAR", await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await Picture(invited, $"webchat-file.{language}");

        // A channel of two: what one says and what is answered, the other sees too.
        var colleague = await chromium.Open(desk.Address, script.Locale);
        await colleague.SignIn("xu.lei");
        await colleague.OpenChat("d.lj-cid");
        await convener.OpenChat("d.lj-cid");
        await convener.Say(script.Ask);
        await colleague.Sees(script.Ask);
        await colleague.Sees(script.Answered);
        await Picture(colleague, $"webchat-channel.{language}");

        // The desk restarts under an open page: what is said then still arrives, once.
        await desk.Restart(TestContext.Current.CancellationToken);
        var again = language == "zh" ? "@JointDesk 帮助" : "@JointDesk help";
        await convener.Say(again);
        await colleague.Sees(again);
        await Expect(colleague.Chat.GetByText(again, new() { Exact = true }).Filter(new() { Visible = true })).ToHaveCountAsync(1);
        await Picture(colleague, $"webchat-restart.{language}");
        Assert.DoesNotContain(invited.Complaints, IsNoLostLine);
        Assert.DoesNotContain(convener.Complaints, IsNoLostLine);
    }

    [Theory]
    [InlineData("zh", "确认", "上传文件", "联席台不收文件")]
    [InlineData("en", "Confirm", "Upload file", "I take no files")]
    public async Task A_card_is_pressed_by_keyboard_alone_and_a_file_is_answered_in_a_line(string language, string button, string upload, string line)
    {
        var script = Scripts[language];
        await using var chromium = await Chromium.Launch();
        await using var desk = await DeskProcess.Start(TestContext.Current.CancellationToken);
        var convener = await chromium.Open(desk.Address, script.Locale);
        await convener.SignIn("wang.fang");
        await convener.Say(script.Convene);
        await convener.Sees(script.Draft);

        // Web Chat's way: the Tab key comes to the transcript as a whole, Enter goes into its newest message, Tab to the button.
        await convener.TabTo(".webchat__basic-transcript");
        await convener.Page.Keyboard.PressAsync("Enter");
        await convener.TabTo(".ac-pushButton", button);
        await Picture(convener, $"webchat-card-by-keyboard.{language}");
        await convener.Page.Keyboard.PressAsync("Enter");
        await convener.Sees(script.Sent);

        // A real file, by Web Chat's own button; what the officer sees is one line, and no failure.
        var chooser = await convener.Page.RunAndWaitForFileChooserAsync(() => convener.Chat.Locator($"button[title='{upload}']").Filter(new() { Visible = true }).ClickAsync());
        await chooser.SetFilesAsync(new FilePayload { Name = "线索.docx", MimeType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Buffer = new byte[2_000_000] });
        await convener.TabTo("[data-id='webchat-sendbox-input']");
        await convener.Page.Keyboard.PressAsync("Enter");
        await convener.Sees(line);
        await Picture(convener, $"webchat-file-refused.{language}");
        await Expect(convener.Chat.GetByText("线索.docx").Filter(new() { Visible = true })).ToHaveCountAsync(0);
        Assert.Empty(convener.Complaints);
    }

    /// <summary>The browser itself writes down that the desk was away.</summary>
    private static bool IsNoLostLine(string complaint) =>
        !complaint.Contains("WebSocket", StringComparison.Ordinal) && !complaint.Contains("ERR_CONNECTION", StringComparison.Ordinal)
        && !complaint.Contains("Failed to fetch", StringComparison.Ordinal) && !complaint.Contains("net::", StringComparison.Ordinal);

    private static async Task Picture(Window window, string name)
    {
        await window.Page.WaitForTimeoutAsync(500);
        await window.Page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "pictures", name + ".png") });
    }
}
