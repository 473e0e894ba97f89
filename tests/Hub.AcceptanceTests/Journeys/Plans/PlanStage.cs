using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.AcceptanceTests.Staging;
using Hub.Core.Content;
using Hub.Simulators.Dignio;
using Hub.Simulators.Gerica;
using Hub.Simulators.Planer;
using Hub.Tests.Support;

namespace Hub.AcceptanceTests.Journeys.Plans;

/// <summary>A municipality that shares plans with its vendor, its journal, the hospital and the national register.</summary>
internal sealed class PlanStage : IAsyncDisposable
{
    private const string Consent = ", requires: [\"consent:share-plan\"]";

    // Work that a killed node had claimed is done again a minute later.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly TestKey _vendor;
    private readonly TestKey _hospital;

    private PlanStage(Stage stage, TestKey key, TestKey hospital, DignioServer vendor, DignioServer clinic, PlanerServer planer) =>
        (Hub, _vendor, _hospital, Vendor, Clinic, Planer) = (stage, key, hospital, vendor, clinic, planer);

    public Stage Hub { get; }

    /// <summary>Key of the hospital's system.</summary>
    public TestKey HospitalKey => _hospital;

    public GericaServer Journal => Hub.Journal;

    public DignioServer Vendor { get; }

    /// <summary>The hospital's system.</summary>
    public DignioServer Clinic { get; }

    public PlanerServer Planer { get; }

    public static async Task<PlanStage> OpenAsync(BackingKind backing, string settings = "", string sections = "", bool requires = false)
    {
        var (vendor, clinic, planer) = (await DignioServer.StartAsync(), await DignioServer.StartAsync(), await PlanerServer.StartAsync());
        var (key, hospital) = (TestKey.New("vendor"), TestKey.New("hospital"));
        var larvik = Municipality.Larvik with
        {
            Partners = $$"""
                  vendor: { adapter: dignio, url: "{{vendor.Url}}", inbound: { keys: ["{{key.Hash}}"], rate: 0 }, breaker: { failures: 5, probe: 50ms, maxProbe: 200ms } }
                  hospital: { adapter: dignio, url: "{{clinic.Url}}", inbound: { keys: ["{{hospital.Hash}}"], rate: 0 } }
                  planer: { adapter: planer, url: "{{planer.Url}}", inbound: { auth: poll, every: 1s }, breaker: { failures: 5, probe: 50ms, maxProbe: 200ms } }
                  plans: { adapter: plans, inbound: { auth: hub } }
                """,
            Sections = sections,
            Routes = $$"""
                  - { name: plans-in, from: [vendor, hospital, planer], content: plan, to: plans, as: hub.content{{(requires ? Consent : "")}} }
                  - { name: plan-to-vendor, from: plans, content: plan, to: vendor, as: dho.plan, retry: { delays: [50ms, 100ms, 200ms], giveUpAfter: 5m } }
                  - { name: plan-to-journal, from: plans, content: plan, to: journal, as: fhir.careplan, retry: { delays: [50ms, 100ms, 200ms], giveUpAfter: 5m } }
                  - { name: plan-to-hospital, from: plans, content: plan, to: hospital, as: dho.plan{{(requires ? Consent : "")}}, retry: { delays: [50ms, 100ms, 200ms], giveUpAfter: 5m } }
                  - { name: plan-to-planer, from: plans, content: plan, to: planer, as: planer.plan, retry: { delays: [50ms, 100ms, 200ms], giveUpAfter: 5m } }
                """,
        };
        return new PlanStage(await Stage.OpenAsync(backing, settings, larvik), key, hospital, vendor, clinic, planer);
    }

    /// <summary>The vendor's user writes.</summary>
    public Task<Reply> VendorAsync(string eventId, int version, Func<SelfTreatmentPlan, SelfTreatmentPlan> change) => WriteAsync("vendor", _vendor, eventId, version, change);

    /// <summary>The hospital's user writes.</summary>
    public Task<Reply> HospitalAsync(string eventId, int version, Func<SelfTreatmentPlan, SelfTreatmentPlan> change) => WriteAsync("hospital", _hospital, eventId, version, change);

    /// <summary>Asks the FHIR face.</summary>
    public async Task<(HttpStatusCode Status, JsonNode Body, string? ETag)> FhirAsync(HttpMethod method, string path, string? body = null, string? match = null, string? reason = null, string? form = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, $"fhir/larvik/{path}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key ?? _hospital.Value);
        if (match is not null)
            request.Headers.TryAddWithoutValidation("If-Match", match);
        if (reason is not null)
            request.Headers.TryAddWithoutValidation("X-Provenance", Provenance(reason));
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/fhir+json");
        else if (form is not null)
            request.Content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await Hub.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!, response.Headers.TryGetValues("ETag", out var tags) ? tags.First() : null);
    }

    /// <summary>The patient's plan as the FHIR face has it.</summary>
    public async Task<JsonNode> PlanAsync() =>
        (await FhirAsync(HttpMethod.Post, "CarePlan/_search", form: $"patient.identifier=urn:oid:2.16.578.1.12.4.1.4.1|{Events.People[0].NationalId}")).Body["entry"]![0]!["resource"]!;

    /// <summary>Waits until the plan has so many versions, and everybody shows the title.</summary>
    public Task EverybodyShowsAsync(string title, int version) => Wait.UntilAsync(
        $"everybody shows '{title}'",
        Patience,
        async () => await VersionAsync() == version && VendorTitle == title && ClinicTitle == title && JournalTitle == title && PlanerTitle == title,
        () => $"vendor {VendorTitle}, hospital {ClinicTitle}, journal {JournalTitle}, planer {PlanerTitle}{Environment.NewLine}{Hub.Logs()}");

    public string? VendorTitle { get; private set; }

    public string? ClinicTitle { get; private set; }

    public string? JournalTitle => Journal.Ledger.Effects.Where(e => e.Form == "CarePlan").MaxBy(e => e.No)?.Body is { } body ? (string?)JsonNode.Parse(body)!["title"] : null;

    public string? PlanerTitle => Planer.Register.Ids is [var id, ..] ? (string?)Planer.Register.Find(id)!["clinical_content"]!["title"] : null;

    public async ValueTask DisposeAsync()
    {
        await Hub.DisposeAsync();
        await Vendor.DisposeAsync();
        await Clinic.DisposeAsync();
        await Planer.DisposeAsync();
    }

    /// <summary>What a system shows: what its user wrote, until it is told something else.</summary>
    private void Look()
    {
        VendorTitle = Vendor.Plans.Last is { } told && told.Version > _vendorWrote ? Title(told.Body) : _vendorTitle;
        ClinicTitle = Clinic.Plans.Last is { } shown && shown.Version > _clinicWrote ? Title(shown.Body) : _clinicTitle;
    }

    private int _vendorWrote;
    private int _clinicWrote;
    private string? _vendorTitle;
    private string? _clinicTitle;

    private async Task<int> VersionAsync()
    {
        var found = await FhirAsync(HttpMethod.Post, "CarePlan/_search", form: $"patient.identifier={Events.People[0].NationalId}");
        Look();
        return found.Body["entry"] is JsonArray { Count: > 0 } entries ? int.Parse((string)entries[0]!["resource"]!["meta"]!["versionId"]!, System.Globalization.CultureInfo.InvariantCulture) : 0;
    }

    private async Task<Reply> WriteAsync(string from, TestKey key, string eventId, int version, Func<SelfTreatmentPlan, SelfTreatmentPlan> change)
    {
        var sample = (SelfTreatmentPlan)Events.Plan("shared", Events.People[0]).Content;
        var plan = change(sample with { PlanId = $"plan-of-{from}", Version = version, ReasonForChange = $"Grunn {eventId}" });
        var told = from == "vendor" ? Vendor.Plans : Clinic.Plans;
        if (told.Last is { } read)
            plan = plan with { BasedOn = $"{read.Plan}/{read.Version}" };
        if (from == "vendor")
            (_vendorWrote, _vendorTitle) = (told.Last?.Version ?? 0, plan.Title);
        else
            (_clinicWrote, _clinicTitle) = (told.Last?.Version ?? 0, plan.Title);
        // Times are told to the second: what came in this very second cannot be told from what comes after.
        var second = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        await Wait.UntilAsync("the next second", Patience, () => Task.FromResult(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() > second));
        var at = TimeProvider.System.GetUtcNow();
        var happened = new FeedEvent(eventId, Events.People[0], at, at, plan);
        return await Hub.Caller(key).PostAsync($"in/larvik/{from}", DignioJson.Write(happened), "application/json");
    }

    // Letters beyond ASCII stand as escapes: headers carry no others.
    private static string Provenance(string reason) => JsonSerializer.Serialize(new
    {
        resourceType = "Provenance",
        target = new[] { new { display = "plan" } },
        recorded = "2026-03-01T08:00:00Z",
        reason = new[] { new { text = reason } },
        agent = new[] { new { who = new { type = "Practitioner", display = "Lege Legesen" } } },
    });

    private static string? Title(JsonElement plan) => plan.TryGetProperty("title", out var title) ? title.GetString() : null;
}
