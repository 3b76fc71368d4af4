using JointDesk.BotFramework;

namespace JointDesk.Server.Settings;

/// <summary>The desk as a bot on Teams and other channels.</summary>
internal sealed record BotOptions
{
    private const string SingleTenant = "SingleTenant";
    private const string MultiTenant = "MultiTenant";

    /// <summary>Null: no channel may post, except from this machine while the demo is on.</summary>
    public string? AppId { get; init; }

    /// <summary><c>SingleTenant</c> or <c>MultiTenant</c>.</summary>
    public string AppType { get; init; } = SingleTenant;

    public string? TenantId { get; init; }
    public string? AppSecret { get; init; }
    public string? CertificatePath { get; init; }

    /// <summary>Where the keys of inbound tokens are named; null for the public cloud's.</summary>
    public string? OpenIdMetadata { get; init; }

    public string? TokenIssuer { get; init; }

    /// <summary>Who gives out the bot's own tokens; null for the public cloud's.</summary>
    public string? Authority { get; init; }

    public string? Scope { get; init; }

    /// <summary>Endorsements that a signing key must have besides the one for the activity's channel.</summary>
    public IReadOnlyList<string> RequiredEndorsements { get; init; } = [];

    /// <summary>Prefixes to which the bot may send; null for those of the public cloud.</summary>
    public IReadOnlyList<string>? ServiceUrls { get; init; }

    /// <summary>The address under which channels reach the desk, for links to calendar files; null: where it listens.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>Officers by their Entra object id, where the directory's mail address does not tell who somebody is.</summary>
    public IReadOnlyDictionary<string, string> Accounts { get; init; } = new Dictionary<string, string>();

    /// <summary>Channels of Teams by the department or case whose channel they are: what is owed to it is posted there.</summary>
    public IReadOnlyDictionary<string, string> Channels { get; init; } = new Dictionary<string, string>();

    /// <summary>How tokens are checked and asked for; null without an app id.</summary>
    public BotAuthenticationOptions? ToAuthentication()
    {
        if (AppId is null)
            return null;
        var own = new BotAuthenticationOptions { AppId = AppId };
        return own with
        {
            AppType = AppType == MultiTenant ? BotAppType.MultiTenant : BotAppType.SingleTenant,
            TenantId = TenantId,
            AppSecret = AppSecret,
            CertificatePath = CertificatePath,
            OpenIdMetadata = OpenIdMetadata ?? own.OpenIdMetadata,
            TokenIssuer = TokenIssuer ?? own.TokenIssuer,
            Authority = Authority,
            Scope = Scope ?? own.Scope,
            RequiredEndorsements = RequiredEndorsements,
        };
    }

    public string? Problem =>
        AppType is not (SingleTenant or MultiTenant) ? "Bot:AppType is SingleTenant or MultiTenant."
        : AppId is not null && AppSecret is null && CertificatePath is null ? "Bot:AppId needs Bot:AppSecret or Bot:CertificatePath."
        : AppSecret is not null && CertificatePath is not null ? "Bot:AppSecret and Bot:CertificatePath are both set: one of them."
        : CertificatePath is { } file && !File.Exists(file) ? $"Bot:CertificatePath: there is no file {file}."
        : AppId is not null && AppType == SingleTenant && TenantId is null ? "Bot:AppId of a SingleTenant bot needs Bot:TenantId."
        : PublicUrl is not null && !Uri.TryCreate(PublicUrl, UriKind.Absolute, out _) ? "Bot:PublicUrl is no address."
        : ProblemOf(ServiceUrls);

    private static string? ProblemOf(IReadOnlyList<string>? prefixes)
    {
        try
        {
            _ = new ServiceUrls(prefixes ?? []);
            return null;
        }
        catch (ArgumentException wrong)
        {
            return $"Bot:ServiceUrls: {wrong.Message}";
        }
    }
}
