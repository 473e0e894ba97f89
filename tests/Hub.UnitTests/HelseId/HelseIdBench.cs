using Hub.Adapters.Http;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Jose;
using Hub.Core.Tenants;
using Hub.Simulators.HelseId;

namespace Hub.UnitTests.HelseId;

/// <summary>Clients of the simulated HelseID.</summary>
internal static class HelseIdBench
{
    public const string Scope = "nhn:test/api";

    public static HelseIdClient Client(SigningKey key) => new("hub", [key.Public], [Scope, "nhn:other/api"]) { Organizations = ["312229544", "994598759"], Name = "Hub" };

    public static OutboundAuth Auth(Uri issuer, Func<HelseIdAuth, HelseIdAuth>? change = null, string scope = Scope)
    {
        var standard = new HelseIdAuth(issuer, "312229544");
        return new OutboundAuth(OutboundAuthKind.HelseId, new SecretReference("file:key.pem"), "hub", null, scope) { HelseId = change?.Invoke(standard) ?? standard };
    }

    public static PartnerConfig Partner(OutboundAuth auth, Uri? url = null) => new("larvik", "dips", "dips") { Url = url ?? new Uri("http://127.0.0.1:9/"), Auth = auth, Timeout = TimeSpan.FromSeconds(20) };

    public static SenderContext Context(string secret, TimeProvider? time = null) => new(
        time ?? TimeProvider.System,
        new OneSecret(secret),
        new TenantConfig("larvik", TenantEnvironment.Test, new OrganizationConfig("312229544", null, null), new Dictionary<string, PartnerConfig>(), [], UnroutedPolicy.Keep));

    public static async Task<AccessToken> TokenAsync(OutboundAuth auth, SigningKey key, TimeProvider? time = null)
    {
        var partner = Partner(auth);
        using var http = new HttpMessageInvoker(PooledHandler.For(partner));
        return await new AccessTokens(http, partner, Context(key.ExportPem(), time)).GetAsync(CancellationToken.None);
    }

    internal sealed class OneSecret(string secret) : ISecretReader
    {
        public Result<string> Read(SecretReference reference) => secret;
    }
}
