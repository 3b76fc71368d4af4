using System.Net;

namespace JointDesk.Server.Settings;

/// <summary>How officers sign in to the page outside of the demo: at an OpenID Connect issuer, or at a reverse proxy that says who they are.</summary>
internal sealed record SignInOptions
{
    /// <summary>The issuer's address; its metadata lies at <c>/.well-known/openid-configuration</c>. Null for none.</summary>
    public string? Authority { get; init; }

    public string? ClientId { get; init; }
    public string? ClientSecret { get; init; }

    /// <summary>The claim that names the officer, by the directory's id or mail address.</summary>
    public string Claim { get; init; } = "email";

    public IReadOnlyList<string> Scopes { get; init; } = ["openid", "profile", "email"];

    /// <summary>How long an officer stays signed in. Hours, 1 to 24.</summary>
    public int Hours { get; init; } = 12;

    /// <summary>The header in which a reverse proxy names the officer; null for none.</summary>
    public string? ProxyHeader { get; init; }

    /// <summary>Addresses or networks (<c>10.0.0.5</c>, <c>10.1.0.0/16</c>) whose header is believed; nobody else's is.</summary>
    public IReadOnlyList<string> ProxyAddresses { get; init; } = [];

    public IReadOnlyList<IPNetwork> ProxyNetworks => [.. ProxyAddresses.Select(text => Parse(text) ?? throw new SettingsException(NoAddress(text)))];

    public string? Problem =>
        Authority is not null && !Uri.TryCreate(Authority, UriKind.Absolute, out _) ? "SignIn:Authority is no address."
        : Authority is not null && new Uri(Authority) is { IsLoopback: false, Scheme: not "https" } ? "SignIn:Authority is no https address."
        : Authority is not null && ClientId is null ? "SignIn:Authority needs SignIn:ClientId."
        : string.IsNullOrWhiteSpace(Claim) ? "SignIn:Claim is empty."
        : Hours is < 1 or > 24 ? "SignIn:Hours is 1 to 24."
        : (ProxyHeader is null) != (ProxyAddresses.Count == 0) ? "SignIn:ProxyHeader and SignIn:ProxyAddresses go together."
        : ProxyAddresses.FirstOrDefault(text => Parse(text) is null) is { } wrong ? NoAddress(wrong)
        : null;

    private static string NoAddress(string text) => $"SignIn:ProxyAddresses: {text} is no address and no network.";

    /// <summary>An address alone is a network of one.</summary>
    private static IPNetwork? Parse(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;
}
