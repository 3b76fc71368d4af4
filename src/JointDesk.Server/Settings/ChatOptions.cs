using JointDesk.BotFramework;

namespace JointDesk.Server.Settings;

/// <summary>Direct Line, by which the page and other clients on the own network talk with the desk.</summary>
internal sealed record ChatOptions
{
    /// <summary>Pages of other origins (<c>https://portal.example</c>) that may call; the own page always may.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>With it another server asks for an officer's token by <c>tokens/generate</c>, 32 characters or more; null for none.</summary>
    public string? Secret { get; init; }

    /// <summary>How many messages an officer may send at once, and how many a second after that; more of them wait.</summary>
    public int Burst { get; init; } = 60;

    /// <inheritdoc cref="Burst"/>
    public int PerSecond { get; init; } = 20;

    public string? Problem =>
        Secret is { Length: < 32 } ? "DirectLine:Secret has fewer than 32 characters."
        : Burst is < 1 or > 100_000 || PerSecond is < 1 or > 100_000 ? "DirectLine:Burst and DirectLine:PerSecond are 1 to 100000."
        : AllowedOrigins.FirstOrDefault(IsNoOrigin) is { } wrong ? $"DirectLine:AllowedOrigins: {wrong} is no origin, such as https://portal.example."
        : null;

    public DirectLineOptions ToOptions() => new() { AllowedOrigins = AllowedOrigins, Secret = Secret, Burst = Burst, PerSecond = PerSecond };

    private static bool IsNoOrigin(string text) =>
        !Uri.TryCreate(text, UriKind.Absolute, out var origin) || origin.GetLeftPart(UriPartial.Authority) != text || origin.Scheme is not ("http" or "https");
}
