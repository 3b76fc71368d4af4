using System.Net.Http.Headers;
using System.Text.Json;
using JointDesk.BotFramework;
using JointDesk.Store;
using JointDesk.Store.LiteDb;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace JointDesk.Benchmarks.Bots;

/// <summary>The servers that are measured against each other, each to be run in a process of its own.</summary>
internal static class Servers
{
    /// <summary>Stands for the Bot Connector: takes each reply and gives it an id.</summary>
    public static Task Connector(string address)
    {
        var app = Empty(address);
        app.Run(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            context.Response.StatusCode = StatusCodes.Status201Created;
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = 10;
            await context.Response.Body.WriteAsync("""{"id":"1"}"""u8.ToArray());
        });
        return app.RunAsync();
    }

    /// <summary>What an echo turn takes at least: the same JSON parsed, a reply built and posted, no protocol looked after.</summary>
    public static Task Bare(string address)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        var app = Empty(address);
        app.UseRouting();
        app.MapPost("/api/messages", async context =>
        {
            var activity = (await JsonSerializer.DeserializeAsync<Activity>(context.Request.Body, ActivityJson.Options))!;
            using var content = new ByteArrayContent(ActivityJson.Write(activity.CreateReply("echo: " + activity.Text)));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            var path = $"{activity.ServiceUrl}v3/conversations/{Uri.EscapeDataString(activity.Conversation!.Id!)}/activities/{activity.Id}";
            using var answer = await http.PostAsync(path, content);
            context.Response.StatusCode = answer.IsSuccessStatusCode ? StatusCodes.Status200OK : StatusCodes.Status502BadGateway;
        });
        return app.RunAsync();
    }

    /// <summary>An echo bot on this project's library, as it comes: protocol, once by id, lanes and rates of sending.</summary>
    public static Task Echo(string address) => Bot(address, new EchoBot(null));

    /// <summary>The same, where each turn is committed and synced before it is answered: that it was handled, and what came of it.</summary>
    public static async Task Durable(string address)
    {
        await using var store = LiteDbStore.Open(new StoreOptions(Environment.GetEnvironmentVariable("Storage__Path")!));
        await Bot(address, new EchoBot(store));
    }

    private static Task Bot(string address, IBotHandler handler)
    {
        var app = Empty(address, services => services.AddBotFramework(null, ServiceUrls.ThisMachine).AddSingleton(handler));
        app.UseRouting();
        app.MapBotMessages();
        return app.RunAsync();
    }

    private static WebApplication Empty(string address, Action<IServiceCollection>? services = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls(address);
        builder.Services.AddRoutingCore().AddLogging();
        services?.Invoke(builder.Services);
        return builder.Build();
    }

    private sealed class EchoBot(IDeskStore? store) : IBotHandler
    {
        private static readonly DocumentKind<Said> Documents = new("said", s => s.Id);

        public async ValueTask<InvokeResponse?> OnActivityAsync(TurnContext turn, CancellationToken cancel)
        {
            var (activity, text) = (turn.Activity, turn.Activity.GetPlainText());
            if (store is not null)
                await KeepAsync(activity, text, cancel);
            turn.Reply("echo: " + text);
            return null;
        }

        private async ValueTask KeepAsync(Activity activity, string text, CancellationToken cancel)
        {
            var said = new Said($"{activity.Conversation!.Id}|{activity.Id}", text);
            var result = await store!.CommitAsync(new ChangeSet
            {
                OnceKeys = [new OnceKey("turn/" + said.Id, SystemClock.Instance.GetCurrentInstant() + Duration.FromDays(7), Array.Empty<byte>())],
                Puts = [new PutDocument(Documents.Name, said.Id, 0, [], Documents.Write(said))],
            }, cancel);
            if (result is not Committed)
                throw new InvalidOperationException("not committed");
        }

        private sealed record Said(string Id, string Text);
    }
}
