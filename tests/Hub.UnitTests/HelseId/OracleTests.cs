using System.Diagnostics;
using System.Text.Json;
using Hub.Adapters.Http;
using Hub.Core.Jose;
using Hub.UnitTests.Architecture;
using Xunit;

namespace Hub.UnitTests.HelseId;

/// <summary>The hub's client against an independent token service and API (oidc-provider, jose). HUB_OIDC_ORACLE names a folder with node_modules.</summary>
public sealed class OracleTests
{
    [Theory]
    [InlineData("PS256")]
    [InlineData("RS384")]
    [InlineData("ES256")]
    public async Task Should_satisfy_an_independent_token_service_and_api(string algorithm)
    {
        var modules = Environment.GetEnvironmentVariable("HUB_OIDC_ORACLE");
        Assert.SkipWhen(string.IsNullOrEmpty(modules), "HUB_OIDC_ORACLE is not set: no independent token service at hand");
        using var key = algorithm == "ES256" ? SigningKey.NewEc("k1") : SigningKey.NewRsa(algorithm, "k1");
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Repository.Root, "tests", "oracles", "helseid.mjs"), modules!, WithAlgorithm(key)])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        })!;
        try
        {
            using var addresses = JsonDocument.Parse(await node.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? "{}");
            var issuer = new Uri(addresses.RootElement.GetProperty("issuer").GetString()!);
            var api = addresses.RootElement.GetProperty("api").GetString()!;
            using var http = new AuthorizedHttp(HelseIdBench.Partner(HelseIdBench.Auth(issuer, a => a with { Algorithm = algorithm, KeyId = "k1" })), HelseIdBench.Context(key.ExportPem()));

            for (var i = 0; i < 3; i++)
            {
                var answer = await http.SendAsync(() => new HttpRequestMessage(HttpMethod.Get, $"{api}?round={i}"), TestContext.Current.CancellationToken);
                Assert.Null(answer.Failure);
                Assert.Equal((200, """{"scope":"nhn:test/api","client":"hub"}"""), (answer.Status, System.Text.Encoding.UTF8.GetString(answer.Body.Span)));
            }
        }
        finally
        {
            node.StandardInput.Close();
            await node.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static string WithAlgorithm(SigningKey key) => key.Public.Algorithm is null ? key.ExportPublicJwk()[..^1] + $",\"alg\":\"{key.Algorithm.Name}\"}}" : key.ExportPublicJwk();
}
