namespace JointDesk.BotFramework;

/// <summary>Where the bot's own token comes from.</summary>
public interface IConnectorTokens
{
    /// <returns>A bearer token, or null when the bot has no app id.</returns>
    /// <exception cref="ConnectorException">The login authority refused, or was not reached.</exception>
    ValueTask<string?> GetTokenAsync(CancellationToken cancel);
}

/// <summary>A bot without an app id sends no token; the Agents Playground and our own tests take that.</summary>
public sealed class NoConnectorTokens : IConnectorTokens
{
    public ValueTask<string?> GetTokenAsync(CancellationToken cancel) => new((string?)null);
}
