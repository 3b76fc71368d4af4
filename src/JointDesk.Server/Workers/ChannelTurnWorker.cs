using System.Text.Json;
using JointDesk.BotFramework;
using JointDesk.Server.Channels;

namespace JointDesk.Server.Workers;

/// <summary>
/// Takes up what a channel was told had been taken, and whose turn a crash cut off before it was done. Those of one chat are taken up in
/// order; a channel that is slow to say who someone is holds up no other.
/// </summary>
internal sealed class ChannelTurnWorker : IDeskWorker
{
    private readonly BotChannel channel;
    private readonly ChannelTurns turns;

    public ChannelTurnWorker(IDeskStore store, Desk desk, BotChannel channel, ChannelTurns turns, TimeProvider time, ILogger<ChannelTurnWorker> logger)
    {
        (this.channel, this.turns) = (channel, turns);
        Loop = new QueueLoop(store, desk.Clock, time, logger, TakenActivities.Queue, ResumeAsync) { LaneOf = item => ConnectorChat.IdOf(Read(item)) };
    }

    public QueueLoop Loop { get; }

    private async Task ResumeAsync(ClaimedItem item, CancellationToken cancel)
    {
        if (item.Attempt >= QueueLoop.FewAttempts)
        {
            await turns.ApologiseAsync(Read(item), cancel);
            throw new GivenUpException("the turn failed at each attempt");
        }
        await channel.ResumeAsync(Read(item), cancel);
        await Loop.SettleAsync(item, new Settlement.Completed(), cancel);
    }

    private static Activity Read(ClaimedItem item) => JsonSerializer.Deserialize<Activity>(item.Payload.Span, ActivityJson.Options)!;
}
