using System.Globalization;
using System.Text;
using Hub.Core.Content;
using Hub.Core.Deliveries;
using Hub.Core.Identities;
using Hub.Core.Storage;
using Hub.Simulators.Dignio;
using Hub.Simulators.Planer;

namespace Hub.Host.Scenarios;

/// <summary>Larvik's plans in the national register: every version gets there, also while it is down for a moment, and what is changed there comes back.</summary>
internal sealed class LarvikPlaner
{
    private const string Tenant = "larvik";
    private const string Partner = "planer";
    private const string Flow = "4 shared plan";

    private PlanerServer _planer = null!;

    /// <summary>Starts the register.</summary>
    /// <param name="cast">Takes it in.</param>
    /// <returns>When it listens.</returns>
    public async Task CastAsync(ScenarioCast cast)
    {
        _planer = cast.Add(await PlanerServer.StartAsync());
        cast.Play(Tenant, Partner, _planer.Url);
    }

    /// <summary>Plays its steps; plans were written before.</summary>
    /// <param name="stage">The running hub.</param>
    /// <param name="story">What happened before: the patient of its last plan gets a new version.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>When played.</returns>
    public async Task PlayAsync(ScenarioStage stage, IReadOnlyList<FeedEvent> story, CancellationToken cancel)
    {
        var written = story.Last(e => e.Content is SelfTreatmentPlan);
        var patient = new Identifier(IdentifierSystems.Fnr, written.Person.NationalId);
        await stage.StepAsync(Flow, "the national register of plans is down while the vendor writes a version; back again, it has that one and all before", async () =>
        {
            await _planer.GoDownAsync();
            var latest = (await VersionsAsync(stage, patient))[0];
            await WriteAsync(stage, written, latest.SourceId["plan/".Length..]);
            await stage.UntilAsync("the version waits for the register", async () => (await VersionsAsync(stage, patient))[0] is var now && now.SourceId != latest.SourceId && Waits(now), cancel);
            await _planer.ComeBackAsync();
            await stage.DrainAsync(cancel);
            return await ComparedAsync(stage);
        });
        await stage.StepAsync(Flow, "somebody changes the plan in the national register: the hub fetches the change, and vendor, journal and practitioner have it as the next version", async () =>
        {
            var before = (await VersionsAsync(stage, patient))[0];
            var id = _planer.Register.Ids.Single(i => Title(i) == Revised);
            _planer.Register.Edit(id, "Justert ved kontroll", content => content["title"] = $"{Revised}, justert");
            var next = await stage.FindAsync("the change is the next version", async () => (await VersionsAsync(stage, patient))[0] is var now && now.SourceId != before.SourceId ? now : null, cancel);
            await stage.DrainAsync(cancel);
            var told = (await VersionsAsync(stage, patient)).Single(v => v.SourceId == next.SourceId).Deliveries;
            return told.Count == 3 && told.All(d => d.Row.State == DeliveryState.Delivered && d.Row.Partner != Partner)
                ? string.Join(", ", told.Select(d => d.Row.Partner))
                : throw new ScenarioFailedException($"{told.Count} were told: {string.Join(", ", told.Select(d => $"{d.Row.Partner} {d.Row.State}"))}");
        });
    }

    private const string Revised = "Egenbehandlingsplan etter legetime";

    private static bool Waits(MessageView version) => version.Deliveries.Any(d => d.Row.Partner == Partner && d.Row.State != DeliveryState.Delivered);

    private static async Task WriteAsync(ScenarioStage stage, FeedEvent before, string basis)
    {
        var plan = (SelfTreatmentPlan)before.Content;
        var revised = plan with { Title = Revised, Version = plan.Version + 100, Time = new ClinicalTime(stage.Now), BasedOn = basis, ReasonForChange = "Gjennomgått med pasienten hos legen." };
        var body = Encoding.UTF8.GetString(DignioJson.Write(before with { EventId = $"{before.EventId}-revised", OccurredAt = stage.Now, SendAt = stage.Now, Content = revised }).Span);
        var (status, answer) = await stage.CallAsync(Tenant, "dignio", HttpMethod.Post, $"in/{Tenant}/dignio", body);
        if (status != 202)
            throw new ScenarioFailedException($"answered {status}: {answer}");
    }

    private async Task<string> ComparedAsync(ScenarioStage stage)
    {
        var versions = await VersionsAsync(stage, null);
        var arrived = versions.Count(v => v.Deliveries.Any(d => d.Row.Partner == Partner && d.Row.State == DeliveryState.Delivered));
        var plans = versions.Select(v => v.SourceId.Split('/')[1]).Distinct().Count();
        var there = _planer.Register.Ids;
        return arrived == versions.Count && there.Count == plans && there.Any(id => Title(id) == Revised)
            ? string.Create(CultureInfo.InvariantCulture, $"{there.Count} plans, {there.Sum(Number)} versions in the register")
            : throw new ScenarioFailedException($"{arrived} of {versions.Count} versions arrived; {there.Count} plans are there of {plans}");
    }

    // Newest first.
    private static async Task<IReadOnlyList<MessageView>> VersionsAsync(ScenarioStage stage, Identifier? patient) =>
        [.. (await stage.MessagesAsync(Tenant, patient)).Where(m => m.Message.Source == "plans")];

    private string Title(string id) => (string)_planer.Register.Find(id)!["clinical_content"]!["title"]!;

    private int Number(string id) => (int)_planer.Register.Find(id)!["version"]!;
}
