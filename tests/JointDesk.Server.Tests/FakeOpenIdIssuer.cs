using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace JointDesk.Server.Tests;

/// <summary>An OpenID Connect issuer: metadata, keys, an authorization endpoint that asks nobody, and a token endpoint that checks PKCE.</summary>
internal sealed class FakeOpenIdIssuer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly RsaSecurityKey key = new(RSA.Create(2048)) { KeyId = "k" };
    private string nonce = "";
    private string challenge = "";

    private FakeOpenIdIssuer(WebApplication app) => this.app = app;

    public string Url => app.Urls.First();

    /// <summary>What the issuer says of whoever signs in.</summary>
    public Dictionary<string, object> Claims { get; } = [];

    /// <summary>Who signs; null for the published key.</summary>
    public RsaSecurityKey? ForgedWith { get; set; }

    public static async Task<FakeOpenIdIssuer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting().AddLogging(logging => logging.ClearProviders());
        var issuer = new FakeOpenIdIssuer(builder.Build());
        issuer.app.UseRouting();
        issuer.Map();
        await issuer.app.StartAsync(TestContext.Current.CancellationToken);
        return issuer;
    }

    private void Map()
    {
        app.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = Url,
            ["authorization_endpoint"] = Url + "/authorize",
            ["token_endpoint"] = Url + "/token",
            ["userinfo_endpoint"] = Url + "/userinfo",
            ["jwks_uri"] = Url + "/keys",
        }));
        app.MapGet("/keys", () =>
        {
            var jwk = JsonWebKeyConverter.ConvertFromRSASecurityKey(key);
            return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", kid = "k", n = jwk.N, e = jwk.E } } });
        });
        app.MapGet("/authorize", (HttpRequest request) =>
        {
            (nonce, challenge) = ((string?)request.Query["nonce"] ?? "", (string?)request.Query["code_challenge"] ?? "");
            return Results.Redirect($"{request.Query["redirect_uri"]}?code=the-code&state={Uri.EscapeDataString((string?)request.Query["state"] ?? "")}");
        });
        app.MapPost("/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            var proof = Base64UrlEncoder.Encode(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes((string?)form["code_verifier"] ?? "")));
            return form["code"] != "the-code" || form["client_secret"] != "secret" || proof != challenge
                ? Results.BadRequest(new { error = "invalid_grant" })
                : Results.Json(new { access_token = "a", token_type = "Bearer", id_token = IdToken() });
        });
        app.MapGet("/userinfo", () => Results.Json(new Dictionary<string, object>(Claims) { ["sub"] = "u" }));
    }

    private string IdToken() => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Url,
        Audience = "desk",
        Claims = new Dictionary<string, object>(Claims) { ["sub"] = "u", ["nonce"] = nonce },
        SigningCredentials = new(ForgedWith ?? key, SecurityAlgorithms.RsaSha256),
    });

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
    }
}
