using JointDesk.Server.Channels;
using JointDesk.Server.Clock;
using NodaTime;

namespace JointDesk.Server.Workers;

/// <summary>Lets the workers work while the desk is open, and wakes them.</summary>
internal sealed class WorkerHost(Desk desk, DeskClock clock, AlarmClock alarms, Courier courier, Postman postman, TurnWorker turns, ChannelTurnWorker taken) : BackgroundService
{
    /// <summary>In flight there can be no turn yet, so whatever waits was cut off by the end before: it is taken up at once.</summary>
    private static readonly Duration CutOff = Turns.Grace + QueueLoop.Lease;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        desk.Changed += Wake;
        clock.Moved += Wake;
        courier.Sent += postman.Loop.Wake;
        await turns.Loop.RunAheadAsync(CutOff, cancellationToken);

        // One process has the store: what the last one had claimed and not sent is nobody's now, and is not to wait for its lease.
        await courier.Loop.RunAheadAsync(CutOff, cancellationToken);
        await postman.Loop.BeginAheadAsync(CutOff, cancellationToken);
        await taken.Loop.BeginAheadAsync(TakenActivities.Grace + QueueLoop.Lease, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        Task.Run(() => alarms.Loop.RunAsync(stoppingToken), stoppingToken),
        Task.Run(() => courier.Loop.RunAsync(stoppingToken), stoppingToken),
        Task.Run(() => postman.Loop.RunAsync(stoppingToken), stoppingToken),
        Task.Run(() => turns.Loop.RunAsync(stoppingToken), stoppingToken),
        Task.Run(() => taken.Loop.RunAsync(stoppingToken), stoppingToken));

    private void Wake()
    {
        alarms.Loop.Wake();
        courier.Loop.Wake();
        turns.Loop.Wake();
        taken.Loop.Wake();
        postman.Loop.Wake();
    }
}
