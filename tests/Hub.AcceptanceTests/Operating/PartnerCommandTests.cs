using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
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

    [Fact]
    public async Task Should_tell_an_expired_certificate()
    {
        var now = DateTimeOffset.UtcNow;
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        using var key = RSA.Create(2048);
        using var made = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(-20), now.AddDays(-1));
        var serving = ServeAsync(server, made);
        var (code, states, output) = await TestAsync(new Uri($"https://127.0.0.1:{((IPEndPoint)server.LocalEndpoint).Port}/"), "right");
        server.Stop();
        await serving;

        Assert.Equal((1, "ok", "failed", "skipped"), (code, states["reach"], states["tls"], states["auth"]));
        Assert.Contains("expired", output, StringComparison.Ordinal);
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

    private async Task<(int Code, Dictionary<string, string> States, string Output)> TestAsync(Uri url, string? secret)
    {
        await WriteAsync(url, secret);
        var run = await CommandRun.OfAsync("partner", "test", "larvik", "epj", "--config", _folder, "--json");
        Assert.True(run.Output.Length > 0, run.Errors);
        var checks = JsonDocument.Parse(run.Output).RootElement.GetProperty("checks").EnumerateArray();
        return (run.Code, checks.ToDictionary(c => c.GetProperty("check").GetString()!, c => c.GetProperty("state").GetString()!), run.Output);
    }

    private async Task WriteAsync(Uri url, string? secret)
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
              epj: { adapter: gerica, url: "{{url}}", timeout: 5s, auth: { kind: clientCredentials, clientId: hub, secret: "file:secret" } }
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
