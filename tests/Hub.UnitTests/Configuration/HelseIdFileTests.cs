using Hub.Core.Jose;
using Hub.Core.Tenants;
using Xunit;

namespace Hub.UnitTests.Configuration;

/// <summary>Partners that are called with tokens of HelseID.</summary>
public sealed class HelseIdFileTests : IDisposable
{
    private const string Plain = "auth: { kind: clientCredentials, clientId: hub, secret: env:PATH }";

    private readonly string _file = Path.GetTempFileName();
    private readonly SigningKey _key = SigningKey.NewEc();

    public HelseIdFileTests() => File.WriteAllText(_file, _key.ExportPem());

    public void Dispose()
    {
        File.Delete(_file);
        _key.Dispose();
    }

    [Fact]
    public void Should_act_for_the_tenant_by_bound_tokens_unless_the_file_says_otherwise()
    {
        var read = ConfigBench.Check(("larvik", With("issuer: https://sts.example, scope: nhn:a/b")));

        Assert.Empty(read.Errors);
        var auth = read.Value[0].Partners["epj"].Auth!;
        Assert.Equal((OutboundAuthKind.HelseId, "hub", "nhn:a/b"), (auth.Kind, auth.ClientId, auth.Scope));
        Assert.Equal(new HelseIdAuth(new Uri("https://sts.example"), "312229544"), auth.HelseId);
    }

    [Fact]
    public void Should_read_every_setting()
    {
        var read = ConfigBench.Check(("larvik", With(
            "issuer: https://sts.example, tokenUrl: https://sts.example/t, scope: a, organization: { parent: \"994598759\", child: \"974760673\" }, tenancy: single, dpop: false, algorithm: ES256, keyId: k, assertion: tokenEndpoint")));

        Assert.Empty(read.Errors);
        var auth = read.Value[0].Partners["epj"].Auth!;
        Assert.Equal(
            new HelseIdAuth(new Uri("https://sts.example"), "994598759") { Child = "974760673", MultiTenant = false, DPoP = false, Algorithm = "ES256", KeyId = "k", OldAssertion = true },
            auth.HelseId);
        Assert.Equal(new Uri("https://sts.example/t"), auth.TokenUrl);
    }

    [Theory]
    [InlineData("scope: a", "issuer HUB-CONFIG-003")]
    [InlineData("issuer: https://sts.example", "scope HUB-CONFIG-003")]
    [InlineData("issuer: http://sts.example, scope: a", "issuer HUB-CONFIG-004")]
    [InlineData("issuer: https://sts.example, scope: a, organization: { parent: \"31222954\" }", "organization.parent HUB-CONFIG-011")]
    [InlineData("issuer: https://sts.example, scope: a, organization: { child: x }", "organization.child HUB-CONFIG-011")]
    [InlineData("issuer: https://sts.example, scope: a, algorithm: HS256", "algorithm HUB-CONFIG-004")]
    [InlineData("issuer: https://sts.example, scope: a, algorithm: PS256", "secret HUB-CONFIG-004")]
    [InlineData("issuer: https://sts.example, scope: a, tenancy: both", "tenancy HUB-CONFIG-004")]
    [InlineData("issuer: https://sts.example, scope: a, dpop: maybe", "dpop HUB-CONFIG-004")]
    public void Should_name_the_setting_at_fault(string settings, string expected) =>
        Assert.Contains($"tenants/larvik.yaml:12 partners.epj.auth.{expected}", ConfigBench.Errors(With(settings)));

    [Fact]
    public void Should_take_settings_of_helseid_for_no_other_kind() =>
        Assert.Contains("tenants/larvik.yaml:12 partners.epj.auth.dpop HUB-CONFIG-004", ConfigBench.Errors(ConfigBench.Good.Replace("clientId: hub,", "clientId: hub, dpop: true,", StringComparison.Ordinal)));

    private string With(string settings)
    {
        Assert.Contains(Plain, ConfigBench.Good, StringComparison.Ordinal);
        return ConfigBench.Good.Replace(Plain, $"auth: {{ kind: helseid, clientId: hub, secret: \"file:{_file}\", {settings} }}", StringComparison.Ordinal);
    }
}
