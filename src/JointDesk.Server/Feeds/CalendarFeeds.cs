using System.Security.Cryptography;
using JointDesk.Talk;

namespace JointDesk.Server.Feeds;

/// <summary>Calendars to subscribe to, each under an address that only its owner is told.</summary>
internal sealed class CalendarFeeds(IDeskStore store, PublicAddress address) : IFeedLinks
{
    public async ValueTask<string> OfOfficerAsync(string officer, CancellationToken cancel = default) =>
        new Uri(address.Url, PathOf(await SecretAsync(Recipient.Officer(officer), cancel))).ToString();

    public async ValueTask<string> PathOfAsync(Recipient owner, CancellationToken cancel) => PathOf(await SecretAsync(owner, cancel));

    /// <summary>Whose feed it is; null for a secret that opens none.</summary>
    public async ValueTask<Recipient?> OwnerAsync(string secret, CancellationToken cancel)
    {
        if (secret.Length != 43 || !secret.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            return null;
        var found = await store.ListAsync(Feed.Documents, "secret", secret, cancel);
        return found is [var feed] ? feed.Owner : null;
    }

    private static string PathOf(string secret) => $"/calendar/{secret}.ics";

    private async ValueTask<string> SecretAsync(Recipient owner, CancellationToken cancel)
    {
        var id = Feed.IdOf(owner);
        var feed = await store.KeepAsync(Feed.Documents, id, known => known is null ? new Feed(id, owner, NewSecret()) : null, cancel);
        return feed!.Secret;
    }

    private static string NewSecret() => System.Buffers.Text.Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}

/// <summary>An officer's or a department's feed. Whoever knows the secret may read it: calendar programs send no token.</summary>
internal sealed record Feed(string Id, Recipient Owner, string Secret)
{
    public static readonly DocumentKind<Feed> Documents = new("feed", f => f.Id, f => [new("secret", f.Secret)]);

    public static string IdOf(Recipient owner) => $"{owner.Kind}/{owner.Id}";
}
