using System.Text.Json;
using JointDesk.BotFramework;
using NodaTime;

namespace JointDesk.Server.Channels;

/// <summary>
/// What a channel was told had been taken while its turn still goes on. It waits in a queue until the turn is done, so that a crash
/// does not lose it.
/// </summary>
internal sealed class TakenActivities(IDeskStore store, IClock clock, ILogger<TakenActivities> logger)
{
    public const string Queue = "taken";

    /// <summary>How long the turn goes on alone before it counts as cut off.</summary>
    public static readonly Duration Grace = Duration.FromSeconds(60);

    public async ValueTask KeepAsync(Activity activity, Task turn, CancellationToken cancel)
    {
        // What bears a mark is answered from memory alone. What has no id (A2033) could not be told from what its turn does meanwhile.
        if (activity.Id is not { Length: > 0 } || Speech.Of(activity) is { IsSecret: true })
            return;
        var id = ChannelTurns.TurnIdOf(activity);
        var put = new QueuePut(Queue, id, clock.GetCurrentInstant() + Grace, JsonSerializer.SerializeToUtf8Bytes(Kept(activity), ActivityJson.Options));
        await store.CommitAsync(new ChangeSet { Queued = [put] }, cancel);
        _ = ForgetAsync(id, turn);
    }

    /// <summary>A turn that fails leaves it, to be tried again.</summary>
    private async Task ForgetAsync(string id, Task turn)
    {
        try
        {
            await turn;
            await store.CommitAsync(new ChangeSet { Cancelled = [new QueueCancel(Queue, id)] }, CancellationToken.None);
        }
        catch (Exception failure)
        {
            logger.LogWarning("A turn that was taken waits to be tried again: {Failure}", failure.GetType().Name);
        }
    }

    /// <summary>Only what was looked at for marks, and what it takes to handle it.</summary>
    private static Activity Kept(Activity activity) => activity with
    {
        Attachments = null,
        Summary = null,
        Speak = null,
        Value = string.IsNullOrEmpty(activity.Text) ? activity.Value : null,
        Entities = activity.Entities?.Where(entity => Mention.From(entity) is not null).ToList(),
        SuggestedActions = null,
        More = null,
    };
}
