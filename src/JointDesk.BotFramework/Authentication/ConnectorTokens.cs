using System.Security.Cryptography.X509Certificates;
using Microsoft.Identity.Client;

namespace JointDesk.BotFramework;

/// <summary>The bot's own token, from the login authority by client credentials; the library keeps it until shortly before it ends.</summary>
public sealed class ConnectorTokens : IConnectorTokens
{
    private readonly IConfidentialClientApplication _app;
    private readonly string[] _scopes;

    /// <param name="options">App id, authority, and a secret or a certificate.</param>
    /// <param name="http">Calls the authority.</param>
    /// <remarks>Plain http is spoken with an authority on this machine only.</remarks>
    /// <exception cref="ArgumentException">Neither secret nor certificate is given, or both.</exception>
    public ConnectorTokens(BotAuthenticationOptions options, HttpClient http)
    {
        if (options is { AppSecret: null, CertificatePath: null } or { AppSecret: not null, CertificatePath: not null })
            throw new ArgumentException("A bot with an app id has either a secret or a certificate.", nameof(options));
        var authority = new Uri(options.EffectiveAuthority());
        var isPlain = authority is { Scheme: "http", IsLoopback: true };
        var builder = ConfidentialClientApplicationBuilder.Create(options.AppId)
            .WithAuthority(isPlain ? new UriBuilder(authority) { Scheme = Uri.UriSchemeHttps }.Uri.ToString() : authority.ToString(), validateAuthority: false)
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(new OneClient(isPlain ? new HttpClient(new PlainOnThisMachine()) : http));
        _app = (options.AppSecret is { } secret ? builder.WithClientSecret(secret) : builder.WithCertificate(Load(options.CertificatePath!), sendX5C: true)).Build();
        _scopes = [options.Scope];
    }

    public async ValueTask<string?> GetTokenAsync(CancellationToken cancel)
    {
        try
        {
            return (await _app.AcquireTokenForClient(_scopes).ExecuteAsync(cancel)).AccessToken;
        }
        catch (MsalServiceException refused)
        {
            throw new ConnectorException($"The login authority refused: {refused.ErrorCode}", refused)
            {
                Status = refused.StatusCode is >= 400 and < 500 and not 429 ? 401 : refused.StatusCode,
                Code = refused.ErrorCode,
                RetryAfter = refused.Headers?.RetryAfter?.Delta,
            };
        }
        catch (Exception unreachable) when (unreachable is MsalClientException or HttpRequestException)
        {
            throw new ConnectorException("The login authority was not reached.", unreachable);
        }
    }

    private static X509Certificate2 Load(string path)
    {
        if (X509Certificate2.GetCertContentType(path) == X509ContentType.Pkcs12)
            return X509CertificateLoader.LoadPkcs12FromFile(path, null);
        return X509Certificate2.CreateFromPemFile(path);
    }

    /// <summary>The library knows https only; a login authority on this machine, for tests, is spoken with plainly.</summary>
    private sealed class PlainOnThisMachine() : DelegatingHandler(ConnectorClient.CreateHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri is { IsLoopback: true } uri)
                request.RequestUri = new UriBuilder(uri) { Scheme = Uri.UriSchemeHttp }.Uri;
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class OneClient(HttpClient http) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => http;
    }
}
