using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using JointDesk.Store.InMemory;
using JointDesk.Talk;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace JointDesk.Server.Tests;

/// <summary>The whole host on a port of its own, over a store that the test holds, with talk replaced where a test wants it.</summary>
internal sealed class RunningDesk : IAsyncDisposable
{
    public const string Morning = "2026-11-23T09:00:00+08:00";

    private readonly WebApplication app;

    private RunningDesk(WebApplication app, IDeskStore store)
    {
        (this.app, Store) = (app, store);
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Http { get; }
    public IDeskStore Store { get; }
    public IServiceProvider Services => app.Services;

    public static async Task<RunningDesk> StartAsync(
        IDeskStore? store = null, IReceptionist? receptionist = null, INoticeWording? wording = null, params string[] settings)
    {
        var kept = store ?? new InMemoryStore();
        var app = await DeskHost.BuildAsync(
            ["--urls", "http://127.0.0.1:0", "--Demo:Clock", Morning, .. settings],
            services =>
            {
                if (receptionist is not null)
                    services.AddSingleton(receptionist);
                if (wording is not null)
                    services.AddSingleton(wording);
            },
            _ => kept);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RunningDesk(app, kept);
    }

    public async Task<HttpClient> SignInAsync(string officer)
    {
        var answer = await PostAsync("/demo/sign-in", new { officer });
        var client = new HttpClient { BaseAddress = Http.BaseAddress };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)answer["token"]!);
        return client;
    }

    public async Task<JsonNode> PostAsync(string path, object body)
    {
        using var answer = await Http.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }
}

/// <summary>An officer's client of one conversation.</summary>
internal static class Chatting
{
    public static async Task<HttpResponseMessage> SayAsync(this HttpClient client, string conversation, string text, string? clientId = null) =>
        await client.PostAsJsonAsync(
            $"/v3/directline/conversations/{conversation}/activities",
            new { type = "message", text, channelData = new { clientActivityID = clientId ?? Guid.NewGuid().ToString("N") } },
            TestContext.Current.CancellationToken);

    public static async Task<IReadOnlyList<JsonNode>> ReadAsync(this HttpClient client, string conversation)
    {
        var set = JsonNode.Parse(await client.GetStringAsync($"/v3/directline/conversations/{conversation}/activities", TestContext.Current.CancellationToken))!;
        return [.. set["activities"]!.AsArray().Select(a => a!)];
    }

    public static string Text(this JsonNode activity) => (string?)activity["text"] ?? "";
}
