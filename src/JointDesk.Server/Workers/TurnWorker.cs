using System.Text.Json;
using JointDesk.Server.Channels;

namespace JointDesk.Server.Workers;

/// <summary>Takes up turns that a crash or a failure cut off, and apologises where one cannot be handled at all.</summary>
internal sealed class TurnWorker : IDeskWorker
{
    private readonly Turns turns;

    public TurnWorker(IDeskStore store, Desk desk, Turns turns, TimeProvider time, ILogger<TurnWorker> logger)
    {
        this.turns = turns;
        Loop = new QueueLoop(store, desk.Clock, time, logger, Turns.Queue, ResumeAsync);
    }

    public QueueLoop Loop { get; }

    private async Task ResumeAsync(ClaimedItem item, CancellationToken cancel)
    {
        var pending = JsonSerializer.Deserialize<PendingTurn>(item.Payload.Span, DeskJson.Options) ?? throw new GivenUpException("an empty turn");
        if (item.Attempt >= QueueLoop.FewAttempts)
        {
            await turns.ApologiseAsync(pending, cancel);
            throw new GivenUpException("the turn failed at each attempt");
        }
        if (!await turns.ResumeAsync(pending, cancel))
            throw new GivenUpException("there is nothing left to answer");
    }
}
