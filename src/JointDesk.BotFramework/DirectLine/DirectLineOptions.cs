namespace JointDesk.BotFramework;

/// <summary>Limits and doors of the Direct Line server.</summary>
public sealed record DirectLineOptions
{
    /// <summary>A larger activity is answered with 413. Bytes.</summary>
    public int MaxActivityBytes { get; init; } = 256 * 1024;

    /// <summary>All parts of an upload together. Bytes.</summary>
    public long MaxUploadBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>How many activities are handed out at once.</summary>
    public int PageSize { get; init; } = 200;

    /// <summary>How often an idle stream carries an empty frame, so that both ends notice a dead one.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Pages of other origins (<c>https://desk.example</c>) that may call; the own origin always may.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>With it a server asks for a user's token by <c>tokens/generate</c>; without one, nobody does.</summary>
    public string? Secret { get; init; }

    /// <summary>How many activities a user may send at once, and how many a second after that. More of them wait: DirectLineJS gives up on a 429.</summary>
    public int Burst { get; init; } = 20;

    /// <inheritdoc cref="Burst"/>
    public int PerSecond { get; init; } = 5;

    /// <summary>How many of a user's posts may wait; only beyond this the answer is 429.</summary>
    public int MaxWaiting { get; init; } = 60;
}
