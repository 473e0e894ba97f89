using System.Text;
using Hub.Adapters.Gerica;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Core.Tenants;

namespace Hub.UnitTests.Gerica;

/// <summary>Senders and documents for the tests.</summary>
internal static class SenderBench
{
    public static ISender Sender(Uri url, TimeSpan? timeout = null, OutboundAuthKind? auth = OutboundAuthKind.ClientCredentials, TimeProvider? time = null) => new GericaAdapter().Open(
        new PartnerConfig("larvik", "gerica", "gerica")
        {
            Url = url,
            Timeout = timeout ?? TimeSpan.FromSeconds(10),
            Batch = 10,
            Auth = auth is { } kind ? new OutboundAuth(kind, new SecretReference("env:X"), "hub", null, "journal/write") : null,
        },
        Context(time));

    public static SenderContext Context(TimeProvider? time = null) => new(
        time ?? TimeProvider.System,
        new FixedSecrets(),
        new TenantConfig("larvik", TenantEnvironment.Test, new OrganizationConfig("312229544", null, null), new Dictionary<string, PartnerConfig>(), [], UnroutedPolicy.Keep));

    public static OutboundItem Item(int number, string form = "fhir.observation", string? body = null)
    {
        var id = new Guid(number, 0, 0, new byte[8]).ToString();
        var bytes = Encoding.UTF8.GetBytes(body ?? $$"""{"resourceType":"Observation","id":"o{{number}}"}""");
        return new OutboundItem($"key-{number}", new OutboundDocument(form, "application/fhir+json", bytes, id), 1);
    }

    public static async Task<SendOutcome> SendAsync(Receiver receiver, OutboundItem? item = null)
    {
        await using var sender = Sender(receiver.Url);
        return (await sender.SendAsync([item ?? Item(1)], CancellationToken.None)).Single();
    }

    private sealed class FixedSecrets : ISecretReader
    {
        public Result<string> Read(SecretReference reference) => "s3cret";
    }
}
