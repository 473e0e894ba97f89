using Hub.Adapters.Profil;
using Hub.Core.Adapters;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Lookups;
using Hub.Core.Tenants;
using Hub.Mappings.Profil;
using Hub.Simulators.Profil;
using Hub.UnitTests.Adapters;
using Hub.UnitTests.Mappings;

namespace Hub.UnitTests.Profil;

/// <summary>A journal, a sender that speaks to it, and documents to send.</summary>
internal sealed class ProfilBench : IAsyncDisposable
{
    public const string Patient = "13116900216";

    private readonly TimeProvider _time;

    private ProfilBench(ProfilServer server, TimeProvider time, params (string Name, string Value)[] options)
    {
        (Server, _time) = (server, time);
        Partner = new PartnerConfig("larvik", "profil", "profil")
        {
            Url = server.Url,
            Timeout = TimeSpan.FromSeconds(10),
            Auth = new OutboundAuth(OutboundAuthKind.ClientCredentials, new SecretReference("env:X"), "hub", null, null),
            Options = options.Append(("apiVersion", options.FirstOrDefault(o => o.Name == "apiVersion").Value ?? "4.2")).DistinctBy(o => o.Item1).ToDictionary(o => o.Item1, o => o.Item2),
        };
        Sender = Adapter.Open(Partner, Context);
        Lookup = Adapter.OpenLookup(Partner, Context);
    }

    public ProfilAdapter Adapter { get; } = new();

    public ProfilServer Server { get; }

    public PartnerConfig Partner { get; }

    public ISender Sender { get; }

    public ILookup Lookup { get; }

    private SenderContext Context => new(_time, new FixedSecrets(), MappingBench.Context().Tenant);

    public static async Task<ProfilBench> StartAsync(ProfilServerOptions? options = null, TimeProvider? time = null, params (string Name, string Value)[] settings)
    {
        var server = await ProfilServer.StartAsync(
            (options ?? new ProfilServerOptions()) with
            {
                SchemaFile = Path.Combine(GoldenCase.Root, "schemas", "profil-like.xsd"),
                Clients = new Dictionary<string, string> { ["hub"] = "s3cret" },
            },
            time);
        return new ProfilBench(server, time ?? TimeProvider.System, settings);
    }

    public static OutboundItem Item(HomeContent content, int number = 1) =>
        new($"0b0e7a0e-{number}.1-0", MappingBench.Map(ProfilMapping.MappingName, content).Document!, 1);

    public static OutboundItem Pulse(int number = 1) => Item(SampleMeasurements.Plain(MeasurementKind.HeartRate), number);

    public static OutboundItem Note(int number = 1) => Item(new JournalNote(Time, [new NoteSection(null, null, "Alt vel.", [])]), number);

    public static OutboundItem Plan(int version, int number) => Item(
        new SelfTreatmentPlan("p-1", version, Time, [new PlanZone(Triage.Green, "Puster som vanlig", "Fortsett", [new ZoneThreshold(MeasurementKind.OxygenSaturation, null, new Quantity(90.0m, "%"), null)])]) { Title = "KOLS-plan" }, number);

    public static ClinicalTime Time => new(new DateTimeOffset(2026, 3, 1, 8, 15, 0, TimeSpan.FromHours(1)));

    public async Task<SendOutcome> SendAsync(OutboundItem item) => (await Sender.SendAsync([item], CancellationToken.None)).Single();

    public async Task<SendOutcome.Failed> FailAsync(OutboundItem item) => Xunit.Assert.IsType<SendOutcome.Failed>(await SendAsync(item));

    public async Task<LookupAnswer> AskAsync(LookupQuery query)
    {
        var answer = await Lookup.AskAsync(query, CancellationToken.None);
        Xunit.Assert.True(answer.IsOk, string.Join("; ", answer.Errors));
        return answer.Value;
    }

    public async ValueTask DisposeAsync()
    {
        await Sender.DisposeAsync();
        await Lookup.DisposeAsync();
        await Server.DisposeAsync();
    }

    private sealed class FixedSecrets : ISecretReader
    {
        public Result<string> Read(SecretReference reference) => "s3cret";
    }
}
