using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Tokens;

namespace JointDesk.BotFramework;

/// <summary>
/// Checks what the channels of Azure Bot Service send: a JWT, signed with RSA by the issuer's key, for this bot, in its time; and then
/// that the activity comes from the channel and the service URL that the token speaks for. Tokens of the emulator and of skills are
/// not taken.
/// </summary>
public sealed class ChannelAuthenticator : IBotAuthenticator, IDisposable
{
    private const int MaxTokenLength = 16 * 1024;
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = MaxTokenLength };

    private readonly BotAuthenticationOptions _options;
    private readonly SigningKeys _keys;
    private readonly TimeProvider _time;

    /// <param name="options">Who the bot is.</param>
    /// <param name="http">For the issuer's metadata. Plain http is spoken with this machine only.</param>
    /// <param name="time">The clock by which tokens end.</param>
    /// <exception cref="ArgumentException">An option is missing.</exception>
    public ChannelAuthenticator(BotAuthenticationOptions options, HttpClient http, TimeProvider time)
    {
        if (string.IsNullOrWhiteSpace(options.AppId) || string.IsNullOrWhiteSpace(options.TokenIssuer))
            throw new ArgumentException("Token checks need an app id and an issuer.", nameof(options));
        options.EffectiveAuthority();
        var isLocal = Uri.TryCreate(options.OpenIdMetadata, UriKind.Absolute, out var metadata) && metadata.IsLoopback;
        (_options, _time) = (options, time);
        _keys = new(options, new HttpDocumentRetriever(http) { RequireHttps = !isLocal }, time);
    }

    public async ValueTask<Admission> AdmitAsync(HttpRequest request, CancellationToken cancel)
    {
        if (request.Headers.Authorization is not [{ Length: > 0 } header])
            return Unauthorized("there is no authorization header, or more than one");
        if (header.Split(' ') is not ["Bearer", { Length: > 0 and <= MaxTokenLength } token])
            return Unauthorized("the header is no bearer token of a sensible length");
        try
        {
            return await CheckAsync(token, cancel);
        }
        catch (KeysUnavailableException)
        {
            return new Admission.Refused(StatusCodes.Status503ServiceUnavailable, $"the signing keys are out of reach: {_keys.LastFailure?.GetType().Name}");
        }
        catch (Exception odd) when (odd is SecurityTokenException or ArgumentException or FormatException or JsonException)
        {
            // The libraries throw these for text that only looks like a token; the official SDK lets them out as a 500.
            return Unauthorized($"the token cannot be read: {odd.GetType().Name}");
        }
    }

    public Admission.Refused? Confirm(BotCaller caller, Activity activity)
    {
        if (!string.Equals(caller.ServiceUrl, activity.ServiceUrl, StringComparison.OrdinalIgnoreCase))
            return Forbidden("the activity has another service URL than the token");
        var endorsements = caller.Endorsements ?? [];
        if (activity.ChannelId is { Length: > 0 } channel && !endorsements.Contains(channel, StringComparer.Ordinal))
            return Forbidden("the signing key is not endorsed for the activity's channel");
        return _options.RequiredEndorsements.All(required => endorsements.Contains(required, StringComparer.Ordinal)) ? null
            : Forbidden("the signing key lacks a required endorsement");
    }

    public void Dispose() => _keys.Dispose();

    private async Task<Admission> CheckAsync(string text, CancellationToken cancel)
    {
        if (!Handler.CanReadToken(text))
            return Unauthorized("the token is no JWT");
        var kid = Handler.ReadJsonWebToken(text).Kid;
        var keys = await _keys.GetAsync(string.IsNullOrEmpty(kid) ? null : kid, cancel);
        var result = await Handler.ValidateTokenAsync(text, new TokenValidationParameters
        {
            ValidIssuer = _options.TokenIssuer,
            ValidAudience = _options.AppId,
            IssuerSigningKeys = keys,
            ValidAlgorithms = Algorithms,
            TryAllIssuerSigningKeys = false,
            ValidateIssuerSigningKey = true,
            IssuerSigningKeyValidator = (key, _, _) => key is JsonWebKey { X5c: var certificates } && certificates.All(IsInItsTime),
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            LifetimeValidator = (from, until, _, _) => IsInItsTime(from, until),
        });
        if (!result.IsValid || result.SecurityToken is not JsonWebToken token)
            return Unauthorized($"the token is not valid: {result.Exception?.GetType().Name}");
        if (!token.TryGetPayloadValue("serviceurl", out string serviceUrl) || string.IsNullOrEmpty(serviceUrl))
            return Forbidden("the token names no service URL");
        var endorsements = EndorsementsOf(keys.FirstOrDefault(key => key.Kid == token.Kid));
        return endorsements.Count == 0 ? Forbidden("the signing key has no endorsements") : new Admission.Granted(new(false, serviceUrl, endorsements));
    }

    /// <summary>RFC 7517 section 4.7: a key may come with the certificate that vouches for it, and is good for as long as that.</summary>
    private bool IsInItsTime(string x5c)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(x5c));
            return IsInItsTime(certificate.NotBefore.ToUniversalTime(), certificate.NotAfter.ToUniversalTime());
        }
        catch (Exception unreadable) when (unreadable is FormatException or CryptographicException)
        {
            return false;
        }
    }

    private bool IsInItsTime(DateTime? from, DateTime? until)
    {
        var now = _time.GetUtcNow().UtcDateTime;
        return until is { } end && now < end + _options.ClockSkew && (from is not { } start || now >= start - _options.ClockSkew);
    }

    /// <summary>A member of Microsoft's key documents: the channels for which a key may sign.</summary>
    private static IReadOnlyList<string> EndorsementsOf(JsonWebKey? key) => key?.AdditionalData.TryGetValue("endorsements", out var found) == true
        ? found switch
        {
            JsonElement { ValueKind: JsonValueKind.Array } array => [.. array.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.String).Select(e => e.GetString()!)],
            IEnumerable<object> list => [.. list.OfType<string>()],
            _ => [],
        }
        : [];

    private static Admission.Refused Unauthorized(string reason) => new(StatusCodes.Status401Unauthorized, reason);

    private static Admission.Refused Forbidden(string reason) => new(StatusCodes.Status403Forbidden, reason);
}
