using Hub.Adapters.Dips;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Core.Jose;
using Hub.Core.Tenants;
using Hub.Simulators.Dips;
using Hub.Simulators.HelseId;
using Hub.UnitTests.HelseId;
using Hub.UnitTests.Mappings;

namespace Hub.UnitTests.Dips;

/// <summary>A simulated journal behind a simulated HelseID, and ways to send to it and to ask it.</summary>
internal sealed class DipsBench : IAsyncDisposable
{
    public const string National = "13116900216";
    public const string FhirScope = "dips:fhir-r4";
    public const string RpmScope = "dips:rpm";
    public const string SubscriptionKey = "sub-key-1";

    public static readonly ClinicalTime At = new(new DateTimeOffset(2026, 3, 1, 9, 14, 55, TimeSpan.FromHours(1)));

    private static readonly (string Name, string Value)[] Standard =
        [("author", "agb113"), ("department", "afa22"), ("custodian", "afa22"), ("fhirScope", FhirScope), ("rpmScope", RpmScope), ("subscriptionKey", "file:sub.key")];

    private readonly List<IAsyncDisposable> _open = [];
    private readonly SigningKey _key;
    private readonly HelseIdServer _helseId;
    private readonly bool _dpop;

    private DipsBench(SigningKey key, HelseIdServer helseId, HelseIdGate gate, DipsServer server, bool dpop) => (_key, _helseId, Gate, Server, _dpop) = (key, helseId, gate, server, dpop);

    public DipsServer Server { get; }

    public HelseIdGate Gate { get; }

    public int Tokens => _helseId.Ledger.Grants.Count;

    public static async Task<DipsBench> OpenAsync(Func<DipsServerOptions, DipsServerOptions>? change = null, bool dpop = true, params DipsPatient[] patients)
    {
        var key = SigningKey.NewEc();
        var client = new HelseIdClient("hub", [key.Public], [FhirScope, RpmScope]) { Organizations = ["312229544"], Name = "Hub", DPoP = dpop };
        var helseId = await HelseIdServer.StartAsync(new HelseIdOptions { Clients = [client] });
        var gate = new HelseIdGate(helseId) { DPoPOnly = dpop };
        var options = new DipsServerOptions { Gate = gate, FhirScope = FhirScope, RpmScope = RpmScope, SubscriptionKey = SubscriptionKey, KeepBodies = true, Patients = patients.Length > 0 ? patients : [new DipsPatient(National)] };
        return new DipsBench(key, helseId, gate, await DipsServer.StartAsync(change?.Invoke(options) ?? options), dpop);
    }

    public static OutboundItem Item(string mapping, HomeContent content, int attempt = 1, string key = "key-1", string national = National)
    {
        var envelope = MappingBench.Envelope(content, new Patient(new Identifier(IdentifierSystems.Fnr, national), "Line Danser", []));
        var outcome = MappingBench.Catalogue.Find(mapping)!.Map(envelope, MappingBench.Context([("author", "agb113"), ("department", "afa22"), ("custodian", "afa22")]));
        return new OutboundItem(key, outcome.Document!, attempt);
    }

    public static OutboundItem Weight(int attempt = 1) => Item("dips.observation", SampleMeasurements.Plain(MeasurementKind.BodyWeight) with { Value = Measured.Of(72.50m, "kg") }, attempt);

    public static OutboundItem Note(int attempt = 1) => Item("dips.document", new JournalNote(At, [new NoteSection("Oppfølging", null, "Ringt pasienten.", [])]), attempt);

    public static OutboundItem Alarm(int attempt = 1) =>
        Item("dips.alert", new Alert("a-1", AlertState.Raised, At) { Triage = Triage.Red, Evidence = [SampleMeasurements.Plain(MeasurementKind.OxygenSaturation)] }, attempt);

    public static OutboundItem Form(int attempt = 1) => Item(
        "fhir.questionnaire",
        new QuestionnaireAnswers("cat", At, [new AnsweredItem("1", "Hoste", [new Answer(Integer: 3)], [])]) { FormTitle = "CAT", Scores = [new FormScore(MeasurementKind.CatScore, 17m, Maximum: 40m)] },
        attempt);

    public PartnerConfig Partner(params (string Name, string Value)[] options) =>
        HelseIdBench.Partner(HelseIdBench.Auth(_helseId.Issuer, h => h with { DPoP = _dpop }, FhirScope), Server.Url) with
        {
            Options = Standard.Where(s => options.All(o => o.Name != s.Name)).Concat(options.Where(o => o.Value.Length > 0)).ToDictionary(o => o.Name, o => o.Value),
        };

    public ISender Sender(params (string Name, string Value)[] options) => Keep(new DipsAdapter().Open(Partner(options), Context([])));

    public ISender Sender(IReadOnlyList<RouteConfig> routes) => Keep(new DipsAdapter().Open(Partner(), Context(routes)));

    public ILookup Lookup() => Keep(new DipsAdapter().OpenLookup(Partner(), Context([])));

    public async Task<SendOutcome> SendAsync(OutboundItem item, params (string Name, string Value)[] options) => (await Sender(options).SendAsync([item], CancellationToken.None)).Single();

    public async Task<SendOutcome.Failed> FailAsync(OutboundItem item, params (string Name, string Value)[] options)
    {
        var outcome = await SendAsync(item, options);
        return outcome as SendOutcome.Failed ?? throw new InvalidOperationException($"Delivered: {outcome}");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var open in _open)
            await open.DisposeAsync();
        await Server.DisposeAsync();
        await _helseId.DisposeAsync();
        _key.Dispose();
    }

    private SenderContext Context(IReadOnlyList<RouteConfig> routes) => new(
        TimeProvider.System,
        new TwoSecrets(_key.ExportPem()),
        new TenantConfig("larvik", TenantEnvironment.Test, new OrganizationConfig("312229544", null, null), new Dictionary<string, PartnerConfig>(), routes, UnroutedPolicy.Keep));

    private T Keep<T>(T open)
        where T : IAsyncDisposable
    {
        _open.Add(open);
        return open;
    }

    private sealed class TwoSecrets(string key) : ISecretReader
    {
        public Result<string> Read(SecretReference reference) => reference.ToString().Contains("sub.key", StringComparison.Ordinal) ? SubscriptionKey
            : reference.ToString().Contains("other.key", StringComparison.Ordinal) ? "sub-key-2" : key;
    }
}
