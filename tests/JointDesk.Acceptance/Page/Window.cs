using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace JointDesk.Acceptance.Page;

/// <summary>One officer's browser, and everything that it should not have done.</summary>
internal sealed class Window
{
    private readonly List<string> complaints = [];

    public Window(IPage page, Uri desk)
    {
        Page = page;
        page.SetDefaultTimeout(30_000);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                Note($"console: {message.Text}");
        };
        page.PageError += (_, error) => Note($"error: {error}");
        page.Request += (_, request) => NoteForeign(request.Url);
        page.WebSocket += (_, socket) => NoteForeign(socket.Url);

        void NoteForeign(string address)
        {
            if (new Uri(address) is { Scheme: "http" or "https" or "ws" or "wss" } to && to.Authority != desk.Authority)
                Note($"left the host: {address}");
        }
    }

    public IPage Page { get; }

    /// <summary>Errors on the console, and requests to anywhere but the desk.</summary>
    public IReadOnlyList<string> Complaints
    {
        get
        {
            lock (complaints)
                return [.. complaints];
        }
    }

    public async Task SignIn(string officer)
    {
        await Page.Locator($"[data-officer='{officer}']").ClickAsync();
        await Ready();
    }

    /// <summary>One may type.</summary>
    public Task Ready() => Expect(SendBox).ToBeVisibleAsync(Long);

    /// <summary>Turns to another chat of the list.</summary>
    public async Task OpenChat(string conversation)
    {
        await Page.Locator($"[data-conversation='{conversation}']").ClickAsync();
        await Ready();
    }

    /// <summary>Until it is connected, Web Chat keeps what was typed and ignores the key.</summary>
    public async Task Say(string text)
    {
        await SendBox.FillAsync(text);
        for (var tries = 0; tries < 60 && await SendBox.InputValueAsync() == text; tries++)
        {
            await SendBox.PressAsync("Enter");
            await Page.WaitForTimeoutAsync(500);
        }
    }

    /// <summary>The words stand in the chat, in a message or on a card.</summary>
    public Task Sees(string words) => Expect(Chat.GetByText(words).Filter(new() { Visible = true }).Last).ToBeVisibleAsync(Long);

    /// <summary>Presses the newest button of a card with this title.</summary>
    public Task Press(string title) => Chat.GetByRole(AriaRole.Button, new() { Name = title, Exact = true }).Last.ClickAsync();

    /// <summary>Goes on with the Tab key until this has the focus, as far as somebody would.</summary>
    /// <param name="selector">Of the element.</param>
    /// <param name="title">What stands on it, where there are several.</param>
    public async Task TabTo(string selector, string title = "")
    {
        var stops = new HashSet<string>(StringComparer.Ordinal);
        for (var tries = 0; tries < 150; tries++)
        {
            stops.Add(await Page.EvaluateAsync<string>("() => document.activeElement?.outerHTML.slice(0, 120) ?? ''"));
            if (await Page.EvaluateAsync<bool>(
                "([selector, title]) => document.activeElement?.matches(selector) && document.activeElement.textContent.includes(title) || false", new[] { selector, title }))
                return;
            await Page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"The Tab key never came to {selector} {title}, but to\n{string.Join('\n', stops)}");
    }

    public ILocator Chat => Page.Locator("main");

    private ILocator SendBox => Chat.Locator("[data-id='webchat-sendbox-input']").Filter(new() { Visible = true });

    private static LocatorAssertionsToBeVisibleOptions Long => new() { Timeout = 30_000 };

    private void Note(string complaint)
    {
        lock (complaints)
            complaints.Add(complaint);
    }
}
