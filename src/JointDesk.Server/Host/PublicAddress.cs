using JointDesk.Server.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace JointDesk.Server;

/// <summary>Under which address the desk is reached, for links in what is sent when nobody is asking. A request's Host header is not
/// trusted with that: it would let a caller choose where other people's links lead.</summary>
internal sealed class PublicAddress(IServer server, BotOptions options)
{
    public Uri Url => new(options.PublicUrl ?? (Listening is [var first, ..] ? first : Listeners.Default));

    /// <summary>Where it listens, once it does.</summary>
    public IReadOnlyList<string> Listening =>
        [.. server.Features.Get<IServerAddressesFeature>()?.Addresses.Select(Named) ?? []];

    /// <summary>All interfaces are no address that one could open.</summary>
    private static string Named(string address) =>
        address.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal)
            .Replace("//+", "//localhost", StringComparison.Ordinal).Replace("//*", "//localhost", StringComparison.Ordinal);
}
