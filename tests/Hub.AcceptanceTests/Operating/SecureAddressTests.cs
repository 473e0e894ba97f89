using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Hub.AcceptanceTests.Faces;
using Hub.AcceptanceTests.Staging;
using Hub.Core.Errors;
using Hub.Host.Composition;
using Hub.Host.Configuration;
using Hub.Host.Security;
using Hub.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Hub.AcceptanceTests.Operating;

/// <summary>A hub with https addresses of its own.</summary>
public sealed class SecureAddressTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly string _folder = Directory.CreateTempSubdirectory("hub-tls-").FullName;
    private readonly WebCertificates _pki = new();
    private readonly (string Dho, string Operator) _keys = (ApiKey.New(), ApiKey.New());

    private string Certificate => Path.Combine(_folder, "hub.pem");

    private string Key => Path.Combine(_folder, "hub.key");

    [Fact]
    public async Task Should_take_messages_by_https_and_show_a_renewed_certificate_without_a_restart()
    {
        var first = _pki.Write(Certificate, Key, TimeSpan.FromDays(90));
        await using var hub = await StartAsync();

        var (shown, http) = await PostAsync(hub, "tls-1");
        Assert.Equal(first, shown);
        Assert.Equal(HttpVersion.Version20, http);

        // What cannot be used is told, and changes nothing.
        await File.WriteAllTextAsync(Key, "-----BEGIN", TestContext.Current.CancellationToken);
        await Wait.UntilAsync("the fault is told", Patience, async () => { await PostAsync(hub, Guid.NewGuid().ToString("N")); return hub.Services.ConfigErrors is [{ Code: "HUB-CONFIG-004", Path: "tls" }]; });
        Assert.Equal(first, (await PostAsync(hub, "tls-2")).Serial);

        var second = _pki.Write(Certificate, Key, TimeSpan.FromDays(20));
        await Wait.UntilAsync("the renewed certificate is shown", Patience, async () => (await PostAsync(hub, Guid.NewGuid().ToString("N"))).Serial == second);
        Assert.Empty(hub.Services.ConfigErrors);

        using var client = Client(hub, _ => { });
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _keys.Operator);
        await Wait.UntilAsync("its end is warned of", Patience, async () => (await client.GetStringAsync("/ops/v1/alerts")).Contains("certificate-expiry", StringComparison.Ordinal));
        Assert.Contains("hub_tls_left_days 2", await client.GetStringAsync("/metrics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_tell_the_doctor_how_long_it_holds_and_that_it_is_not_trusted_here()
    {
        _pki.Write(Certificate, Key, TimeSpan.FromDays(20));
        await using var hub = await StartAsync();

        var run = await CommandRun.OfAsync("doctor", "--json", "--config", _folder, "--data", Path.Combine(_folder, "data"), "--url", hub.Addresses[0].ToString());

        var checks = JsonDocument.Parse(run.Output).RootElement.GetProperty("checks").EnumerateArray().ToDictionary(c => c.GetProperty("check").GetString()!, c => c.GetProperty("text").GetString());
        Assert.StartsWith("hub.yaml own-tls of hub.test: 19 days left", checks["certificates"], StringComparison.Ordinal);
        Assert.Contains("is not trusted here", checks["node"], StringComparison.Ordinal);
        Assert.Equal(1, run.Code);
    }

    [Fact]
    public async Task Should_not_start_without_a_certificate_that_it_can_show()
    {
        _pki.Write(Certificate, Key, TimeSpan.FromDays(20));
        Assert.Equal("HUB-CONFIG-003", Settings(with: false).Errors[0].Code);
        Assert.Equal("HUB-CONFIG-009", Settings(key: "hub.key").Errors[0].Code);

        Assert.Equal(("HUB-CONFIG-010", "tls.key"), Refused("file:nowhere"));
        _pki.Write(Path.Combine(_folder, "other.pem"), Path.Combine(_folder, "other.key"), TimeSpan.FromDays(20));
        Assert.Equal(("HUB-CONFIG-004", "tls"), Refused("file:other.key"));
        _pki.Write(Certificate, Key, TimeSpan.FromDays(20), "1.3.6.1.5.5.7.3.2");
        Assert.Equal(("HUB-CONFIG-004", "tls.certificate"), Refused("file:hub.key"));
        File.Delete(Certificate);
        Assert.Equal(("HUB-CONFIG-010", "tls.certificate"), Refused("file:hub.key"));
        Assert.Equal(1, (await CommandRun.OfAsync("doctor", "--quiet", "--config", _folder, "--data", _folder)).Code);
    }

    public void Dispose()
    {
        _pki.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private Result<HubSettings> Settings(string key = "file:hub.key", bool with = true)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "tenants"));
        File.WriteAllText(Path.Combine(_folder, "hub.yaml"), $$"""
            urls: https://127.0.0.1:0
            reloadEvery: 50ms
            alerts: { every: 1s }
            operators: [{ name: test, key: "{{KeyHash.Of(_keys.Operator)}}" }]
            {{(with ? $"tls: {{ certificate: hub.pem, key: \"{key}\" }}" : "")}}
            """);
        File.WriteAllText(Path.Combine(_folder, "tenants", "larvik.yaml"), $$"""
            tenant: larvik
            environment: test
            organization: { orgnr: "312229544" }
            partners:
              dho: { adapter: dignio, inbound: { keys: "{{KeyHash.Of(_keys.Dho)}}" } }
              epj: { adapter: gerica, url: "http://127.0.0.1:9" }
            routes:
              - { name: values, content: measurement, to: epj, as: fhir.observation }
            """);
        return SettingsReader.Read(new SettingArguments(null, _folder, Path.Combine(_folder, "data"), null), _ => null);
    }

    private (string Code, string? Path) Refused(string key)
    {
        var refusal = Assert.Throws<ConfigurationException>(() => HubApplication.Build(Settings(key).Value, new HubOverrides { Logs = NullLoggerFactory.Instance }));
        return (refusal.Errors[0].Code, refusal.Errors[0].Path);
    }

    private async Task<HubApplication> StartAsync()
    {
        var hub = HubApplication.Build(Settings().Value, new HubOverrides { Logs = NullLoggerFactory.Instance });
        await hub.StartAsync(TestContext.Current.CancellationToken);
        return hub;
    }

    private async Task<(string Serial, Version Http)> PostAsync(HubApplication hub, string number)
    {
        var serial = "";
        using var client = Client(hub, certificate => serial = certificate.GetSerialNumberString());
        using var request = new HttpRequestMessage(HttpMethod.Post, "/in/larvik/dho") { Version = HttpVersion.Version20, VersionPolicy = HttpVersionPolicy.RequestVersionOrLower, Content = new StringContent(FaceHub.Event(number), Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _keys.Dho);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        return (serial, answer.Version);
    }

    // Knows the root only: the issuer must come with the certificate.
    private HttpClient Client(HubApplication hub, Action<X509Certificate> seen) => new(new SocketsHttpHandler
    {
        SslOptions = new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { _pki.Root }, RevocationMode = X509RevocationMode.NoCheck },
            RemoteCertificateValidationCallback = (_, certificate, _, faults) =>
            {
                seen(certificate!);
                return faults == SslPolicyErrors.None;
            },
        },
    })
    {
        BaseAddress = hub.Addresses[0],
    };
}
