using JointDesk.Server.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace JointDesk.Server.SignIn;

/// <summary>Signing in at an OpenID Connect issuer: authorization code with PKCE (RFC 7636), and a cookie that says whom the issuer named.</summary>
internal static class OpenIdSignIn
{
    public const string CallbackPath = "/sign-in/callback";

    public static IServiceCollection AddOpenIdSignIn(this IServiceCollection services, SignInOptions options, string? publicUrl)
    {
        services.AddDataProtection();
        services.AddOptions<KeyManagementOptions>().Configure<IDeskStore>((keys, store) => keys.XmlRepository = new StoredKeys(store));
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie =>
            {
                cookie.Cookie.Name = "jointdesk";
                cookie.Cookie.HttpOnly = true;
                // Only the page itself ever uses it.
                cookie.Cookie.SameSite = SameSiteMode.Strict;
                cookie.ExpireTimeSpan = TimeSpan.FromHours(options.Hours);
                cookie.SlidingExpiration = false;
            })
            .AddOpenIdConnect(openId => Configure(openId, options, publicUrl));
        return services;
    }

    private static void Configure(OpenIdConnectOptions openId, SignInOptions options, string? publicUrl)
    {
        openId.Authority = options.Authority;
        openId.RequireHttpsMetadata = !new Uri(options.Authority!).IsLoopback;
        openId.ClientId = options.ClientId;
        openId.ClientSecret = options.ClientSecret;
        openId.CallbackPath = CallbackPath;
        openId.ResponseType = OpenIdConnectResponseType.Code;
        openId.ResponseMode = OpenIdConnectResponseMode.Query;
        openId.UsePkce = true;
        openId.MapInboundClaims = false;
        openId.GetClaimsFromUserInfoEndpoint = true;
        openId.SaveTokens = false;
        openId.Scope.Clear();
        foreach (var scope in options.Scopes)
            openId.Scope.Add(scope);
        // The answer comes by a link, so lax cookies come along; without https a browser takes no others.
        openId.CorrelationCookie.SameSite = openId.NonceCookie.SameSite = SameSiteMode.Lax;
        openId.CorrelationCookie.SecurePolicy = openId.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        openId.ClaimActions.MapUniqueJsonKey(options.Claim, options.Claim);
        openId.Events.OnRedirectToIdentityProvider = context =>
        {
            // Behind a proxy the desk does not see under which address it is known.
            if (publicUrl is not null)
                context.ProtocolMessage.RedirectUri = publicUrl.TrimEnd('/') + CallbackPath;
            return Task.CompletedTask;
        };
        openId.Events.OnRemoteFailure = context =>
        {
            context.HandleResponse();
            context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(OpenIdSignIn))
                .LogWarning("A sign-in failed: {Failure}", context.Failure?.GetType().Name);
            return Problems.Of(StatusCodes.Status401Unauthorized, "SignInFailed", "The sign-in was not completed.").ExecuteAsync(context.HttpContext);
        };
    }
}
