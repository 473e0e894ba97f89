using System.Globalization;
using Hub.Simulators.Dignio;
using Hub.Simulators.Gerica;
using Hub.Simulators.Profil;

namespace Hub.Host.Scenarios;

/// <summary>Agder: one Siemens-like vendor serves many municipalities with three different journals (Gerica-like, Profil-like, DIPS) through one connection.</summary>
internal sealed class AgderScenario : IScenario
{
    private const string Connection = "siemens-agder";
    private const string Flow2 = "2 values";
    private const string Kristiansand = "312229544";
    private const string Grimstad = "994598759";
    private const string Arendal = "310200158";
    private const int Patients = 8;

    private GericaServer _gerica = null!;
    private ProfilServer _profil = null!;
    private ScenarioDips _dips = null!;

    /// <inheritdoc/>
    public string Name => "agder";

    /// <inheritdoc/>
    public string Title => "one Siemens-like vendor, one connection, many municipalities with three different journals";

    /// <inheritdoc/>
    public async Task CastAsync(ScenarioCast cast, CancellationToken cancel)
    {
        cast.Connect(Connection);
        var clients = new Dictionary<string, string> { ["hub"] = "agder" };
        _gerica = cast.Add(await GericaServer.StartAsync(new GericaOptions { Clients = clients, KeepBodies = true }));
        cast.Play("kristiansand", "gerica", _gerica.Url, "agder");
        _profil = cast.Add(await ProfilServer.StartAsync(new ProfilServerOptions { Clients = clients }));
        cast.Play("grimstad", "profil", _profil.Url, "agder");
        _dips = await ScenarioDips.OpenAsync(cast, "arendal", "dips", new ScenarioDipsTerms("hub-agder", Arendal));
    }

    /// <inheritdoc/>
    public async Task PlayAsync(ScenarioStage stage, CancellationToken cancel)
    {
        var people = SyntheticPerson.Make(21, Patients);
        await stage.StepAsync(Flow2, "one batch with values of three municipalities: each is in the journal of its own, and an organisation that has not opted in is refused", async () =>
        {
            var batch = SiemensBundles.Batch(
                (Kristiansand, people[0].NationalId, "r-1", stage.Now.AddMinutes(-9), 97m), (Grimstad, people[1].NationalId, "r-2", stage.Now.AddMinutes(-8), 91.5m),
                (Arendal, people[6].NationalId, "r-4", stage.Now.AddMinutes(-6), 94.0m), ("310000101", people[2].NationalId, "r-3", stage.Now.AddMinutes(-7), 95m));
            var (status, body) = await SendAsync(stage, batch);
            var statuses = SiemensBundles.Statuses(body);
            await stage.DrainAsync(cancel);
            if (statuses.Count(s => s.StartsWith("202", StringComparison.Ordinal) || s.StartsWith("201", StringComparison.Ordinal)) < 3 || statuses.Count(s => s.StartsWith("403", StringComparison.Ordinal)) != 1)
                throw new ScenarioFailedException($"answered {status}: {string.Join(", ", statuses)}");
            return (_gerica.Ledger.Count, _profil.Ledger.Entries.Count, Vital) == (1, 1, 1)
                ? string.Join(", ", statuses)
                : throw new ScenarioFailedException($"{_gerica.Ledger.Count}, {_profil.Ledger.Entries.Count} and {Vital} values arrived");
        });
        await stage.StepAsync(Flow2, "one journal goes down: the other municipalities notice nothing, and the vendor neither", async () =>
        {
            await _gerica.SetFaultsAsync(new FaultPlan { Down = DownKind.Refuse });
            for (var i = 0; i < 20; i++)
            {
                var (status, _) = await SendAsync(stage, SiemensBundles.Batch(
                    (Kristiansand, people[3].NationalId, $"k-{i}", stage.Now.AddMinutes(-60 + i), 92m + (i * 0.1m)), (Grimstad, people[4].NationalId, $"g-{i}", stage.Now.AddMinutes(-60 + i), 93m),
                    (Arendal, people[7].NationalId, $"a-{i}", stage.Now.AddMinutes(-60 + i), 95m)));
                if (status != 200)
                    throw new ScenarioFailedException($"answered {status}");
            }

            await stage.UntilAsync("Grimstad and Arendal have all of their values", () => Task.FromResult(_profil.Ledger.Entries.Count == 21 && Vital == 21), cancel);
            var waiting = (await stage.Hub.Services.Store.LedgerAsync("kristiansand", cancel)).Pending;
            return string.Create(CultureInfo.InvariantCulture, $"{waiting} values wait for Kristiansand");
        });
        await stage.StepAsync(Flow2, "the journal is back: its values arrive in order, with their digits", async () =>
        {
            await _gerica.SetFaultsAsync(FaultPlan.Healthy);
            await stage.DrainAsync(cancel);
            var report = _gerica.Ledger.Report();
            var digits = _gerica.Ledger.Effects.Any(e => e.Body is { } body && System.Text.Encoding.UTF8.GetString(body).Contains("92.0", StringComparison.Ordinal));
            return _gerica.Ledger.Count == 21 && report.OutOfOrder.Count == 0 && report.EffectTwice.Count == 0 && digits
                ? "21 values in order; 92.0 stayed 92.0"
                : throw new ScenarioFailedException($"{_gerica.Ledger.Count} values, {report.OutOfOrder.Count} out of order, digits kept: {digits}");
        });
        await stage.StepAsync(Flow2, "nothing of one municipality is stored at another", async () =>
        {
            foreach (var (tenant, foreign) in new[] { ("kristiansand", people[4]), ("grimstad", people[7]), ("arendal", people[3]) })
            {
                var found = await stage.MessagesAsync(tenant, new Core.Identities.Identifier(Core.Identities.IdentifierSystems.Fnr, foreign.NationalId));
                if (found.Count > 0)
                    throw new ScenarioFailedException($"{tenant} has {found.Count} messages about somebody else's patient");
            }

            return null;
        });
    }

    private int Vital => _dips.Server.All("Observation").Count;

    private static Task<(int Status, string Body)> SendAsync(ScenarioStage stage, string bundle) =>
        stage.CallAsync(stage.Cast.Connections[Connection], HttpMethod.Post, $"connections/{Connection}/fhir", bundle, "application/fhir+json");
}
