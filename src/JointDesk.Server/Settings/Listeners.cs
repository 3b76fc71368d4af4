using System.Net;

namespace JointDesk.Server.Settings;

/// <summary>Where the desk listens, as far as settings tell before it does.</summary>
internal static class Listeners
{
    public const string Default = "http://localhost:3978";

    /// <summary>Nothing was said, so the default holds.</summary>
    public static bool AreUnset(IConfiguration configuration) => !Addresses(configuration).Any() && !HasPorts(configuration);

    /// <summary>Every listener is on the loopback interface. A bare port (ASPNETCORE_HTTP_PORTS) means all interfaces.</summary>
    public static bool AreLoopback(IConfiguration configuration) => !HasPorts(configuration) && Addresses(configuration).All(IsLoopback);

    private static bool HasPorts(IConfiguration configuration) =>
        !string.IsNullOrEmpty(configuration["http_ports"]) || !string.IsNullOrEmpty(configuration["https_ports"]);

    private static IEnumerable<string> Addresses(IConfiguration configuration) =>
    [
        .. configuration["urls"]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [],
        .. configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"]).OfType<string>(),
    ];

    private static bool IsLoopback(string address)
    {
        // Wildcards (*, +) are no host names, so they are looked at as text.
        var host = address.Split("://", 2)[^1].Split('/')[0];
        host = host.StartsWith('[') ? host[1..].Split(']')[0] : host.Split(':')[0];
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));
    }
}
