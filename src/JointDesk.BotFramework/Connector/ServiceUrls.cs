namespace JointDesk.BotFramework;

/// <summary>
/// To which service URLs the bot may send, and with them its token. A prefix is a scheme, a host, a port and whole path segments, so
/// that <c>https://smba.trafficmanager.net.example</c> is not let in by <c>https://smba.trafficmanager.net</c>.
/// </summary>
public sealed class ServiceUrls
{
    /// <summary>Teams and the other channels of Azure Bot Service, as Microsoft names them for the public cloud.</summary>
    public static IReadOnlyList<string> PublicCloud { get; } =
    [
        "https://smba.trafficmanager.net/", "https://smba.infra.gcc.teams.microsoft.com/", "https://directline.botframework.com/",
        "https://webchat.botframework.com/", "https://europe.directline.botframework.com/", "https://europe.webchat.botframework.com/",
    ];

    /// <summary>The code of a refusal to send somewhere.</summary>
    public const string NotAllowed = "ServiceUrl";

    private readonly IReadOnlyList<Uri> _prefixes;
    private readonly bool _takesThisMachine;
    private volatile Allowed? _last;

    /// <param name="prefixes">Absolute https addresses; plain http is taken for this machine only.</param>
    /// <exception cref="ArgumentException">A prefix is none of these.</exception>
    public ServiceUrls(params IEnumerable<string> prefixes) =>
        _prefixes = [.. prefixes.Select(prefix => Parse(prefix) ?? throw new ArgumentException($"'{prefix}' is no https address."))];

    private ServiceUrls(bool takesThisMachine) => (_prefixes, _takesThisMachine) = ([], takesThisMachine);

    /// <summary>Any port of this machine, for emulators that choose their own. Only for a bot that has no token to lose.</summary>
    public static ServiceUrls ThisMachine { get; } = new(takesThisMachine: true);

    /// <summary>The base address of the connector with a slash at its end.</summary>
    /// <exception cref="ConnectorException">The address is missing, malformed or not allowed.</exception>
    public Uri Allow(string? serviceUrl)
    {
        // Channels have a handful of them, and each is looked at with every message.
        if (_last is { } last && last.Text == serviceUrl)
            return last.Url;
        var allowed = Check(serviceUrl);
        _last = new(serviceUrl!, allowed);
        return allowed;
    }

    private Uri Check(string? serviceUrl)
    {
        var url = Parse(serviceUrl) ?? throw new ConnectorException("The service URL is missing or is no https address.") { Status = 400, Code = NotAllowed };
        return (_takesThisMachine && url.IsLoopback) || _prefixes.Any(prefix => Covers(prefix, url))
            ? url
            : throw new ConnectorException($"The service URL's host {url.Host} is not among those that the bot may send to.") { Status = 400, Code = NotAllowed };
    }

    private static bool Covers(Uri prefix, Uri url) =>
        prefix.Scheme == url.Scheme && prefix.Port == url.Port
        && prefix.IdnHost.Equals(url.IdnHost, StringComparison.OrdinalIgnoreCase)
        && url.AbsolutePath.StartsWith(prefix.AbsolutePath, StringComparison.Ordinal);

    private static Uri? Parse(string? text) =>
        Uri.TryCreate(text?.TrimEnd('/') + "/", UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
        && url is { UserInfo: "", Query: "", Fragment: "" } ? url : null;

    private sealed record Allowed(string Text, Uri Url);
}
