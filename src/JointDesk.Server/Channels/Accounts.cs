using System.Text.Json;
using JointDesk.BotFramework;
using JointDesk.People;
using JointDesk.Server.Settings;
using NodaTime;

namespace JointDesk.Server.Channels;

/// <summary>
/// Who of the desk's officers an account on a channel is: by the setting that names it, or by the mail address that the tenant's own
/// directory has for it. What a sender says of itself counts only for test clients on this machine.
/// </summary>
internal sealed class Accounts(IDeskStore store, BotOptions options, ConnectorClient connector, IClock clock, ILogger<Accounts> logger)
{
    /// <summary>How long the channel's word for an account's address is taken before it is asked again.</summary>
    private static readonly Duration AddressKept = Duration.FromHours(12);

    public async ValueTask<Officer?> OfficerAsync(Activity activity, Roster roster, CancellationToken cancel)
    {
        if (activity.From is not { Id: { Length: > 0 } id } from || !IsBelieved(activity))
            return null;
        if (from.AadObjectId is { } aad && options.Accounts.TryGetValue(aad, out var officer))
            return roster.Officer(officer);
        if (options.AppId is null && NamedBySelf(from, roster) is { } named)
            return named;
        return roster.Named(await AddressAsync(activity, id, cancel));
    }

    /// <summary>Whom a channel's account is, as the channel's roster lists it.</summary>
    public Officer? Member(ChannelAccount member, Roster roster) =>
        member.AadObjectId is { } aad && options.Accounts.TryGetValue(aad, out var officer) ? roster.Officer(officer)
        : options.AppId is null && NamedBySelf(member, roster) is { } named ? named
        : roster.Named(AddressOf(member)) ?? roster.Named(Text(member, "userPrincipalName"));

    /// <summary>Anybody can have a directory of the own in which anybody is called anything: with an app id only the own tenant's is believed.</summary>
    private bool IsBelieved(Activity activity) => options.AppId is null
        || (activity.ChannelId == BotFramework.Channels.Teams && options.TenantId is { } tenant && Teams.TenantOf(activity) == tenant);

    private static Officer? NamedBySelf(ChannelAccount from, Roster roster) =>
        roster.Named(from.Id) ?? roster.Named(from.AadObjectId) ?? roster.Named(AddressOf(from)) ?? roster.Named(Text(from, "userPrincipalName"));

    private async ValueTask<string?> AddressAsync(Activity activity, string id, CancellationToken cancel)
    {
        var key = OnceKeys.Of("account", activity.ChannelId ?? "", Teams.TenantOf(activity) ?? "", id);
        var now = clock.GetCurrentInstant();
        if ((await store.FindAsync(KnownAccount.Documents, key, cancel)).Document is { } known && now - known.At < AddressKept)
            return known.Address;
        if (await AskAsync(activity, id, cancel) is not { } member)
            return null;
        var fresh = new KnownAccount(key, AddressOf(member) ?? Text(member, "userPrincipalName"), now);
        await store.KeepAsync(KnownAccount.Documents, key, _ => fresh, cancel);
        return fresh.Address;
    }

    /// <summary>Null where the channel does not tell: then nobody is recognised, and the next message asks again.</summary>
    private async ValueTask<ChannelAccount?> AskAsync(Activity activity, string id, CancellationToken cancel)
    {
        if (activity is not { ServiceUrl: { } url, Conversation.Id: { } conversation })
            return null;
        try
        {
            return await connector.GetMemberAsync(url, conversation, id, cancel);
        }
        catch (Exception failure) when (failure is ConnectorException or ArgumentException)
        {
            logger.LogWarning("The channel did not say who an account is: {Failure}", (failure as ConnectorException)?.Code ?? failure.GetType().Name);
            return null;
        }
    }

    private static string? AddressOf(ChannelAccount account) => Text(account, "email");

    private static string? Text(ChannelAccount account, string member) =>
        account.More?.TryGetValue(member, out var value) == true && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>The address that a channel's directory has for an account.</summary>
internal sealed record KnownAccount(string Id, string? Address, Instant At)
{
    public static readonly DocumentKind<KnownAccount> Documents = new(
        "account", a => a.Id, a => a.Address is { } address ? [new("address", Index(address))] : []);

    /// <summary>Addresses are the same whatever their case.</summary>
    public static string Index(string address) => address.ToUpperInvariant();
}
