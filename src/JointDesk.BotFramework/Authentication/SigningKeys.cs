using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace JointDesk.BotFramework;

/// <summary>
/// The issuer's keys by its OpenID metadata: fetched when needed, renewed by age, and fetched anew for a key id that is not known, at
/// a limited rate. While the issuer is out of reach, known keys stay good for a few days; without any, everything is refused (503).
/// </summary>
internal sealed class SigningKeys(BotAuthenticationOptions options, IDocumentRetriever documents, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _fetching = new(1, 1);
    private Fetched? _keys;
    private DateTimeOffset _lastTry = DateTimeOffset.MinValue;

    /// <summary>The keys, among them the one with this id if the issuer has it.</summary>
    /// <exception cref="KeysUnavailableException">There are none, and the issuer is not reached.</exception>
    public async ValueTask<IReadOnlyCollection<JsonWebKey>> GetAsync(string? keyId, CancellationToken cancel)
    {
        if (_keys is { } known && Suits(known, keyId))
            return known.Keys;
        await _fetching.WaitAsync(cancel);
        try
        {
            if (_keys is not { } current || !Suits(current, keyId))
                await FetchAsync(cancel);
            return _keys is { } usable && time.GetUtcNow() - usable.At < options.KeyGrace ? usable.Keys : throw new KeysUnavailableException();
        }
        finally
        {
            _fetching.Release();
        }
    }

    private bool Suits(Fetched keys, string? keyId) =>
        time.GetUtcNow() - keys.At < options.KeyLifetime && (keyId is null || keys.Keys.Any(key => key.Kid == keyId));

    private async Task FetchAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (now - _lastTry < options.KeyRefetch)
            return;
        _lastTry = now;
        try
        {
            var configuration = await OpenIdConnectConfigurationRetriever.GetAsync(options.OpenIdMetadata, documents, cancel);
            // A list without keys is a fault at the other end, and no reason to forget those that worked.
            if (configuration.JsonWebKeySet?.Keys is { Count: > 0 } keys)
                _keys = new([.. keys], now);
        }
        catch (Exception unreachable) when (unreachable is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            LastFailure = unreachable;
        }
    }

    /// <summary>Why the last fetch failed; for the log.</summary>
    public Exception? LastFailure { get; private set; }

    public void Dispose() => _fetching.Dispose();

    private sealed record Fetched(IReadOnlyCollection<JsonWebKey> Keys, DateTimeOffset At);
}

/// <summary>No signing key can be had, so that no token can be checked.</summary>
internal sealed class KeysUnavailableException : Exception;
