using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Hub.AcceptanceTests.Staging;
using Hub.Simulators.Gerica;
using Xunit;

namespace Hub.AcceptanceTests.Operating;

/// <summary><c>hub partner test</c> against simulators: up, down, with the wrong secret, with an expired certificate, over plain http.</summary>
public sealed class PartnerCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hub-partner-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Should_find_a_partner_well_and_say_that_plain_http_hides_nothing()
    {
        await using var journal = await GericaServer.StartAsync(new GericaOptions { Clients = new Dictionary<string, string> { ["hub"] = "right" } });
        var (code, states, output) = await TestAsync(journal.Url, "right");

        Assert.True(code == 0, output);
        Assert.Equal(("ok", "warning", "ok", "skipped", "ok"), (states["reach"], states["tls"], states["auth"], states["certificate"], states["ping"]));
    }

    [Fact]
    public async Task Should_tell_a_wrong_secret_and_one_that_is_missing()
    {
        await using var journal = await GericaServer.StartAsync(new GericaOptions { Clients = new Dictionary<string, string> { ["hub"] = "right" } });
        var (code, states, output) = await TestAsync(journal.Url, "wrong");
        Assert.Equal((1, "ok", "failed", "skipped"), (code, states["reach"], states["auth"], states["ping"]));
        Assert.DoesNotContain("wrong", output, StringComparison.Ordinal);

        Assert.Equal("failed", (await TestAsync(journal.Url, null)).States["auth"]);
    }

    [Fact]
    public async Task Should_tell_a_partner_that_is_down()
    {
        var (code, states, _) = await TestAsync(new Uri("http://127.0.0.1:9/"), "right");

        Assert.Equal((1, "failed", "skipped", "skipped", "skipped"), (code, states["reach"], states["tls"], states["auth"], states["ping"]));
    }

    [Theory]
    [InlineData(-20, -1, "127.0.0.1", "expired", "Tell the partner that its certificate has expired")]
    [InlineData(-1, 90, "journal.example", "The certificate is not for 127.0.0.1", "Use the name that the certificate has")]
    [InlineData(-1, 90, "127.0.0.1", "The certificate is not trusted: UntrustedRoot", "Install the issuer's certificate")]
    public async Task Should_tell_a_certificate_that_cannot_be_believed(int from, int to, string name, string text, string todo)
    {
        var now = DateTimeOffset.UtcNow;
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        using var key = RSA.Create(2048);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(name, out var address))
            names.AddIpAddress(address);
        else
            names.AddDnsName(name);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(now.AddDays(from), now.AddDays(to));
        var serving = ServeAsync(server, made);
        var (code, states, output) = await TestAsync(new Uri($"https://127.0.0.1:{((IPEndPoint)server.LocalEndpoint).Port}/"), "right");
        server.Stop();
        await serving;

        Assert.Equal((1, "ok", "failed", "skipped", "skipped"), (code, states["reach"], states["tls"], states["auth"], states["ping"]));
        Assert.Contains(text, output, StringComparison.Ordinal);
        Assert.Contains(todo, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_tell_a_port_that_speaks_no_tls()
    {
        await using var journal = await GericaServer.StartAsync(new GericaOptions());
        var (code, states, output) = await TestAsync(new UriBuilder(journal.Url) { Scheme = "https", Port = journal.Url.Port }.Uri, "right");

        Assert.Equal((1, "failed"), (code, states["tls"]));
        Assert.Contains("No encrypted connection could be agreed on", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_tell_a_clock_that_is_off_and_how_far()
    {
        await using var late = await LateServer.StartAsync(TimeSpan.FromMinutes(5));
        var (_, states, output) = await TestAsync(late.Url, "right");
        Assert.Equal("warning", states["clock"]);
        Assert.Contains("s ahead of this machine", output, StringComparison.Ordinal);

        late.Ahead = TimeSpan.FromMinutes(-5);
        Assert.Contains("s behind this machine", (await TestAsync(late.Url, "right")).Output, StringComparison.Ordinal);
        late.Ahead = TimeSpan.FromSeconds(10);
        Assert.Equal("ok", (await TestAsync(late.Url, "right")).States["clock"]);
    }

    [Theory]
    [InlineData(401, 1, "failed", "The partner refuses the key (401)")]
    [InlineData(403, 1, "failed", "The partner refuses the key (403)")]
    [InlineData(404, 0, "ok", "The key can be read, and is not refused")]
    public async Task Should_tell_a_key_that_the_partner_refuses(int answer, int code, string auth, string text)
    {
        await using var partner = await LateServer.StartAsync(TimeSpan.Zero);
        partner.Status = answer;
        var run = await TestAsync(partner.Url, "made up", "{ kind: bearer, secret: \"file:secret\" }");

        Assert.Equal((code, auth), (run.Code, run.States["auth"]));
        Assert.Contains(text, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("made up", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_tell_wrong_use_from_failure()
    {
        await WriteAsync(new Uri("http://127.0.0.1:9/"), "right");

        Assert.Equal(2, (await CommandRun.OfAsync("partner", "test", "larvik", "nobody", "--config", _folder)).Code);
        Assert.Equal(2, (await CommandRun.OfAsync("partner", "test", "larvik", "epj", "--config", Path.Combine(_folder, "none"))).Code);
        var table = await CommandRun.OfAsync("partner", "test", "larvik", "epj", "--config", _folder);
        Assert.Contains("reach: Ask the partner", table.Output, StringComparison.Ordinal);
    }

    private async Task<(int Code, Dictionary<string, string> States, string Output)> TestAsync(Uri url, string? secret, string auth = "{ kind: clientCredentials, clientId: hub, secret: \"file:secret\" }")
    {
        await WriteAsync(url, secret, auth);
        var run = await CommandRun.OfAsync("partner", "test", "larvik", "epj", "--config", _folder, "--json");
        Assert.True(run.Output.Length > 0, run.Errors);
        var checks = JsonDocument.Parse(run.Output).RootElement.GetProperty("checks").EnumerateArray();
        return (run.Code, checks.ToDictionary(c => c.GetProperty("check").GetString()!, c => c.GetProperty("state").GetString()!), run.Output);
    }

    private async Task WriteAsync(Uri url, string? secret, string auth = "{ kind: clientCredentials, clientId: hub, secret: \"file:secret\" }")
    {
        Directory.CreateDirectory(Path.Combine(_folder, "tenants"));
        File.Delete(Path.Combine(_folder, "secret"));
        if (secret is not null)
            await File.WriteAllTextAsync(Path.Combine(_folder, "secret"), secret);
        await File.WriteAllTextAsync(Path.Combine(_folder, "tenants", "larvik.yaml"), $$"""
            tenant: larvik
            environment: test
            organization: { orgnr: "312229544" }
            partners:
              epj: { adapter: gerica, url: "{{url}}", timeout: 5s, auth: {{auth}} }
            routes: []
            """);
    }

    private static async Task ServeAsync(TcpListener server, X509Certificate2 certificate)
    {
        try
        {
            while (true)
            {
                using var client = await server.AcceptTcpClientAsync();
                await using var stream = new SslStream(client.GetStream());
                await stream.AuthenticateAsServerAsync(certificate);
                await stream.ReadExactlyAsync(new byte[1]);
            }
        }
        catch (Exception e) when (e is SocketException or IOException or AuthenticationException or ObjectDisposedException)
        {
            // The test is over, or the command hung up.
        }
    }
}
