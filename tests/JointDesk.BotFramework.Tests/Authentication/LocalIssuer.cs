using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace JointDesk.BotFramework.Tests;

/// <summary>A token issuer of our own: real keys, real OpenID metadata over HTTP, and the ways in which it can fail.</summary>
internal sealed class LocalIssuer : IAsyncDisposable
{
    public const string Issuer = "https://api.botframework.com";
    public const string ServiceUrl = "https://smba.trafficmanager.net/apac/";
    private static readonly Lazy<RSA[]> Pool = new(() => [RSA.Create(2048), RSA.Create(2048), RSA.Create(2048)]);
    private int _made;
    private readonly List<(RsaSecurityKey Key, string[]? Endorsements)> _published = [];
    private LoopbackHost _host = null!;

    public string AppId { get; } = "5a2f0b3e-app";
    public RsaSecurityKey Current { get; private set; } = null!;
    public string Metadata => _host.Origin + "/v1/.well-known/openidconfiguration";
    public int Fetches { get; private set; }
    public Func<string, IResult>? Fault { get; set; }

    public static async Task<LocalIssuer> StartAsync()
    {
        var issuer = new LocalIssuer();
        issuer._host = await LoopbackHost.StartAsync(_ => { }, app =>
        {
            app.MapGet("/v1/.well-known/openidconfiguration", (RequestDelegate)(c => issuer.AnswerAsync(c, "metadata")));
            app.MapGet("/keys", (RequestDelegate)(c => issuer.AnswerAsync(c, "keys")));
        });
        issuer.Current = issuer.Publish("k1", "msteams", "webchat");
        return issuer;
    }

    /// <summary>Adds a key to the published ones.</summary>
    public RsaSecurityKey Publish(string kid, params string[]? endorsements)
    {
        var key = NewKey(kid);
        _published.Add((key, endorsements));
        return key;
    }

    /// <summary>Gives the current key a certificate of these days.</summary>
    public void Certify(DateTimeOffset from, DateTimeOffset until)
    {
        var request = new CertificateRequest("CN=channel", Current.Rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(from, until);
        Certificate = Convert.ToBase64String(certificate.RawData);
    }

    /// <summary>What stands in <c>x5c</c> of each key; null for nothing.</summary>
    public string? Certificate { get; set; }

    /// <summary>Replaces all keys by a new one.</summary>
    public void Rotate(string kid)
    {
        _published.Clear();
        Current = Publish(kid, "msteams");
    }

    /// <summary>Another key than the last one; there are three, since making one takes a while.</summary>
    public RsaSecurityKey NewKey(string kid) => new(Pool.Value[_made++ % Pool.Value.Length]) { KeyId = kid };

    /// <summary>A token that is right in all; what the arguments change is wrong in that.</summary>
    public string Token(
        DateTimeOffset now, RsaSecurityKey? key = null, string issuer = Issuer, string? audience = "", string? serviceUrl = ServiceUrl,
        TimeSpan? from = null, TimeSpan? until = null, string algorithm = SecurityAlgorithms.RsaSha256, SigningCredentials? credentials = null, string? padding = null)
    {
        var claims = new Dictionary<string, object>();
        if (serviceUrl is not null)
            claims["serviceurl"] = serviceUrl;
        if (padding is not null)
            claims["padding"] = padding;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience == "" ? AppId : audience,
            Claims = claims,
            NotBefore = (now + (from ?? TimeSpan.FromMinutes(-1))).UtcDateTime,
            Expires = (now + (until ?? TimeSpan.FromHours(1))).UtcDateTime,
            SigningCredentials = credentials ?? new(key ?? Current, algorithm),
        });
    }

    private async Task AnswerAsync(HttpContext context, string what)
    {
        Fetches++;
        var answer = Fault?.Invoke(what) ?? Results.Text((what == "keys" ? Keys() : new JsonObject
        {
            ["issuer"] = Issuer,
            ["jwks_uri"] = _host.Origin + "/keys",
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        }).ToJsonString(), "application/json");
        await answer.ExecuteAsync(context);
    }

    private JsonObject Keys() => new()
    {
        ["keys"] = new JsonArray([.. _published.Select(published =>
        {
            var jwk = JsonWebKeyConverter.ConvertFromRSASecurityKey(new(published.Key.Rsa.ExportParameters(false)) { KeyId = published.Key.KeyId });
            var json = new JsonObject { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = jwk.Kid, ["n"] = jwk.N, ["e"] = jwk.E };
            if (published.Endorsements is { } endorsements)
                json["endorsements"] = JsonSerializer.SerializeToNode(endorsements);
            if (Certificate is not null)
                json["x5c"] = new JsonArray(Certificate);
            return (JsonNode)json;
        })]),
    };

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
