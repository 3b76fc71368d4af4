namespace JointDesk.BotFramework;

/// <summary>How patiently activities are sent.</summary>
public sealed record SendingOptions
{
    /// <summary>How often one activity is tried in all.</summary>
    public int Tries { get; init; } = 4;

    /// <summary>The first wait between tries, doubled each time and made unequal by chance, where the channel does not say how long.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest of these waits.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>A channel that wants to be left alone for longer than this is; the caller hears of it and tries again later.</summary>
    public TimeSpan LongestRetryAfter { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How many activities in which time a conversation of Teams takes from one bot, by its documentation.</summary>
    public IReadOnlyList<SendRate> TeamsRates { get; init; } =
        [new(7, TimeSpan.FromSeconds(1)), new(8, TimeSpan.FromSeconds(2)), new(60, TimeSpan.FromSeconds(30)), new(1800, TimeSpan.FromHours(1))];
}

/// <summary>At most so many in any span of this length.</summary>
public readonly record struct SendRate(int Count, TimeSpan Within);
