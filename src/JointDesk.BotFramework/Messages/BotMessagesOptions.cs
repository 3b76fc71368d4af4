namespace JointDesk.BotFramework;

/// <summary>Limits of the endpoint that channels post to.</summary>
public sealed record BotMessagesOptions
{
    /// <summary>A larger body is answered with 413. Bytes; the connector's own limit is 256 KiB.</summary>
    public int MaxBodyBytes { get; init; } = 256 * 1024;

    /// <summary>
    /// After this long an ordinary activity is answered with 200 while its turn goes on: a channel that waits 15 s for an answer sends
    /// the activity again.
    /// </summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long an activity's id is remembered, so that one sent again is handled once.</summary>
    public TimeSpan Memory { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How many ids are remembered; the oldest go first.</summary>
    public int MaxRemembered { get; init; } = 4096;
}
