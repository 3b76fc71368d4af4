using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace JointDesk.BotFramework.Tests;

/// <summary>A Direct Line server over memory, and calls to it as a client makes them.</summary>
internal sealed class DirectLineDesk : IAsyncDisposable
{
    public static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private readonly LoopbackHost _host;

    private DirectLineDesk(LoopbackHost host, MemoryBackend backend, DirectLineTokens tokens, DirectLineTyping typing, LogLines log) =>
        (_host, Backend, Tokens, Typing, Log) = (host, backend, tokens, typing, log);

    public MemoryBackend Backend { get; }
    public DirectLineTokens Tokens { get; }
    public DirectLineTyping Typing { get; }
    public LogLines Log { get; }
    public string Origin => _host.Origin;
    public string Base => _host.Origin + "/v3/directline";

    public static async Task<DirectLineDesk> StartAsync(
        TimeProvider? time = null, DirectLineOptions? options = null, MemoryBackend? backend = null, bool files = true, string? url = null)
    {
        time ??= TimeProvider.System;
        backend ??= new();
        var tokens = new DirectLineTokens(Key, time);
        var typing = new DirectLineTyping();
        var log = new LogLines();
        var host = await LoopbackHost.StartAsync(
            services =>
            {
                services.AddSingleton<IDirectLineBackend>(backend).AddSingleton(tokens).AddSingleton(typing).AddSingleton(time).AddSingleton<ILoggerProvider>(log);
                services.AddSingleton(options ?? new() { Burst = 1000 });
                if (files)
                    services.AddSingleton<IDirectLineFiles>(backend);
            },
            app => app.MapDirectLine(),
            url);
        return new(host, backend, tokens, typing, log);
    }

    public string TokenOf(string user, string? conversation = null) => Tokens.Issue(new(user, user.ToUpperInvariant()), conversation).Token;

    public async Task<(HttpStatusCode Status, JsonElement Body)> CallAsync(string verb, string path, string? bearer, HttpContent? content = null, params (string, string)[] headers)
    {
        using var response = await SendAsync(verb, path, bearer, content, headers);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (response.StatusCode, text.Length == 0 ? default : JsonElement.Parse(text));
    }

    public Task<HttpResponseMessage> SendAsync(string verb, string path, string? bearer, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(new(verb), path.StartsWith("http", StringComparison.Ordinal) ? path : Base + path) { Content = content };
        if (bearer is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return _host.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(string conversation, string bearer, string json) =>
        CallAsync("POST", $"/conversations/{conversation}/activities", bearer, new StringContent(json, Encoding.UTF8, "application/json"));

    public async Task<ClientWebSocket> ConnectAsync(string streamUrl, string? origin = null)
    {
        var socket = new ClientWebSocket();
        if (origin is not null)
            socket.Options.SetRequestHeader("Origin", origin);
        await socket.ConnectAsync(new(streamUrl), TestContext.Current.CancellationToken);
        return socket;
    }

    public async Task<string> StreamUrlAsync(string user, string conversation, string watermark = "") =>
        (await CallAsync("GET", $"/conversations/{conversation}?watermark={watermark}", TokenOf(user))).Body.GetProperty("streamUrl").GetString()!;

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
