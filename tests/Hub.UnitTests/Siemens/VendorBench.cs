using System.Text;
using Hub.Adapters.Siemens;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Core.Lookups;
using Hub.Core.Mappings;
using Hub.Core.Tenants;
using Hub.Simulators.Dignio;
using Hub.Simulators.Siemens;

namespace Hub.UnitTests.Siemens;

/// <summary>A vendor on loopback, and the hub's ways to it.</summary>
internal sealed class VendorBench : IAsyncDisposable
{
    public static readonly SiemensMunicipality Home = SiemensMunicipality.Agder[2];

    private VendorBench(SiemensServer server)
    {
        Server = server;
        (Sender, Lookup) = (new SiemensAdapter().Open(PartnerAt(server.Url), Context), LookupAt(server.Url));
    }

    public SiemensServer Server { get; }

    public ISender Sender { get; }

    public ILookup Lookup { get; }

    private static SenderContext Context { get; } = new(
        TimeProvider.System, new NoSecrets(), new TenantConfig(Home.Name, TenantEnvironment.Test, new OrganizationConfig(Home.Orgnr, null, null), new Dictionary<string, PartnerConfig>(), [], UnroutedPolicy.Keep));

    public static ILookup LookupAt(Uri url) => new SiemensAdapter().OpenLookup(PartnerAt(url), Context);

    private static PartnerConfig PartnerAt(Uri url) => new(Home.Name, "siemens", "siemens") { Url = url, Timeout = TimeSpan.FromSeconds(5) };

    public static SyntheticPerson Ada { get; } = Home.Patients(7, 3)[0];

    public static async Task<VendorBench> OpenAsync(SiemensServerOptions? options = null) => new(await SiemensServer.StartAsync(options ?? new SiemensServerOptions { KeepBodies = true }));

    public Task<Result<LookupAnswer>> AskAsync(LookupQuery query) => Lookup.AskAsync(query, CancellationToken.None);

    public static Identifier Number(SyntheticPerson person) => new(Hub.Core.Identities.IdentifierSystems.Fnr, person.NationalId);

    public async Task<SendOutcome> SendAsync(string form, string body, string key = "k1") =>
        (await Sender.SendAsync([new OutboundItem(key, new OutboundDocument(form, "application/fhir+json", Encoding.UTF8.GetBytes(body), key), 1)], CancellationToken.None))[0];

    public static string Plan(int version, string id = "plan-1", string delivery = "d1", string title = "Plan") => $$$$"""
        {"resourceType":"CarePlan","id":"{{{{id}}}}","meta":{"versionId":"{{{{version}}}}"},"identifier":[{"system":"urn:hub:plan:arendal:plans","value":"{{{{id}}}}"},{"system":"urn:hub:delivery","value":"{{{{delivery}}}}"}],"status":"active","intent":"plan","category":[{"coding":[{"system":"http://ehelse.no/fhir/CodeSystem/vkp-careplan-category-v090","code":"2"}]}],"title":"{{{{title}}}}","subject":{"identifier":{"system":"urn:oid:2.16.578.1.12.4.1.4.1","value":"{{{{Ada.NationalId}}}}"}},"created":"2026-03-01T10:00:00+01:00"}
        """;

    public async ValueTask DisposeAsync()
    {
        await Sender.DisposeAsync();
        await Lookup.DisposeAsync();
        await Server.DisposeAsync();
    }

    private sealed class NoSecrets : ISecretReader
    {
        public Result<string> Read(SecretReference reference) => ConfigErrors.SecretMissing.At();
    }
}
