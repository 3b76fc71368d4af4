using Microsoft.Playwright;

namespace JointDesk.Acceptance.Page;

/// <summary>The machine's own Chromium, driven by Playwright, which never brings one along.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    // It runs without a sandbox because tests often run as root, and with nothing that would speak to anyone by itself.
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync",
    ];

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Chromium(IPlaywright playwright, IBrowser browser) => (this.playwright, this.browser) = (playwright, browser);

    /// <summary>Skips the test where there is no Chromium.</summary>
    public static async Task<Chromium> Launch()
    {
        var found = Places.FirstOrDefault(File.Exists);
        Assert.SkipWhen(found is null, "Chromium is missing (package chromium)");
        var playwright = await Playwright.CreateAsync();
        return new Chromium(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = found, Args = Quiet }));
    }

    /// <summary>A window of its own, with nothing remembered.</summary>
    /// <param name="locale">What the browser asks for: <c>zh-CN</c> or <c>en-US</c>.</param>
    public async Task<Window> Open(Uri desk, string locale)
    {
        var context = await browser.NewContextAsync(new()
        {
            Locale = locale,
            TimezoneId = "Asia/Shanghai",
            ViewportSize = new() { Width = 1280, Height = 800 },
        });
        var window = new Window(await context.NewPageAsync(), desk);
        await window.Page.GotoAsync(desk.ToString());
        return window;
    }

    /// <summary>An empty page that loads nothing.</summary>
    public async Task<IPage> Blank() => await (await browser.NewContextAsync()).NewPageAsync();

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
