using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace JointDesk.Server.Tests;

/// <summary>A Bot Connector over real HTTP: gives ids, has a roster, and refuses what a test wants refused.</summary>
internal sealed class FakeConnector : IAsyncDisposable
{
    private readonly WebApplication app;
    private int last;

    private FakeConnector(WebApplication app) => this.app = app;

    public string Url => app.Urls.First() + "/teams/";
    public ConcurrentQueue<ConnectorCall> Calls { get; } = new();
    public List<object> Members { get; } = [];

    /// <summary>What is answered instead of 201; null for the usual.</summary>
    public Func<ConnectorCall, Task<IResult?>> Answer { get; set; } = _ => Task.FromResult<IResult?>(null);

    public static async Task<FakeConnector> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore().AddLogging(logging => logging.ClearProviders());
        var connector = new FakeConnector(builder.Build());
        connector.app.Run(connector.TakeAsync);
        await connector.app.StartAsync(TestContext.Current.CancellationToken);
        return connector;
    }

    public IReadOnlyList<string> Texts(string conversation) => [.. Calls.Where(c => c.Conversation == conversation).Select(c => (string?)c.Body?["text"] ?? "")];

    public async Task<ConnectorCall> NextAsync(Func<ConnectorCall, bool> which)
    {
        for (var tries = 0; tries < 400; tries++, await Task.Delay(25, TestContext.Current.CancellationToken))
            if (Calls.FirstOrDefault(which) is { } call)
                return call;
        Assert.Fail($"Not called like that: {string.Join('\n', Calls)}");
        throw new InvalidOperationException();
    }

    private async Task TakeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync();
        var call = new ConnectorCall(
            context.Request.Method, Uri.UnescapeDataString(context.Request.Path), context.Request.Headers.Authorization, text.Length == 0 ? null : JsonNode.Parse(text));
        Calls.Enqueue(call);
        if (await Answer(call) is { } other)
            await other.ExecuteAsync(context);
        else if (call.Path.EndsWith("/pagedmembers", StringComparison.Ordinal))
            await context.Response.WriteAsJsonAsync(new { members = Members });
        else if (call.Path.Contains("/members/", StringComparison.Ordinal))
            await context.Response.WriteAsJsonAsync(Members.Find(m => m.ToString()!.Contains(call.Path.Split('/')[^1], StringComparison.Ordinal)) ?? new { });
        else
            await Results.Json(new { id = $"a:{Interlocked.Increment(ref last)}", activityId = $"{last}" }, statusCode: 201).ExecuteAsync(context);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }
}

internal sealed record ConnectorCall(string Method, string Path, string? Authorization, JsonNode? Body)
{
    /// <summary>The conversation in the path; empty for what makes a new one.</summary>
    public string Conversation => Path.Split("/v3/conversations/") is [_, var rest] ? rest.Split('/')[0] : "";

    public string Text => (string?)Body?["text"] ?? (string?)Body?["activity"]?["text"] ?? "";
}
