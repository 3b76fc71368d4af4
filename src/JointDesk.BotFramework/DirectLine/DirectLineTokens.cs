using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace JointDesk.BotFramework;

/// <summary>
/// Signed tokens (JWT, HS256) that hold user, scope and end, so that they outlive a restart as long as the key does. The claim
/// <c>user</c> is what Web Chat looks for: with it the page cannot make itself another user.
/// </summary>
public sealed class DirectLineTokens
{
    private const string Bearer = "directline";
    private const string Issuer = "jointdesk";
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false, MapInboundClaims = false, MaximumTokenSizeInBytes = 8192 };

    private readonly SymmetricSecurityKey _key;
    private readonly TimeProvider _time;
    private readonly TimeSpan _lifetime;

    /// <param name="key">32 random bytes or more, kept over restarts.</param>
    /// <param name="time">The clock by which tokens end.</param>
    /// <param name="lifetime">Clients renew theirs every 15 minutes; 30 minutes when left out.</param>
    /// <exception cref="ArgumentException">The key is too short.</exception>
    public DirectLineTokens(byte[] key, TimeProvider time, TimeSpan? lifetime = null)
    {
        if (key.Length < 32)
            throw new ArgumentException("The key for Direct Line tokens has fewer than 32 bytes.", nameof(key));
        (_key, _time, _lifetime) = (new(key), time, lifetime ?? TimeSpan.FromMinutes(30));
    }

    /// <summary>A token for a user: for one conversation, or for all that the user may open.</summary>
    public DirectLineToken Issue(DirectLineUser user, string? conversationId = null) => Issue(Bearer, user, conversationId, _lifetime);

    /// <summary>Reads a bearer token.</summary>
    public DirectLineTokenCheck Check(string token) => Check(Bearer, token);

    internal DirectLineToken Issue(string purpose, DirectLineUser user, string? conversationId, TimeSpan lifetime)
    {
        var now = _time.GetUtcNow();
        var claims = new Dictionary<string, object> { ["sub"] = user.Id, ["user"] = user.Id };
        if (user.Name is not null)
            claims["name"] = user.Name;
        if (conversationId is not null)
            claims["conv"] = conversationId;
        var token = Handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = purpose,
            Claims = claims,
            IssuedAt = now.UtcDateTime,
            Expires = (now + lifetime).UtcDateTime,
            SigningCredentials = new(_key, SecurityAlgorithms.HmacSha256),
        });
        return new(token, conversationId, now + lifetime);
    }

    internal DirectLineTokenCheck Check(string purpose, string token)
    {
        // Completes at once: the key is here, nothing is fetched.
        var result = Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = purpose,
            IssuerSigningKey = _key,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            ValidateLifetime = false,
        }).GetAwaiter().GetResult();
        if (!result.IsValid || result.SecurityToken is not JsonWebToken jwt || jwt.Subject is not { Length: > 0 } id || jwt.ValidTo == DateTime.MinValue)
            return DirectLineTokenCheck.Invalid;
        return jwt.ValidTo <= _time.GetUtcNow().UtcDateTime
            ? DirectLineTokenCheck.Dead
            : new(new(id, Claim(jwt, "name")), Claim(jwt, "conv"), false);
    }

    private static string? Claim(JsonWebToken token, string name) => token.TryGetClaim(name, out Claim claim) ? claim.Value : null;
}

/// <param name="ConversationId">The one conversation it is good for; null for all of the user's.</param>
public sealed record DirectLineToken(string Token, string? ConversationId, DateTimeOffset ExpiresAt);

/// <summary>What a token says. Without a user it is not valid; one that was good once says that it has expired.</summary>
public sealed record DirectLineTokenCheck(DirectLineUser? User, string? ConversationId, bool HasExpired)
{
    internal static DirectLineTokenCheck Invalid { get; } = new(null, null, false);
    internal static DirectLineTokenCheck Dead { get; } = new(null, null, true);

    /// <summary>Whether the token's scope has room for this conversation; the user's rights are another question.</summary>
    public bool Covers(string conversationId) => User is not null && (ConversationId is null || ConversationId == conversationId);
}
