using System.Globalization;
using Hub.Core.Content;
using Hub.Simulators.CheckWare;
using Hub.Simulators.Dignio;
using Hub.Simulators.Gerica;

namespace Hub.Host.Scenarios;

/// <summary>Ullensaker: a Siemens-like vendor, devices in the home, answered forms as reports in the hospital's DIPS, and counts for management.</summary>
internal sealed class UllensakerScenario : IScenario
{
    private const string Tenant = "ullensaker";
    private const string Orgnr = "312229544";
    private const string Flow2 = "2 values and forms";
    private const string Devices = "devices in the home";
    private const string Flow7 = "7 management data";
    private const int Patients = 3;

    private static readonly string[] Needed = ["4711", "Kari Danser", "EpisodeOfCare", "Patient"];

    private readonly UllensakerReports _reports = new();

    private GericaServer _journal = null!;
    private IReadOnlyList<SyntheticPerson> _people = [];

    /// <inheritdoc/>
    public string Name => Tenant;

    /// <inheritdoc/>
    public string Title => "Siemens-like home follow-up, devices in the home, answered forms as reports in the hospital's DIPS, counts for management";

    /// <inheritdoc/>
    public async Task CastAsync(ScenarioCast cast, CancellationToken cancel)
    {
        _people = SyntheticPerson.Make(31, Patients);
        var line = new RegisteredPatient(_people[0].NationalId, "Line", "Danser")
        {
            Phone = "+4790000001",
            KeyBox = "Til høyre for døren, kode 4711",
            Contacts = [new RegisteredContact("Kari Danser", "datter", "+4790000002", NextOfKin: true, HasKey: true)],
            Services = new Dictionary<string, DateTimeOffset> { ["ta"] = DateTimeOffset.UnixEpoch, ["md"] = DateTimeOffset.UnixEpoch },
        };
        _journal = cast.Add(await GericaServer.StartAsync(new GericaOptions { Clients = new Dictionary<string, string> { ["hub-ullensaker"] = "ullensaker" }, Patients = [line], KeepBodies = true }));
        cast.Play(Tenant, "gerica", _journal.Url, "ullensaker");
        foreach (var partner in new[] { "siemens", "responssenter", "checkware" })
            cast.Play(Tenant, partner);
        await _reports.CastAsync(cast, Orgnr);
    }

    /// <inheritdoc/>
    public async Task PlayAsync(ScenarioStage stage, CancellationToken cancel)
    {
        await ValuesAsync(stage, cancel);
        await DevicesAsync(stage, cancel);
        await FormsAsync(stage, cancel);
        await _reports.PlayAsync(stage, _people, cancel);
        await CountsAsync(stage);
    }

    private async Task ValuesAsync(ScenarioStage stage, CancellationToken cancel) =>
        await stage.StepAsync(Flow2, "values with 11073 codes are in the lab module", async () =>
        {
            var batch = SiemensBundles.Batch(
                [.. Enumerable.Range(0, 6).Select(i => (Orgnr, _people[i % Patients].NationalId, $"u-{i}", stage.Now.AddMinutes(-60 + i), 90m + i))]);
            var (status, body) = await stage.CallAsync(Tenant, "siemens", HttpMethod.Post, $"in/{Tenant}/siemens", batch, "application/fhir+json");
            if (status is not (200 or 202 or 207))
                throw new ScenarioFailedException($"answered {status}: {body}");
            await stage.DrainAsync(cancel);
            var values = await stage.DeliveredAsync(Tenant, "gerica", ContentKind.Measurement);
            return values == 6 ? "6 values" : throw new ScenarioFailedException($"{values} values arrived");
        });

    private async Task DevicesAsync(ScenarioStage stage, CancellationToken cancel)
    {
        await stage.StepAsync(Devices, "medicine is taken out while the journal is down; it is journaled by itself when it is back", async () =>
        {
            await _journal.SetFaultsAsync(new FaultPlan { Down = DownKind.Refuse });
            for (var i = 0; i < 3; i++)
            {
                var bundle = DispenserBundle.Write(Guid.NewGuid(), _people[0].NationalId, "Line Danser", stage.Now.AddMinutes(-30 + i));
                var (status, body) = await stage.CallAsync(Tenant, "responssenter", HttpMethod.Post, $"epj/r4/{Orgnr}/bundle", bundle, "application/fhir+json");
                if (status != 202)
                    throw new ScenarioFailedException($"answered {status}: {body}");
            }

            await _journal.SetFaultsAsync(FaultPlan.Healthy);
            await stage.DrainAsync(cancel);
            var journaled = (await stage.MessagesAsync(Tenant)).Where(m => m.Message.Source == "responssenter").ToList();
            return journaled.Count >= 3 && _journal.Ledger.Report().EffectTwice.Count == 0
                ? string.Create(CultureInfo.InvariantCulture, $"{journaled.Count} messages of kind {string.Join(", ", journaled.Select(m => m.Kind.Name()).Distinct())}")
                : throw new ScenarioFailedException($"{journaled.Count} messages");
        });
        await stage.StepAsync(Devices, "on an alarm one answer has patient, address, key box, contacts and services, within the deadline", async () =>
        {
            var (status, body) = await stage.AskVkpAsync(Tenant, "responssenter", $"epj/r4/{Orgnr}/$alarm-context", $"identifier={_people[0].NationalId}", "ta");
            var complete = Needed.All(t => body.Contains(t, StringComparison.Ordinal));
            return status == 200 && complete ? null : throw new ScenarioFailedException($"answered {status}: {body}");
        });
    }

    private async Task FormsAsync(ScenarioStage stage, CancellationToken cancel) =>
        await stage.StepAsync(Flow2, "answered forms are in the journal, with their scores", async () =>
        {
            using var feed = new CheckWareFeed(new FeedTarget(new Uri(stage.Hub.Addresses[0], $"in/{Tenant}/checkware"), stage.Cast.Partners[(Tenant, "checkware")].Key));
            await feed.RunAsync(CheckWareStory.Tell(3, _people, stage.Now.AddDays(-40), 5), cancel);
            await stage.DrainAsync(cancel);
            var forms = await stage.DeliveredAsync(Tenant, "gerica", ContentKind.Questionnaire);
            return feed.Refused == 0 && forms == feed.Taken
                ? string.Create(CultureInfo.InvariantCulture, $"{forms} forms")
                : throw new ScenarioFailedException($"{feed.Taken} taken, {feed.Refused} refused, {forms} arrived");
        });

    private static async Task CountsAsync(ScenarioStage stage) =>
        await stage.StepAsync(Flow7, "management sees what flowed, by day, content and receiver, without a person in it", async () =>
        {
            var day = stage.Now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var (status, csv) = await stage.CallAsync(stage.OperatorKey, HttpMethod.Get, $"ops/v1/statistics?tenant={Tenant}&from={day}&to={day}&format=csv");
            if (status != 200)
                throw new ScenarioFailedException($"answered {status}: {csv}");
            var lines = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            return lines.Length > 3 ? string.Create(CultureInfo.InvariantCulture, $"{lines.Length - 1} lines: {lines[1].TrimEnd()}") : throw new ScenarioFailedException(csv);
        });
}
