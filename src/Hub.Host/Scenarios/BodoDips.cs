using System.Globalization;
using System.Text.Json.Nodes;
using Hub.Core.Content;
using Hub.Simulators.Dignio;
using Hub.Simulators.Dips;
using Hub.Simulators.Gerica;
using Hub.Simulators.HelseId;
using Hub.Simulators.Tellu;

namespace Hub.Host.Scenarios;

/// <summary>Bodø's hospital has DIPS: what a patient has agreed to share is brought there, and nothing of anybody else.</summary>
/// <param name="story">What the vendor published before; new entries are made after its pattern.</param>
internal sealed class BodoDips(IReadOnlyList<TelluEntry> story)
{
    private const string Tenant = "bodo";
    private const string Partner = "dips";
    private const string Purpose = "share-with-hospital";
    private const string Flow = "shared with the hospital";

    private int _published;

    /// <summary>Starts the hospital's journal.</summary>
    /// <param name="cast">Takes it in.</param>
    /// <param name="orgnr">Organisation number that the hub acts for.</param>
    /// <param name="helseId">Where tokens come from.</param>
    /// <returns>The journal, listening.</returns>
    public static Task<ScenarioDips> CastAsync(ScenarioCast cast, string orgnr, HelseIdServer helseId) =>
        ScenarioDips.OpenAsync(cast, Tenant, Partner, new ScenarioDipsTerms("hub-bodo", orgnr), helseId);

    /// <summary>Plays its steps.</summary>
    /// <param name="stage">The running hub.</param>
    /// <param name="vendor">The vendor that is polled.</param>
    /// <param name="dips">The hospital's journal.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>When played.</returns>
    public async Task PlayAsync(ScenarioStage stage, TelluServer vendor, ScenarioDips dips, CancellationToken cancel)
    {
        var people = story.Select(e => e.Person).DistinctBy(p => p.NationalId).OrderBy(p => p.No).ToList();
        var (sharer, other) = (people[2], people[3]);
        await stage.StepAsync(Flow, "a patient agrees to share: the next value and note are in the hospital's DIPS, and nothing of who has not agreed", async () =>
        {
            Holds(dips, sharer, 0, 0);
            await ConsentAsync(stage, sharer, true);
            await PublishAsync(stage, vendor, [Value(sharer, stage.Now), Note(sharer, stage.Now), Value(other, stage.Now), Note(other, stage.Now)], cancel);
            return Holds(dips, sharer, 1, 1);
        });
        await stage.StepAsync(Flow, "DIPS is down, and back with the hub's token at an end: the shared values arrive once, in order", async () =>
        {
            await dips.Server.SetFaultsAsync(new DipsFaults { Down = DownKind.Refuse });
            await TakenAsync(stage, vendor, [.. Enumerable.Range(1, 5).Select(i => Value(sharer, stage.Now.AddSeconds(i)))], cancel);
            dips.ExpireTokens();
            await dips.Server.SetFaultsAsync(DipsFaults.None);
            await stage.DrainAsync(cancel);
            var report = dips.Server.Ledger.Report();
            return report.OutOfOrder.Count == 0 ? Holds(dips, sharer, 6, 1) : throw new ScenarioFailedException($"{report.OutOfOrder.Count} out of order");
        });
        await stage.StepAsync(Flow, "the patient agrees no longer: the next value stays in the municipality, and the hospital may look as its rule says", async () =>
        {
            await ConsentAsync(stage, sharer, false);
            await PublishAsync(stage, vendor, [Value(sharer, stage.Now)], cancel);
            return Holds(dips, sharer, 6, 1);
        });
    }

    private static string Holds(ScenarioDips dips, SyntheticPerson patient, int values, int notes)
    {
        var observations = dips.Server.All("Observation");
        var documents = dips.Server.All("DocumentReference");
        var foreign = dips.Server.Ledger.Effects.Count(e => e.Patient != patient.NationalId);
        var distinct = observations.Concat(documents).Select(r => JsonNode.Parse(r)!["identifier"]!.ToJsonString()).Distinct().Count();
        return (observations.Count, documents.Count, foreign, distinct) == (values, notes, 0, values + notes)
            ? string.Create(CultureInfo.InvariantCulture, $"{values} values, {notes} notes of one patient")
            : throw new ScenarioFailedException($"{observations.Count} values and {documents.Count} notes, {distinct} distinct, {foreign} of somebody else; {values} and {notes} were to be there");
    }

    private static async Task ConsentAsync(ScenarioStage stage, SyntheticPerson patient, bool granted)
    {
        var body = new JsonObject { ["patient"] = patient.NationalId, ["purpose"] = Purpose, ["granted"] = granted }.ToJsonString();
        var (status, answer) = await stage.CallAsync(stage.OperatorKey, HttpMethod.Put, $"tenants/{Tenant}/consents", body);
        if (status != 204)
            throw new ScenarioFailedException($"answered {status}: {answer}");
    }

    private static async Task PublishAsync(ScenarioStage stage, TelluServer vendor, IReadOnlyList<TelluEntry> entries, CancellationToken cancel)
    {
        await TakenAsync(stage, vendor, entries, cancel);
        await stage.DrainAsync(cancel);
    }

    private static async Task TakenAsync(ScenarioStage stage, TelluServer vendor, IReadOnlyList<TelluEntry> entries, CancellationToken cancel)
    {
        async Task<int> CountAsync() => (await stage.MessagesAsync(Tenant)).Count(m => m.Message.Source == "tellu");
        var before = await CountAsync();
        vendor.Publish(entries);
        await stage.UntilAsync($"{entries.Count} entries are taken in", async () => await CountAsync() == before + entries.Count, cancel);
    }

    private TelluEntry Value(SyntheticPerson patient, DateTimeOffset at)
    {
        var before = story.First(e => e is { Content: Measurement { What: MeasurementKind.BloodPressure }, Revision: 1 });
        return New(before, patient, at, (Measurement)before.Content with { Time = new ClinicalTime(at) });
    }

    private TelluEntry Note(SyntheticPerson patient, DateTimeOffset at)
    {
        var before = story.First(e => e is { Content: JournalNote { FollowsAlert: null }, Task: null, Revision: 1 });
        return New(before, patient, at, (JournalNote)before.Content with { Time = new ClinicalTime(at), Triage = Triage.Yellow });
    }

    private TelluEntry New(TelluEntry before, SyntheticPerson patient, DateTimeOffset at, HomeContent content)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"delt-{++_published}");
        return before with { EntryId = $"e-{id}", Id = id, Published = at, At = at, Person = patient, Content = content, Causes = [], Oddity = null };
    }
}
