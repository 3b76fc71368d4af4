using System.Text.Json;

namespace JointDesk.Server.Workers;

/// <summary>Gives alarms that are due to the desk. Its decision and the end of the alarm are one commit.</summary>
internal sealed class AlarmClock : IDeskWorker
{
    private readonly Desk desk;

    public AlarmClock(IDeskStore store, Desk desk, TimeProvider time, ILogger<AlarmClock> logger)
    {
        this.desk = desk;
        Loop = new QueueLoop(store, desk.Clock, time, logger, Desk.Alarms, RingAsync);
    }

    public QueueLoop Loop { get; }

    private async Task RingAsync(ClaimedItem item, CancellationToken cancel)
    {
        var command = JsonSerializer.Deserialize<Command>(item.Payload.Span, DeskJson.Options)
            ?? throw new GivenUpException("an empty alarm");
        var settle = new QueueSettle(Desk.Alarms, item.Id, item.Fence, new Settlement.Completed());
        var call = new DeskCall($"alarm/{item.Id}/{item.Due.ToUnixTimeTicks()}", Caller.Desk, command) { Settles = settle };
        var answer = await desk.HandleAsync(call, cancel);
        if (answer.Outcome is Refusal refusal)
            throw new TryLaterException(refusal.GetType().Name);
        if (answer.Repeated)
            await Loop.SettleAsync(item, settle.How, cancel);
    }
}
