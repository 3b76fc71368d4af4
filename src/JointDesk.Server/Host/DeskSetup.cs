using JointDesk.Assignments;
using JointDesk.BotFramework;
using JointDesk.Cases;
using JointDesk.Information;
using JointDesk.Meetings;
using JointDesk.People;
using JointDesk.Server.Channels;
using JointDesk.Server.Clock;
using JointDesk.Server.Feeds;
using JointDesk.Server.Retention;
using JointDesk.Server.Settings;
using JointDesk.Server.SignIn;
using JointDesk.Server.Workers;
using JointDesk.Store.LiteDb;
using JointDesk.Talk;
using NodaTime;

namespace JointDesk.Server;

/// <summary>What the desk is made of, put together by hand.</summary>
internal static class DeskSetup
{
    /// <summary>All rooms with their use cases and policies.</summary>
    public static DeskRoutes Routes(DeskOptions options) =>
        new DeskRoutes().AddPeople().AddCases().AddMeetings().AddInformation().AddAssignments(options.Ladder.ToOptions());

    public static IServiceCollection AddDesk(this IServiceCollection services, DeskSettings settings, IDeskStore store, DeskClock clock)
    {
        services.AddSingleton(settings).AddSingleton(settings.Bot).AddSingleton(settings.Demo);
        services.AddSingleton(clock).AddSingleton<IClock>(clock).AddSingleton(TimeProvider.System);

        // The host disposes what it makes, not what it is given: a store must be closed before its process ends.
        services.AddSingleton(_ => store);
        services.AddSingleton(_ => new Desk(store, Routes(settings.Desk), clock, () => Guid.NewGuid().ToString("N")) { ReceiptsKept = settings.Storage.Retention.Receipts });
        services.AddSingleton(new Receipts(settings.Storage.Retention.Receipts));
        services.AddSingleton<PublicAddress>();

        services.AddSingleton<ChatLog>().AddSingleton<Conversations>().AddSingleton<Languages>().AddSingleton<Disclosure>().AddSingleton<UnkeptLine>();
        services.AddSingleton<Turns>().AddSingleton<ConnectorChats>().AddSingleton<DeskFiles>();
        services.AddSingleton<CalendarFeeds>().AddSingleton<IFeedLinks>(s => s.GetRequiredService<CalendarFeeds>());

        services.AddSingleton<AlarmClock>().AddSingleton<Courier>().AddSingleton<Postman>().AddSingleton<TurnWorker>().AddSingleton<ChannelTurnWorker>().AddSingleton<ClockMover>();
        services.AddHostedService<WorkerHost>();
        services.AddSingleton(settings.Storage).AddSingleton(settings.Storage.Backups).AddSingleton(settings.Storage.Retention);
        services.AddSingleton<RetentionWorker>().AddHostedService(s => s.GetRequiredService<RetentionWorker>());
        return services;
    }

    /// <summary>What a store on files needs besides.</summary>
    public static IServiceCollection AddStoreWorkers(this IServiceCollection services, LiteDbStore files) => services
        .AddSingleton(s => ActivatorUtilities.CreateInstance<BackupWorker>(s, files)).AddHostedService(s => s.GetRequiredService<BackupWorker>())
        .AddHostedService<AuditHeads>();

    /// <summary>The two protocols by which officers talk with the desk.</summary>
    public static IServiceCollection AddChannels(this IServiceCollection services, DeskSettings settings, bool isDemo, byte[] tokenKey)
    {
        services.AddSingleton(settings.SignIn).AddSingleton(settings.Chat.ToOptions());
        if (settings.SignIn.Authority is not null)
            services.AddOpenIdSignIn(settings.SignIn, settings.Bot.PublicUrl);

        services.AddSingleton<IDirectLineBackend, DirectLineBackend>();
        services.AddSingleton<IDirectLineFiles>(s => s.GetRequiredService<DeskFiles>());
        services.AddSingleton(s => new DirectLineTokens(tokenKey, s.GetRequiredService<TimeProvider>()));

        services.AddSingleton<BotChannel>().AddSingleton<IBotHandler>(s => s.GetRequiredService<BotChannel>()).AddBot(settings.Bot, isDemo);
        services.AddSingleton<Accounts>().AddSingleton<Audiences>().AddSingleton<ChannelTurns>().AddSingleton<TakenActivities>();
        return services;
    }
}
