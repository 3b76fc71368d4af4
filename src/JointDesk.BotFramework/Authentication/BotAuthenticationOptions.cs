namespace JointDesk.BotFramework;

/// <summary>Who the bot is, and whose word it takes. The defaults are those of the public cloud; every address is a setting, for other clouds and for tests.</summary>
public sealed record BotAuthenticationOptions
{
    /// <summary>The bot's app id: the audience of every token for it.</summary>
    public required string AppId { get; init; }

    public BotAppType AppType { get; init; } = BotAppType.SingleTenant;

    /// <summary>The tenant of a single-tenant app.</summary>
    public string? TenantId { get; init; }

    /// <summary>Where the channels' signing keys are found.</summary>
    public string OpenIdMetadata { get; init; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>Who signs the channels' tokens.</summary>
    public string TokenIssuer { get; init; } = "https://api.botframework.com";

    /// <summary>The login authority for the bot's own token; by the app's type when left out.</summary>
    public string? Authority { get; init; }

    /// <summary>For what the bot's own token is asked.</summary>
    public string Scope { get; init; } = "https://api.botframework.com/.default";

    /// <summary>A secret or a certificate proves that the bot is who it says.</summary>
    public string? AppSecret { get; init; }

    /// <summary>A file with certificate and private key, PEM or PKCS #12 without a password.</summary>
    public string? CertificatePath { get; init; }

    /// <summary>Endorsements that a signing key must have besides the one for the activity's channel.</summary>
    public IReadOnlyList<string> RequiredEndorsements { get; init; } = [];

    /// <summary>How far the clocks may differ.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long fetched keys are used before they are fetched again.</summary>
    public TimeSpan KeyLifetime { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How long they are used when the issuer cannot be reached.</summary>
    public TimeSpan KeyGrace { get; init; } = TimeSpan.FromDays(5);

    /// <summary>The least time between two fetches: a stranger's made-up key id must not make the bot knock at the issuer's door.</summary>
    public TimeSpan KeyRefetch { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The login authority in force.</summary>
    /// <exception cref="ArgumentException">A single-tenant app without its tenant.</exception>
    internal string EffectiveAuthority() => Authority ?? AppType switch
    {
        BotAppType.MultiTenant => "https://login.microsoftonline.com/botframework.com",
        _ when TenantId is { Length: > 0 } tenant => "https://login.microsoftonline.com/" + tenant,
        _ => throw new ArgumentException("A single-tenant bot needs its tenant id."),
    };
}

/// <summary>How the bot is registered. New bots cannot be multi-tenant since 31 July 2025.</summary>
public enum BotAppType
{
    SingleTenant,
    MultiTenant,
}
