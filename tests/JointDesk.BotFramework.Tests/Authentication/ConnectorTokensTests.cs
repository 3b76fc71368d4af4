using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace JointDesk.BotFramework.Tests;

public sealed class ConnectorTokensTests : HttpMessageHandler
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly List<(string Url, string Form)> _asked = [];
    private Func<HttpResponseMessage> _answer = () => Json(HttpStatusCode.OK, """{"token_type":"Bearer","expires_in":3600,"access_token":"the-token"}""");

    private static HttpResponseMessage Json(HttpStatusCode status, string json) => new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _asked.Add((request.RequestUri!.ToString(), request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken)));
        return _answer();
    }

    private ConnectorTokens Tokens(BotAuthenticationOptions options) => new(options, new HttpClient(this, disposeHandler: false));

    private static BotAuthenticationOptions App(string id) => new() { AppId = id, TenantId = "tenant-1", AppSecret = "s3cret" };

    [Fact]
    public async Task A_single_tenant_app_asks_its_tenant_once_and_keeps_the_token()
    {
        var tokens = Tokens(App("app-1"));
        Assert.Equal("the-token", await tokens.GetTokenAsync(Cancel));
        Assert.Equal("the-token", await tokens.GetTokenAsync(Cancel));
        var (url, form) = Assert.Single(_asked);
        Assert.StartsWith("https://login.microsoftonline.com/tenant-1/oauth2/v2.0/token", url, StringComparison.Ordinal);
        Assert.Contains("client_id=app-1", form, StringComparison.Ordinal);
        Assert.Contains("client_secret=s3cret", form, StringComparison.Ordinal);
        Assert.Contains("scope=https%3A%2F%2Fapi.botframework.com%2F.default", form, StringComparison.Ordinal);
        Assert.Contains("grant_type=client_credentials", form, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(BotAppType.MultiTenant, null, "https://login.microsoftonline.com/botframework.com/oauth2/v2.0/token")]
    [InlineData(BotAppType.SingleTenant, "https://login.partner.microsoftonline.cn/tenant-1", "https://login.partner.microsoftonline.cn/tenant-1/oauth2/v2.0/token")]
    [InlineData(BotAppType.SingleTenant, "https://login.desk.example/tenant-1", "https://login.desk.example/tenant-1/oauth2/v2.0/token")]
    public async Task The_authority_is_a_setting(BotAppType type, string? authority, string expected)
    {
        await Tokens(App("app-" + expected.Length) with { AppType = type, Authority = authority }).GetTokenAsync(Cancel);
        Assert.StartsWith(expected, Assert.Single(_asked).Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_signs_instead_of_a_secret()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=desk", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var folder = Directory.CreateTempSubdirectory("jointdesk-test").FullName;
        try
        {
            var pem = Path.Combine(folder, "desk.pem");
            await File.WriteAllTextAsync(pem, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem(), Cancel);
            var pfx = Path.Combine(folder, "desk.pfx");
            await File.WriteAllBytesAsync(pfx, certificate.Export(X509ContentType.Pkcs12), Cancel);
            foreach (var path in new[] { pem, pfx })
                Assert.Equal("the-token", await Tokens(App("cert-" + Path.GetExtension(path)) with { AppSecret = null, CertificatePath = path }).GetTokenAsync(Cancel));
            Assert.Equal(2, _asked.Count);
            Assert.All(_asked, asked => Assert.Contains("client_assertion=ey", asked.Form, StringComparison.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_refusal_is_for_good_and_trouble_may_pass()
    {
        _answer = () => Json(HttpStatusCode.Unauthorized, """{"error":"invalid_client","error_description":"AADSTS7000215: wrong secret"}""");
        var refused = await Assert.ThrowsAsync<ConnectorException>(() => Tokens(App("bad")).GetTokenAsync(Cancel).AsTask());
        Assert.Equal((401, "invalid_client", false), (refused.Status!.Value, refused.Code, refused.IsTransient));
        _answer = () => Json(HttpStatusCode.ServiceUnavailable, "{}");
        Assert.True((await Assert.ThrowsAsync<ConnectorException>(() => Tokens(App("down")).GetTokenAsync(Cancel).AsTask())).IsTransient);
        _answer = () => throw new HttpRequestException("no route");
        Assert.True((await Assert.ThrowsAsync<ConnectorException>(() => Tokens(App("away")).GetTokenAsync(Cancel).AsTask())).IsTransient);
    }

    [Fact]
    public void Secret_or_certificate_is_needed_and_not_both()
    {
        Assert.Throws<ArgumentException>(() => Tokens(App("a") with { AppSecret = null }));
        Assert.Throws<ArgumentException>(() => Tokens(App("a") with { CertificatePath = "x.pem" }));
        Assert.Throws<ArgumentException>(() => Tokens(App("a") with { TenantId = null }));
    }
}
