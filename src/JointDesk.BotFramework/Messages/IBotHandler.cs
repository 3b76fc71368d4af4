namespace JointDesk.BotFramework;

/// <summary>The bot behind the endpoint.</summary>
public interface IBotHandler
{
    /// <summary>
    /// Handles one activity of a known type from an admitted caller. Replies go into <see cref="TurnContext.Replies"/>; the endpoint sends
    /// them, in order, when this returns. Only an invoke needs an answer: without one the caller hears 501.
    /// </summary>
    /// <param name="turn">The activity, who vouches for it, and the replies.</param>
    /// <param name="cancel">The host stops. A caller that hangs up does not cancel a turn.</param>
    ValueTask<InvokeResponse?> OnActivityAsync(TurnContext turn, CancellationToken cancel);

    /// <summary>
    /// A turn takes longer than a channel waits, which is about to be told that its activity was taken. What must not be lost with the
    /// process is kept here. Where this throws, the channel hears 500 and brings the activity again.
    /// </summary>
    /// <param name="activity">What the turn is about.</param>
    /// <param name="turn">Ends with the turn: what was kept is needed no longer, unless it failed.</param>
    /// <param name="cancel">The host stops.</param>
    ValueTask KeepAsync(Activity activity, Task turn, CancellationToken cancel) => ValueTask.CompletedTask;
}

/// <summary>One activity on its way through the bot.</summary>
public sealed class TurnContext(Activity activity, BotCaller caller)
{
    private readonly List<Activity> _replies = [];

    public Activity Activity { get; } = activity;
    public BotCaller Caller { get; } = caller;

    /// <summary>What the bot answers, in order.</summary>
    public IReadOnlyList<Activity> Replies => _replies;

    /// <summary>Adds a reply; it is addressed to where the activity came from.</summary>
    public void Reply(Activity reply) => _replies.Add(reply.AsReplyTo(Activity));

    /// <inheritdoc cref="Reply(Activity)"/>
    public void Reply(string text) => _replies.Add(Activity.CreateReply(text));
}

/// <summary>Sends activities to where they are addressed.</summary>
public interface IActivitySender
{
    /// <returns>The id that the channel gave it, where it gave one.</returns>
    /// <exception cref="ConnectorException">The channel refused it, or could not be reached.</exception>
    ValueTask<string?> SendAsync(Activity activity, CancellationToken cancel);

    /// <summary>Puts an activity in the place of the one that has its id.</summary>
    /// <exception cref="ConnectorException">The channel refused it, cannot do it, or could not be reached.</exception>
    ValueTask<string?> UpdateAsync(Activity activity, CancellationToken cancel);
}
