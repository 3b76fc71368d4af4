using System.Text.Encodings.Web;
using JointDesk.BotFramework;
using JointDesk.Server.Api;
using JointDesk.Server.Channels;
using JointDesk.Server.Clock;
using JointDesk.Server.Demo;
using JointDesk.Server.Feeds;
using JointDesk.Server.Import;
using JointDesk.Server.Settings;
using JointDesk.Server.SignIn;
using JointDesk.Store;
using JointDesk.Store.Caching;
using JointDesk.Store.LiteDb;
using Microsoft.Extensions.FileProviders;

namespace JointDesk.Server;

/// <summary>The desk as a program that listens: settings, store, seed, then what is served.</summary>
internal static class DeskHost
{
    private const int LargestBody = 1024 * 1024;

    /// <summary>Opens the store and puts the desk together. Throws, with one line for people, where it cannot begin.</summary>
    /// <param name="replace">For tests: registered last, so that it wins.</param>
    /// <param name="open">For tests: another store.</param>
    public static async Task<WebApplication> BuildAsync(
        string[] args, Action<IServiceCollection>? replace = null, Func<StoreOptions, IDeskStore>? open = null)
    {
        var builder = CreateBuilder(args);
        var settings = DeskSettings.Read(builder.Configuration);
        var isDemo = settings.Demo.Enabled ?? Listeners.AreLoopback(builder.Configuration);
        if (Listeners.AreUnset(builder.Configuration))
            builder.WebHost.UseUrls(Listeners.Default);

        var clock = new DeskClock(TimeProvider.System);
        var options = StoreOf(settings, clock);
        if (open is null)
            Directory.CreateDirectory(Path.GetDirectoryName(options.Path)!);
        var files = open is null ? LiteDbStore.Open(options) : null;
        // This process has the files to itself.
        var store = files is null ? open!(options) : new CachedStore(files);
        try
        {
            await clock.ResumeAsync(store, isDemo ? settings.Demo.Start : null);
            await Seed.LoadAsync(store, clock, settings.Desk);
            builder.Services.AddDesk(settings, store, clock).AddTalk(settings.Understanding).AddChannels(settings, isDemo, await SigningKey.OfAsync(store));
            builder.Services.AddOpenApi("v1");
            builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
            if (files is not null)
                builder.Services.AddStoreWorkers(files);
            replace?.Invoke(builder.Services);
            var app = builder.Build();
            Serve(app, isDemo, settings.SignIn);
            return app;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    public static StoreOptions StoreOf(DeskSettings settings, NodaTime.IClock clock)
    {
        var path = Path.GetFullPath(settings.Storage.Path);
        return new StoreOptions(path, settings.Storage.Passphrase) { Clock = clock, TakesOrders = true, Report = line => Console.Error.WriteLine(line) };
    }

    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, WebRootPath = WebRoot });
        // The defaults of a settings file that nobody has written.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning);
        // A failed start is said in one line by whoever started it.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.Logging.AddSimpleConsole(options => options.SingleLine = true);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        return builder;
    }

    private static string WebRoot => Path.Combine(AppContext.BaseDirectory, "wwwroot");

    private static void Serve(WebApplication app, bool isDemo, SignInOptions signIn)
    {
        app.UseGuard();
        if (Directory.Exists(WebRoot))
        {
            var files = new PhysicalFileProvider(WebRoot);
            app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
            app.UseStaticFiles(new StaticFileOptions { FileProvider = files });
        }
        app.UseRouting();
        app.MapHealth();
        app.MapBotMessages();
        app.MapFiles();
        app.MapFeeds();
        app.MapApi();
        app.MapDirectLine();
        app.MapSignIn(signIn);
        if (isDemo)
            app.MapDemo();
    }
}
