using Hub.Simulators.Dips;
using Hub.Simulators.Gerica;
using Hub.Simulators.Profil;

namespace Hub.AcceptanceTests.Staging;

/// <summary>A journal of one municipality, of whatever make.</summary>
internal abstract class StagedJournal : IAsyncDisposable
{
    private static readonly string[] Kept = ["measurement", "alert", "note", "questionnaire", "plan"];

    /// <summary>The makes; municipalities take them in turn.</summary>
    public static IReadOnlyList<Func<Task<StagedJournal>>> Kinds { get; } = [GericaJournal.OpenAsync, ProfilJournal.OpenAsync, DipsJournal.OpenAsync];

    /// <summary>The partner in the tenant file.</summary>
    public abstract string Partner { get; }

    /// <summary>National id of each thing that was filed, in order.</summary>
    public abstract IReadOnlyList<string> Filed { get; }

    /// <summary>Routes that deliver everything.</summary>
    public string Routes => string.Join('\n', Kept.Select(kind => $"  - {{ name: {kind}s, from: siemens, content: {kind}, {(kind is "note" or "questionnaire" ? "when: { triage: [none, green, yellow, red] }, " : "")}to: journal, as: {Mapping(kind)}, retry: {{ schedule: fast }} }}"));

    public abstract ValueTask DisposeAsync();

    protected abstract string Mapping(string kind);

    private sealed class GericaJournal(GericaServer server) : StagedJournal
    {
        public override string Partner => $"  journal: {{ adapter: gerica, url: \"{server.Url}\" }}";

        public override IReadOnlyList<string> Filed => [.. server.Ledger.Effects.Select(e => e.Patient)];

        public static async Task<StagedJournal> OpenAsync() => new GericaJournal(await GericaServer.StartAsync());

        public override ValueTask DisposeAsync() => server.DisposeAsync();

        protected override string Mapping(string kind) => kind switch { "measurement" => "fhir.observation", "plan" => "fhir.careplan", _ => $"journal.{kind}" };
    }

    private sealed class ProfilJournal(ProfilServer server) : StagedJournal
    {
        public override string Partner => $"  journal: {{ adapter: profil, url: \"{server.Url}\", auth: {{ kind: clientCredentials, clientId: hub, secret: \"env:{Municipality.Secret}\" }}, options: {{ apiVersion: \"4.2\" }} }}";

        public override IReadOnlyList<string> Filed => [.. server.Ledger.Entries.Select(e => e.Patient)];

        public static async Task<StagedJournal> OpenAsync() => new ProfilJournal(await ProfilServer.StartAsync());

        public override ValueTask DisposeAsync() => server.DisposeAsync();

        protected override string Mapping(string kind) => "profil.document";
    }

    private sealed class DipsJournal(DipsServer server) : StagedJournal
    {
        public override string Partner => $"  journal: {{ adapter: dips, url: \"{server.Url}\", options: {{ fhirVersion: 4.0.1, author: agb113, department: afa22, custodian: afa22 }} }}";

        public override IReadOnlyList<string> Filed => [.. server.Ledger.Effects.Select(e => e.Patient)];

        public static async Task<StagedJournal> OpenAsync() => new DipsJournal(await DipsServer.StartAsync());

        public override ValueTask DisposeAsync() => server.DisposeAsync();

        protected override string Mapping(string kind) => kind switch
        {
            "measurement" => "dips.observation",
            "alert" => "dips.alert",
            "questionnaire" => "report.questionnaire",
            "plan" => "fhir.careplan",
            _ => "dips.document",
        };
    }
}
