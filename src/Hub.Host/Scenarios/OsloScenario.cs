using System.Globalization;
using Hub.Core.Content;
using Hub.Core.Deliveries;
using Hub.Simulators.Dignio;
using Hub.Simulators.Gerica;
using Hub.Simulators.Messaging;

namespace Hub.Host.Scenarios;

/// <summary>Oslo: a Dignio-like vendor, a Gerica-like journal, and the patients' own general practitioners.</summary>
internal sealed class OsloScenario : IScenario
{
    private const string Tenant = "oslo";
    private const int Patients = 5;
    private const int Days = 12;

    private const int Seed = 7;

    private GericaServer _journal = null!;
    private DignioServer _vendor = null!;
    private CounterpartServer _gp = null!;

    /// <inheritdoc/>
    public string Name => Tenant;

    /// <inheritdoc/>
    public string Title => "Dignio-like home follow-up, a Gerica-like journal, the patient's own general practitioner";

    /// <inheritdoc/>
    public async Task CastAsync(ScenarioCast cast, CancellationToken cancel)
    {
        var network = ScenarioNetwork.Of(cast, Tenant, Own);
        _gp = await network.AddAsync(CounterpartParty.Gp, byMail: true);
        cast.Play(Tenant, "fastlege");
        var people = SyntheticPerson.Make(Seed, Patients);
        _journal = cast.Add(await GericaServer.StartAsync(new GericaOptions
        {
            Clients = new Dictionary<string, string> { ["hub-oslo"] = "oslo" },
            KeepBodies = true,
            Patients = [.. people.Select(p => new RegisteredPatient(p.NationalId, p.Name.Split(' ')[0], p.Name.Split(' ')[^1]) { PostalCode = "0155", City = "Oslo", Municipality = "0301", Doctor = "Lege Prøve", DoctorHer = _gp.Party.ServiceHer })],
        }));
        cast.Play(Tenant, "gerica", _journal.Url, "oslo");
        _vendor = cast.Add(await DignioServer.StartAsync(new DignioServerOptions { Token = "dignio" }));
        cast.Play(Tenant, "dignio", _vendor.Url, "dignio");
    }

    /// <inheritdoc/>
    public async Task PlayAsync(ScenarioStage stage, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(stage.Now.UtcDateTime);
        var story = DignioStory.Tell(Seed, Patients, today.AddDays(-Days), Days).ToList();
        using var feed = new DignioFeed(new FeedTarget(new Uri(stage.Hub.Addresses[0], $"in/{Tenant}/dignio"), stage.Cast.Partners[(Tenant, "dignio")].Key));

        await stage.StepAsync("2 notes and values", "the vendor tells what happened at home, and the journal has it", async () =>
        {
            await feed.RunAsync(story.Take(story.Count / 2), 500, cancel);
            await stage.DrainAsync(cancel);
            return Told(feed, _journal);
        });
        await stage.StepAsync("2 notes and values", "the journal goes down; the vendor notices nothing", async () =>
        {
            await _journal.SetFaultsAsync(new FaultPlan { Down = DownKind.Refuse });
            await feed.RunAsync(story.Skip(story.Count / 2), 500, cancel);
            var waiting = (await stage.Hub.Services.Store.LedgerAsync(Tenant, cancel)).Pending;
            return waiting > 0 ? string.Create(CultureInfo.InvariantCulture, $"{waiting} deliveries wait") : throw new ScenarioFailedException("nothing waits");
        });
        await stage.StepAsync("2 notes and values", "the journal is back; what waited arrives once and in order", async () =>
        {
            await _journal.SetFaultsAsync(FaultPlan.Healthy);
            await stage.DrainAsync(cancel);
            var report = _journal.Ledger.Report();
            return report.EffectTwice.Count == 0 && report.OutOfOrder.Count == 0
                ? Told(feed, _journal)
                : throw new ScenarioFailedException($"{report.EffectTwice.Count} took effect twice, {report.OutOfOrder.Count} out of order");
        });
        await stage.StepAsync("2 notes and values", "green notes stay out of the journal, and every value is in the lab module", () => FilteredAsync(stage));
        await new OsloPersonalia(_journal, _vendor).PlayAsync(stage, cancel);
        await stage.StepAsync("4 shared plan", "the patients' own general practitioner has every version of the plans as a signed letter, found by the journal and the address register", () => LettersAsync(stage));
    }

    private static CounterpartParty Own { get; } = new()
    {
        EnterpriseHer = 8094866,
        ServiceHer = 8094867,
        OrganizationNumber = "312229544",
        EnterpriseName = "Oslo kommune",
        ServiceName = "Digital hjemmeoppfølging",
        Phone = "21802180",
        EdiAddress = "dho@oslo.example",
    };

    private static string Told(DignioFeed feed, GericaServer journal) => string.Create(
        CultureInfo.InvariantCulture,
        $"{feed.Ledger.Taken} events taken, {feed.Ledger.Repeats} of them sent twice; {journal.Ledger.Count} documents in the journal");

    private async Task<string?> LettersAsync(ScenarioStage stage)
    {
        var plans = (await stage.MessagesAsync(Tenant)).Where(m => m.Kind == ContentKind.Plan).ToList();
        var accepted = plans.Count(m => m.Deliveries.Any(d => d.Row.Partner == "fastlege" && d.Row.State == DeliveryState.Delivered));
        var letters = _gp.Ledger.Effects.Count;
        return plans.Count > 0 && accepted == plans.Count && letters == plans.Count
            ? string.Create(CultureInfo.InvariantCulture, $"{letters} letters, each acknowledged and accepted")
            : throw new ScenarioFailedException($"{plans.Count} versions, {accepted} accepted, {letters} letters");
    }

    private static async Task<string?> FilteredAsync(ScenarioStage stage)
    {
        var messages = await stage.MessagesAsync(Tenant);
        var values = messages.Where(m => m.Kind == ContentKind.Measurement).ToList();
        if (values.Exists(v => !v.Deliveries.Any(d => d.Row.Partner == "gerica" && d.Row.State == DeliveryState.Delivered)))
            throw new ScenarioFailedException("a value is not in the lab module");
        var green = messages.Where(m => m.Kind == ContentKind.Note && m.Triage == Triage.Green && m.Category == "alert-closed").ToList();
        if (green.Exists(n => n.Deliveries.Count > 0))
            throw new ScenarioFailedException("a green note went to the journal");
        return string.Create(CultureInfo.InvariantCulture, $"{values.Count} values, {green.Count} green notes kept back with the reason");
    }
}
