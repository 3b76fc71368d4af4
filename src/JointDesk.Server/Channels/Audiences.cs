using System.Collections.Concurrent;
using JointDesk.BotFramework;
using JointDesk.People;

namespace JointDesk.Server.Channels;

/// <summary>Which departments read a team's channel, by the channel's own roster. With a single stranger in it nothing is for all who read there.</summary>
internal sealed class Audiences(ConnectorClient connector, Accounts accounts, TimeProvider time, ILogger<Audiences> logger)
{
    /// <summary>Members come and go with a word from the channel; this is for words that got lost.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, IReadOnlyList<string> Departments)> known = new(StringComparer.Ordinal);

    /// <summary>Empty where a stranger reads, or where the channel does not tell who does.</summary>
    public async ValueTask<IReadOnlyList<string>> OfAsync(string serviceUrl, string conversation, Roster roster, CancellationToken cancel)
    {
        if (known.TryGetValue(conversation, out var found) && found.Until > time.GetUtcNow())
            return found.Departments;
        try
        {
            var departments = await AskAsync(serviceUrl, conversation, roster, cancel);
            known[conversation] = (time.GetUtcNow() + Kept, departments);
            return departments;
        }
        catch (Exception failure) when (failure is ConnectorException or ArgumentException)
        {
            logger.LogWarning("The channel did not say who reads it: {Failure}", (failure as ConnectorException)?.Code ?? failure.GetType().Name);
            return [];
        }
    }

    /// <summary>Somebody came or went.</summary>
    public void Forget(string conversation) => known.TryRemove(conversation, out _);

    private async ValueTask<IReadOnlyList<string>> AskAsync(string serviceUrl, string conversation, Roster roster, CancellationToken cancel)
    {
        var departments = new SortedSet<string>(StringComparer.Ordinal);
        await foreach (var member in connector.GetMembersAsync(serviceUrl, conversation, cancel))
        {
            if (accounts.Member(member, roster) is not { } officer)
                return [];
            departments.Add(officer.Department);
        }
        return [.. departments];
    }
}
