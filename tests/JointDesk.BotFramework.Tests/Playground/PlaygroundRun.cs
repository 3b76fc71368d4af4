using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text.Json;

namespace JointDesk.BotFramework.Tests;

/// <summary>
/// The Microsoft 365 Agents Playground, which emulates Teams, driven without a browser by its own undocumented API (so the version is
/// pinned). Its licence is for evaluation: it is fetched for this run, never kept with the project, and only when asked for.
/// </summary>
internal sealed class PlaygroundRun : IAsyncDisposable
{
    private const string Package = "@microsoft/m365agentsplayground@0.2.28";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly Process _process;
    private readonly HttpClient _http;
    private readonly List<ClientWebSocket> _sockets = [];
    private readonly DirectoryInfo _folder;

    private PlaygroundRun(Process process, Uri address, DirectoryInfo folder) => (_process, _http, _folder) = (process, new() { BaseAddress = address }, folder);

    /// <summary>What the user sees.</summary>
    public ConcurrentQueue<JsonElement> Conversation { get; } = new();

    /// <summary>Both directions of the protocol, with statuses.</summary>
    public ConcurrentQueue<JsonElement> Log { get; } = new();

    public static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <param name="config">Its settings file; null for its own default.</param>
    public static async Task<PlaygroundRun> StartAsync(string botUrl, int port, string? config = null)
    {
        var packages = NodePackages.Install(Package);
        var folder = Directory.CreateTempSubdirectory("jointdesk-playground");
        if (config is not null)
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, ".m365agentsplayground.yml"), config, Cancel);
        var address = new Uri($"http://127.0.0.1:{port}");
        var start = new ProcessStartInfo("node") { WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { Path.Combine(packages, "node_modules", ".bin", "agentsplayground"), "start", "-e", botUrl, "-c", "msteams", "-p", $"{port}", "--dt", "--su", $"{address}_connector" })
            start.ArgumentList.Add(argument);
        var run = new PlaygroundRun(Process.Start(start)!, address, folder);
        for (var tries = 0; ; tries++)
            try
            {
                Assert.Equal("pong", await run._http.GetStringAsync("/_debug/ping", Cancel));
                break;
            }
            catch (HttpRequestException) when (tries < 100 && !run._process.HasExited)
            {
                await Task.Delay(100, Cancel);
            }
        await run.ListenAsync("/_ws_conversation/v1/conversations/stream", run.Conversation);
        await run.ListenAsync("/_ws/log/stream", run.Log);
        return run;
    }

    public async Task<JsonElement> PostAsync(string path, object body)
    {
        using var response = await _http.PostAsJsonAsync(path, body, Cancel);
        var text = await response.Content.ReadAsStringAsync(Cancel);
        Assert.True(response.IsSuccessStatusCode, $"{path}: {(int)response.StatusCode} {text}");
        return text.StartsWith('{') ? JsonElement.Parse(text) : default;
    }

    public async Task<JsonElement> ConfigAsync() => (await _http.GetFromJsonAsync<JsonElement>("/_internal/v1/config", Cancel)).GetProperty("config");

    /// <summary>Waits until the user sees a message that contains this.</summary>
    /// <param name="part">Of the frame.</param>
    /// <param name="action">Or <c>updateMessage</c>.</param>
    /// <param name="where">The conversation; any where it is null.</param>
    public async Task<JsonElement> SeesAsync(string part, string action = "createMessage", string? where = null)
    {
        for (var tries = 0; tries < 200; tries++, await Task.Delay(50, Cancel))
            foreach (var frame in Conversation)
                if (frame.GetProperty("action").GetString() == action && frame.GetRawText().Contains(part, StringComparison.Ordinal)
                    && (where is null || frame.GetProperty("actionConversationId").GetString() == where))
                    return frame;
        Assert.Fail($"No {action} with {part} in {string.Join('\n', Conversation)}\n{string.Join('\n', Log)}");
        return default;
    }

    private async Task ListenAsync(string path, ConcurrentQueue<JsonElement> into)
    {
        var socket = new ClientWebSocket();
        _sockets.Add(socket);
        await socket.ConnectAsync(new(new UriBuilder(_http.BaseAddress!) { Scheme = "ws" }.Uri, path), Cancel);
        _ = Task.Run(async () =>
        {
            try
            {
                while (await socket.NextFrameAsync() is { } frame)
                    if (frame.StartsWith('{'))
                        into.Enqueue(JsonElement.Parse(frame));
            }
            catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException)
            {
            }
        }, Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var socket in _sockets)
            socket.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        _http.Dispose();
        _folder.Delete(recursive: true);
    }
}
