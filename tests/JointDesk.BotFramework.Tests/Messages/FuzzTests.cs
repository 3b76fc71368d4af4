using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace JointDesk.BotFramework.Tests;

/// <summary>Mutated activities over HTTP, through a handler that uses all there is to use on one. The seeds are fixed; JOINTDESK_FUZZ sets the number.</summary>
public sealed class FuzzTests : IBotHandler, IActivitySender
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("JOINTDESK_FUZZ"), out var rounds) ? rounds : 20_000;

    [Fact]
    public async Task No_mutated_activity_is_answered_with_500_and_memory_does_not_grow()
    {
        await using var host = await LoopbackHost.StartAsync(
            services => services.AddSingleton<IBotHandler>(this).AddSingleton<IActivitySender>(this).AddSingleton<IBotAuthenticator, LoopbackAuthenticator>(),
            app => app.MapBotMessages());
        var statuses = await PostAsync(host.Client, "/api/messages", null, Rounds / 4, 1);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        statuses.AddRange(await PostAsync(host.Client, "/api/messages", null, Rounds - Rounds / 4, 2));
        var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.True(statuses.All(status => status.Code is < 500 or 501), statuses.FirstOrDefault(status => status.Code is >= 500 and not 501).Body);
        Assert.All(statuses, status => Assert.Contains(status.Code, new[] { 200, 400, 501 }));
        Assert.True(statuses.Count(status => status.Code == 200) > Rounds / 4, "most of them should get through");
        Assert.True(grown < 32 * 1024 * 1024, $"{grown / 1024} KiB more than before");
    }

    [Fact]
    public async Task No_mutated_activity_from_a_user_is_answered_with_500()
    {
        await using var desk = await DirectLineDesk.StartAsync(options: new() { Burst = int.MaxValue, PerSecond = int.MaxValue });
        using var client = new HttpClient { BaseAddress = new(desk.Origin) };
        var statuses = await PostAsync(client, "/v3/directline/conversations/personal-wang/activities", desk.TokenOf("wang"), Rounds / 10, 3);
        Assert.All(statuses, status => Assert.Contains(status.Code, new[] { 200, 400 }));
        Assert.Equal(200, (int)(await desk.CallAsync("GET", "/conversations/personal-wang/activities", desk.TokenOf("wang"))).Status);
    }

    [Fact]
    public async Task No_mutated_token_is_answered_with_anything_but_401()
    {
        await using var issuer = await LocalIssuer.StartAsync();
        using var http = new HttpClient();
        await using var host = await LoopbackHost.StartAsync(
            services => services.AddSingleton<IBotHandler>(this)
                .AddSingleton<IBotAuthenticator>(new ChannelAuthenticator(new() { AppId = issuer.AppId, TenantId = "t", OpenIdMetadata = issuer.Metadata }, http, TimeProvider.System)),
            app => app.MapBotMessages());
        var good = issuer.Token(DateTimeOffset.UtcNow);
        var chance = new Random(4);
        for (var i = 0; i < Rounds / 20; i++)
        {
            var token = good.ToCharArray();
            // The last character of a signature holds bits that mean nothing, so the change stays away from it.
            for (var changes = chance.Next(1, 4); changes > 0; changes--)
                token[chance.Next(token.Length - 2)] = (char)chance.Next(33, 127);
            if (new string(token) == good)
                continue;
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent("{}") };
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + new string(token));
            using var response = await host.Client.SendAsync(request, Cancel);
            Assert.True((int)response.StatusCode == 401, $"{(int)response.StatusCode} for {new string(token)}");
        }
    }

    public ValueTask<InvokeResponse?> OnActivityAsync(TurnContext turn, CancellationToken cancel)
    {
        var activity = turn.Activity;
        activity.GetPlainText("JointDesk");
        activity.MentionsRecipient("JointDesk");
        activity.ClientActivityId();
        TeamsChannelData.From(activity)?.ToJson();
        JsonSerializer.Serialize(activity.GetConversationReference(), ActivityJson.Options);
        Assert.NotNull(ActivityJson.Read(ActivityJson.Write(activity)));
        Assert.NotNull(ActivityJson.Write(activity.RemoveRecipientMention()));
        turn.Reply("ok");
        return new(activity.Name == AdaptiveCardAction.InvokeName ? AdaptiveCardAction.Answer(activity, action => AdaptiveCardAction.Message(action.Verb ?? "")) : null);
    }

    public ValueTask<string?> SendAsync(Activity activity, CancellationToken cancel) => new(ActivityJson.Write(activity).Length > 0 ? "id" : null);

    public ValueTask<string?> UpdateAsync(Activity activity, CancellationToken cancel) => throw new NotSupportedException();

    private static async Task<List<(int Code, string Body)>> PostAsync(HttpClient client, string path, string? bearer, int count, int seed)
    {
        var statuses = new ConcurrentBag<(int, string)>();
        await Parallel.ForEachAsync(Enumerable.Range(0, 8), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancel }, async (worker, cancel) =>
        {
            var mutations = new Mutations(seed * 100 + worker);
            for (var i = 0; i < count / 8; i++)
            {
                var body = mutations.Next();
                using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
                if (bearer is not null)
                    request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
                using var response = await client.SendAsync(request, cancel);
                statuses.Add(((int)response.StatusCode, (int)response.StatusCode >= 500 ? System.Text.Encoding.UTF8.GetString(body) : ""));
            }
        });
        return [.. statuses];
    }
}
