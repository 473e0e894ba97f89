using System.Globalization;
using System.Text.Json;
using Hub.Core.Content;
using Hub.Core.Deliveries;
using Hub.Core.Identities;
using Hub.Core.Registers;
using Hub.Core.Storage;
using Hub.Simulators.Dignio;
using Hub.Simulators.Gerica;
using Hub.Simulators.HelseId;
using Hub.Simulators.Messaging;
using Hub.Simulators.Tellu;

namespace Hub.Host.Scenarios;

/// <summary>Bodø: a Tellu-like vendor that is polled, a Gerica-like journal, and a hospital with DIPS that hands patients over by message.</summary>
internal sealed class BodoScenario : IScenario
{
    private const string Tenant = "bodo";
    private const string Flow2 = "2 notes and values";
    private const string Flow3 = "3 treaters look";
    private const string Flow5 = "5 handover";
    private const string Flow6 = "6 proposal and answer";
    private const int Patients = 4;
    private const int Days = 3;

    private GericaServer _journal = null!;
    private TelluServer _vendor = null!;
    private CounterpartServer _hospital = null!;
    private HelseIdServer _helseId = null!;
    private ScenarioDips _dips = null!;

    private static CounterpartParty Own { get; } = new()
    {
        EnterpriseHer = 8094866,
        ServiceHer = 8094867,
        OrganizationNumber = "312229544",
        EnterpriseName = "Bodø kommune",
        ServiceName = "Digital hjemmeoppfølging",
        Phone = "75555000",
        EdiAddress = "dho@bodo.example",
    };

    /// <inheritdoc/>
    public string Name => Tenant;

    /// <inheritdoc/>
    public string Title => "Tellu-like home follow-up that is polled, a Gerica-like journal, a hospital with DIPS that hands patients over";

    /// <inheritdoc/>
    public async Task CastAsync(ScenarioCast cast, CancellationToken cancel)
    {
        var clients = new Dictionary<string, string> { ["hub-bodo"] = "bodo" };
        _journal = cast.Add(await GericaServer.StartAsync(new GericaOptions { Clients = clients, KeepBodies = true }));
        cast.Play(Tenant, "gerica", _journal.Url, "bodo");
        _vendor = cast.Add(await TelluServer.StartAsync(new TelluServerOptions { Clients = clients, KeepBodies = true }));
        cast.Play(Tenant, "tellu", _vendor.Url, "bodo");
        _helseId = cast.Add(await HelseIdServer.StartAsync());
        cast.HubSettings["tokens.issuer"] = _helseId.Issuer.ToString().TrimEnd('/');
        _dips = await BodoDips.CastAsync(cast, Own.OrganizationNumber, _helseId);
        var network = ScenarioNetwork.Of(cast, Tenant, Own);
        _hospital = await network.AddAsync(CounterpartParty.Hospital);
        cast.Play(Tenant, "sykehus", _hospital.Url, null, new Dictionary<string, string> { ["options.resendAfter"] = "1s", ["options.resends"] = "20" });
    }

    /// <inheritdoc/>
    public async Task PlayAsync(ScenarioStage stage, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(stage.Now.UtcDateTime);
        var story = TelluStory.Tell(5, Patients, today.AddDays(-Days), Days).ToList();
        var person = SyntheticPerson.Make(5, Patients)[0];
        await NotesAsync(stage, story, cancel);
        await new BodoDips(story).PlayAsync(stage, _vendor, _dips, cancel);
        await LooksAsync(stage, person);
        await ProposalAsync(stage, person, cancel);
        await HandoverAsync(stage, person, cancel);
        await LooksAfterwardsAsync(stage, person);
    }

    private async Task LooksAsync(ScenarioStage stage, SyntheticPerson person)
    {
        await stage.StepAsync(Flow3, "a nurse of the municipality looks: the values come from the vendor while she waits", async () =>
        {
            var (status, body) = await LookAsync(stage, person, Own.OrganizationNumber, "SP");
            var found = status == 200 ? JsonDocument.Parse(body).RootElement.GetProperty("entry").GetArrayLength() : 0;
            return found > 0 ? string.Create(CultureInfo.InvariantCulture, $"{found} values") : throw new ScenarioFailedException($"answered {status}: {body}");
        });
        await stage.StepAsync(Flow3, "who is not responsible, has another role or is of another organisation sees nothing", async () =>
        {
            var hospital = await LookAsync(stage, person, CounterpartParty.Hospital.OrganizationNumber, "LE");
            var secretary = await LookAsync(stage, person, Own.OrganizationNumber, "XX");
            var stranger = await LookAsync(stage, person, "994598759", "LE");
            return (hospital.Status, secretary.Status, stranger.Status) == (403, 403, 403) ? "403, 403, 403" : throw new ScenarioFailedException($"{hospital.Status}, {secretary.Status}, {stranger.Status}");
        });
        await stage.StepAsync(Flow3, "the vendor is down: the answer says so, and is not empty as if there were no values", async () =>
        {
            await _vendor.SetFaultsAsync(new FaultPlan { Down = DownKind.Refuse });
            var (status, body) = await LookAsync(stage, SyntheticPerson.Make(5, Patients)[1], Own.OrganizationNumber, "LE");
            await _vendor.SetFaultsAsync(FaultPlan.Healthy);
            return status is 502 or 503 or 504 && body.Contains("OperationOutcome", StringComparison.Ordinal) ? $"{status}" : throw new ScenarioFailedException($"answered {status}: {body}");
        });
    }

    private async Task LooksAfterwardsAsync(ScenarioStage stage, SyntheticPerson person) =>
        await stage.StepAsync(Flow5, "after the switch the hospital may still look, for a month", async () =>
        {
            var (status, body) = await LookAsync(stage, person, CounterpartParty.Hospital.OrganizationNumber, "LE");
            return status == 200 ? null : throw new ScenarioFailedException($"answered {status}: {body}");
        });

    private Task<(int Status, string Body)> LookAsync(ScenarioStage stage, SyntheticPerson person, string orgnr, string role)
    {
        var token = _helseId.IssueUserToken(new HelseIdUser("13717404089", "visningsmodul", ["user/Observation.read"])
        {
            Hpr = "9144889",
            Audience = "hub-bodo",
            OrgnrParent = orgnr,
            Claims = new Dictionary<string, JsonElement>
            {
                ["helseid://claims/hpr/hpr_details"] = JsonSerializer.SerializeToElement(new { approvals = new[] { new { profession = role } } }),
            },
        });
        var form = $"patient.identifier={Uri.EscapeDataString($"{IdentifierSystems.Fnr}|{person.NationalId}")}&_count=50";
        return stage.CallAsync(token, HttpMethod.Post, $"fhir/{Tenant}/Observation/_search", form, "application/x-www-form-urlencoded");
    }

    private async Task NotesAsync(ScenarioStage stage, List<TelluEntry> story, CancellationToken cancel)
    {
        await stage.StepAsync(Flow2, "the hub fetches the vendor's feed, and the journal has the notes", async () =>
        {
            _vendor.Publish(story.Take(story.Count / 2));
            return await ArrivedAsync(stage, story.Take(story.Count / 2), cancel);
        });
        await stage.StepAsync(Flow2, "vendor and journal go down one after the other and come back; nothing is lost, nothing comes twice", async () =>
        {
            await _vendor.SetFaultsAsync(new FaultPlan { Down = DownKind.Refuse });
            _vendor.Publish(story.Skip(story.Count / 2));
            await _journal.SetFaultsAsync(new FaultPlan { Down = DownKind.Refuse });
            await _vendor.SetFaultsAsync(FaultPlan.Healthy);
            await stage.UntilAsync("something waits for the journal", async () => (await stage.Hub.Services.Store.LedgerAsync(Tenant, cancel)).Pending > 0, cancel);
            await _journal.SetFaultsAsync(FaultPlan.Healthy);
            var arrived = await ArrivedAsync(stage, story, cancel);
            var report = _journal.Ledger.Report();
            return report.EffectTwice.Count == 0 && report.OutOfOrder.Count == 0 ? arrived : throw new ScenarioFailedException("the journal got something twice or out of order");
        });
    }

    private async Task<string> ArrivedAsync(ScenarioStage stage, IEnumerable<TelluEntry> published, CancellationToken cancel)
    {
        // One for every thing and revision, however often it was published.
        var expected = published.Select(e => (e.Kind, e.Id, e.Revision)).Distinct().Count();
        var stored = 0;
        await stage.UntilAsync($"{expected} entries are taken in", async () => (stored = (await stage.MessagesAsync(Tenant)).Count(m => m.Message.Source == "tellu")) >= expected, cancel);
        await stage.DrainAsync(cancel);
        var notes = await stage.DeliveredAsync(Tenant, "gerica", ContentKind.Note);
        var values = await stage.DeliveredAsync(Tenant, "gerica", ContentKind.Measurement);
        return string.Create(CultureInfo.InvariantCulture, $"{stored} entries taken in of {_vendor.Published} published; {notes} notes and {values} values in the journal");
    }

    private async Task ProposalAsync(ScenarioStage stage, SyntheticPerson person, CancellationToken cancel)
    {
        var letter = _hospital.Letters.Dialogue(Own, LetterPatient.Of(person.NationalId, person.Name), "Ber om at kommunen overtar digital hjemmeoppfølging. Stabil etter utskrivning.");
        await stage.StepAsync(Flow6, "the hospital proposes a patient by a dialogue to the follow-up service, and the allocation office sees it in its journal", async () =>
        {
            await _hospital.SendAsync(letter, Own.ServiceHer);
            await stage.UntilAsync("the proposal is in the journal", async () => (await HandoversAsync(stage, "proposed", DeliveryState.Delivered)).Count == 1, cancel);
            return null;
        });
        await stage.StepAsync(Flow6, "nobody but the receiver can answer, and a refusal needs a reason", async () =>
        {
            var (status, body) = await stage.CallAsync(Tenant, "gerica", HttpMethod.Post, $"handovers/{Tenant}/{letter.DocumentId}/answer", """{"accepted":false}""");
            return status == 400 && body.Contains("HUB-HANDOVER-010", StringComparison.Ordinal) ? "HUB-HANDOVER-010" : throw new ScenarioFailedException($"answered {status}");
        });
        await stage.StepAsync(Flow6, "the office accepts for a moment some seconds ahead; the answer reaches the hospital in its own dialogue", async () =>
        {
            var moment = stage.Now.AddSeconds(4).ToString("yyyy-MM-dd'T'HH:mm:ss.fffK", CultureInfo.InvariantCulture);
            var (status, body) = await stage.CallAsync(Tenant, "gerica", HttpMethod.Post, $"handovers/{Tenant}/{letter.DocumentId}/answer", $$"""{"accepted":true,"effectiveAt":"{{moment}}","author":"Sykepleier Pleiersen"}""");
            if (status != 200)
                throw new ScenarioFailedException($"answered {status}: {body}");
            var before = _hospital.Ledger.Effects.Count;
            await stage.UntilAsync("the hospital has the answer", () => Task.FromResult(_hospital.Ledger.Effects.Any(e => e.Patient == person.NationalId)), cancel);
            return $"{_hospital.Ledger.Effects.Count} letters at the hospital (before: {before})";
        });
    }

    private static async Task HandoverAsync(ScenarioStage stage, SyntheticPerson person, CancellationToken cancel)
    {
        var patient = new Identifier(IdentifierSystems.Fnr, person.NationalId);
        await stage.StepAsync(Flow5, "at the agreed moment responsibility moves; everybody is told", async () =>
        {
            var register = new ResponsibilityRegister(stage.Hub.Services.Store, stage.Hub.Services.Vault);
            var moved = await stage.FindAsync(
                "responsibility has moved", async () => (await register.OfAsync(Tenant, stage.Hub.Services.Vault.PatientKey(Tenant, patient), cancel)).Value, cancel);
            await stage.UntilAsync("journal and hospital are told", async () => (await HandoversAsync(stage, "transferred", DeliveryState.Delivered)).Count == 1, cancel);
            return $"{moved.Before} -> {moved.Party}";
        });
        await stage.StepAsync(Flow5, "who did what, when and why is kept", async () =>
        {
            var steps = (await stage.MessagesAsync(Tenant, patient)).Where(m => m.Message.Source == "handovers").Select(m => m.Category).Reverse();
            return string.Join(", ", steps);
        });
    }

    private static async Task<IReadOnlyList<MessageView>> HandoversAsync(ScenarioStage stage, string category, DeliveryState state) =>
        [.. (await stage.MessagesAsync(Tenant)).Where(m => m.Message.Source == "handovers" && m.Category == category && m.Deliveries.Count > 0 && m.Deliveries.All(d => d.Row.State == state))];
}
