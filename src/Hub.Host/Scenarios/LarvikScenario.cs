using System.Globalization;
using Hub.Core.Deliveries;
using Hub.Simulators.Dignio;
using Hub.Simulators.Messaging;
using Hub.Simulators.Profil;

namespace Hub.Host.Scenarios;

/// <summary>Larvik: a Dignio-like vendor, a Profil-like journal, and a plan that several edit.</summary>
internal sealed class LarvikScenario : IScenario
{
    private const string Tenant = "larvik";
    private const string Flow2 = "2 notes and values";
    private const string Flow4 = "4 shared plan";
    private const int Patients = 3;
    private const int Days = 8;

    private readonly LarvikPlaner _register = new();

    private ProfilServer _journal = null!;
    private DignioServer _vendor = null!;
    private CounterpartServer _gp = null!;

    private static CounterpartParty Own { get; } = new()
    {
        EnterpriseHer = 8094866,
        ServiceHer = 8094867,
        OrganizationNumber = "312229544",
        EnterpriseName = "Larvik kommune",
        ServiceName = "Digital hjemmeoppfølging",
        Phone = "33171000",
        EdiAddress = "dho@larvik.example",
    };

    /// <inheritdoc/>
    public string Name => Tenant;

    /// <inheritdoc/>
    public string Title => "Dignio-like home follow-up, a Profil-like journal, and a self-treatment plan that several edit";

    /// <inheritdoc/>
    public async Task CastAsync(ScenarioCast cast, CancellationToken cancel)
    {
        var network = ScenarioNetwork.Of(cast, Tenant, Own);
        _gp = await network.AddAsync(CounterpartParty.Gp, byMail: true);
        cast.Play(Tenant, "fastlege");
        var people = SyntheticPerson.Make(Seed, Patients);
        _journal = cast.Add(await ProfilServer.StartAsync(new ProfilServerOptions
        {
            Clients = new Dictionary<string, string> { ["hub-larvik"] = "larvik" },
            Users = [.. people.Select(p => new ProfilUser(p.NationalId) { Given = p.Name.Split(' ')[0], Family = p.Name.Split(' ')[^1], Mobile = "90000000", Street = "Storgata 1", PostalCode = "3256", City = "Larvik", Doctor = "Lege Prøve", DoctorHer = _gp.Party.ServiceHer })],
        }));
        cast.Play(Tenant, "profil", _journal.Url, "larvik");
        _vendor = cast.Add(await DignioServer.StartAsync(new DignioServerOptions { Token = "dignio" }));
        cast.Play(Tenant, "dignio", _vendor.Url, "dignio");
        await _register.CastAsync(cast);
    }

    /// <inheritdoc/>
    public async Task PlayAsync(ScenarioStage stage, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(stage.Now.UtcDateTime);
        var story = DignioStory.Tell(Seed, Patients, today.AddDays(-Days), Days).ToList();
        using var feed = new DignioFeed(new FeedTarget(new Uri(stage.Hub.Addresses[0], $"in/{Tenant}/dignio"), stage.Cast.Partners[(Tenant, "dignio")].Key));
        await ValuesAsync(stage, feed, story, cancel);
        await new LarvikPersonalia(_journal, _vendor).PlayAsync(stage, cancel);
        await PlansAsync(stage, cancel);
        await LarvikEditors.PlayAsync(stage, story, _vendor, cancel);
        await _register.PlayAsync(stage, story, cancel);
    }

    private const int Seed = 11;

    private async Task ValuesAsync(ScenarioStage stage, DignioFeed feed, List<FeedEvent> story, CancellationToken cancel)
    {
        await stage.StepAsync(Flow2, "what happened at home is in the journal, under one measure for each patient", async () =>
        {
            await feed.RunAsync(story.Take(story.Count / 2), 500, cancel);
            await stage.DrainAsync(cancel);
            return OneMeasureEach();
        });
        await stage.StepAsync(Flow2, "the journal is under maintenance and says so with a page for people; nothing is taken for delivered", async () =>
        {
            await _journal.SetFaultsAsync(new ProfilFaults { Maintenance = MaintenanceKind.Page });
            var before = _journal.Ledger.Entries.Count;
            await feed.RunAsync(story.Skip(story.Count / 2), 500, cancel);
            return _journal.Ledger.Entries.Count == before ? null : throw new ScenarioFailedException("the journal took something");
        });
        await stage.StepAsync(Flow2, "the journal is back, its sessions gone and its list of measures behind; all of it arrives once", async () =>
        {
            _journal.ExpireSessions();
            await _journal.SetFaultsAsync(new ProfilFaults { ListsLag = true, LostAnswerRate = 0.05 });
            await stage.DrainAsync(cancel);
            await _journal.SetFaultsAsync(ProfilFaults.Healthy);
            return OneMeasureEach();
        });
    }

    private string OneMeasureEach()
    {
        var twice = _journal.Ledger.Measures.GroupBy(m => m.Patient).Count(g => g.Count() > 1);
        if (twice > 0)
            throw new ScenarioFailedException($"{twice} patients have two measures");
        var doubled = _journal.Ledger.Entries.GroupBy(e => e.ExternalId).Count(g => g.Count() > 1);
        return doubled == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{_journal.Ledger.Entries.Count} entries under {_journal.Ledger.Measures.Count} measures; {_journal.Ledger.Repeats} tries were repeats")
            : throw new ScenarioFailedException($"{doubled} entries are filed twice");
    }

    private async Task PlansAsync(ScenarioStage stage, CancellationToken cancel)
    {
        await stage.StepAsync(Flow4, "every version of the plan is in the journal, at the vendor and with the patient's own practitioner", async () =>
        {
            await stage.DrainAsync(cancel);
            var versions = (await stage.MessagesAsync(Tenant)).Where(m => m.Message.Source == "plans").ToList();
            var arrived = versions.Count(m => m.Deliveries.Count > 0 && m.Deliveries.All(d => d.Row.State == DeliveryState.Delivered));
            if (versions.Count == 0 || arrived != versions.Count)
                throw new ScenarioFailedException($"{arrived} of {versions.Count} versions arrived everywhere");
            return string.Create(CultureInfo.InvariantCulture, $"{versions.Count} versions; {_gp.Ledger.Effects.Count} letters at the practitioner, found by the journal and the address register");
        });
    }
}
