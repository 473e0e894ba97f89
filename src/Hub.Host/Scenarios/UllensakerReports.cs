using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Hub.Core.Deliveries;
using Hub.Core.Storage;
using Hub.Simulators.CheckWare;
using Hub.Simulators.Dignio;
using Hub.Simulators.Dips;
using Hub.Simulators.Gerica;

namespace Hub.Host.Scenarios;

/// <summary>Ullensaker's forms as reports in the hospital's DIPS: a PDF, the answers and the scores of each, all or nothing; outages, tokens that end, journals that are closed, patients who are not followed up there.</summary>
internal sealed class UllensakerReports
{
    private const string Tenant = "ullensaker";
    private const string Partner = "dips";
    private const string Flow = "2 forms for the hospital";

    private static readonly string[] Expected = ["delivered", "HUB-DIPS-003", "HUB-DIPS-004"];

    private ScenarioDips _hospital = null!;

    /// <summary>Starts the hospital's journal.</summary>
    /// <param name="cast">Takes it in.</param>
    /// <param name="orgnr">Organisation number that the hub acts for.</param>
    /// <returns>When it listens.</returns>
    public async Task CastAsync(ScenarioCast cast, string orgnr) =>
        _hospital = await ScenarioDips.OpenAsync(cast, Tenant, Partner, new ScenarioDipsTerms("hub-ullensaker", orgnr));

    /// <summary>Plays its steps; forms were answered before.</summary>
    /// <param name="stage">The running hub.</param>
    /// <param name="people">Three patients.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>When played.</returns>
    public async Task PlayAsync(ScenarioStage stage, IReadOnlyList<SyntheticPerson> people, CancellationToken cancel)
    {
        await stage.StepAsync(Flow, "each form is a report in the hospital's journal: the PDF that people read, the answers, the scores", async () =>
        {
            await stage.DrainAsync(cancel);
            return Whole(await stage.DeliveredAsync(Tenant, Partner));
        });
        await stage.StepAsync(Flow, "the hospital's journal is down, and back with the hub's token at an end and answers that get lost: every report is there once", () => OutageAsync(stage, people, cancel));
        await stage.StepAsync(Flow, "one journal is closed and one patient not followed up at the hospital: each says so, and the third patient's report arrives", () => ClosedAsync(stage, people, cancel));
        await stage.StepAsync(Flow, "the journal is opened and the follow-up registered: an operator redelivers, and both reports are there", () => RedeliverAsync(stage, cancel));
    }

    private async Task<string?> OutageAsync(ScenarioStage stage, IReadOnlyList<SyntheticPerson> people, CancellationToken cancel)
    {
        var before = await stage.DeliveredAsync(Tenant, Partner);
        var tokens = _hospital.HelseId.Ledger.Grants.Count;
        await _hospital.Server.SetFaultsAsync(new DipsFaults { Down = DownKind.Refuse });
        await AnswerAsync(stage, "nede", people, cancel);
        await AnswerAsync(stage, "nede-igjen", people, cancel);
        await stage.UntilAsync("reports wait", async () => (await stage.Hub.Services.Store.LedgerAsync(Tenant, cancel)).Pending == 2 * people.Count, cancel);
        _hospital.ExpireTokens();
        await _hospital.Server.SetFaultsAsync(new DipsFaults { LostAnswerRate = 0.3 });
        await stage.DrainAsync(cancel);
        await _hospital.Server.SetFaultsAsync(DipsFaults.None);
        var renewed = _hospital.HelseId.Ledger.Grants.Count - tokens;
        var told = Whole(before + (2 * people.Count));
        return renewed > 0 ? $"{told}; a new token was fetched" : throw new ScenarioFailedException("no new token was fetched");
    }

    private async Task<string?> ClosedAsync(ScenarioStage stage, IReadOnlyList<SyntheticPerson> people, CancellationToken cancel)
    {
        var before = await stage.DeliveredAsync(Tenant, Partner);
        await _hospital.Server.SetFaultsAsync(new DipsFaults { ClosedJournals = [people[1].NationalId], WithoutEpisode = [people[2].NationalId] });
        await AnswerAsync(stage, "lukket", people, cancel);
        await stage.DrainAsync(cancel);
        var found = (await ReportsAsync(stage)).Where(r => r.Message.SourceId.StartsWith("cw-lukket-", StringComparison.Ordinal))
            .OrderBy(r => r.Message.SourceId, StringComparer.Ordinal).Select(r => r.Delivery.Row.State == DeliveryState.Delivered ? "delivered" : r.Delivery.ErrorCode).ToList();
        Whole(before + 1);
        return found.SequenceEqual(Expected) ? string.Join(", ", found) : throw new ScenarioFailedException(string.Join(", ", found));
    }

    private async Task<string?> RedeliverAsync(ScenarioStage stage, CancellationToken cancel)
    {
        var before = await stage.DeliveredAsync(Tenant, Partner);
        await _hospital.Server.SetFaultsAsync(DipsFaults.None);
        var dead = (await ReportsAsync(stage)).Where(r => r.Delivery.Row.State == DeliveryState.DeadLettered).ToList();
        foreach (var (_, delivery) in dead)
        {
            var (status, body) = await stage.CallAsync(stage.OperatorKey, HttpMethod.Post, $"ops/v1/deliveries/{delivery.Row.Id}/redeliver", """{"reason":"journal opened, follow-up registered"}""");
            if (status is not (200 or 202))
                throw new ScenarioFailedException($"answered {status}: {body}");
        }

        await stage.DrainAsync(cancel);
        return Whole(before + dead.Count);
    }

    private static async Task AnswerAsync(ScenarioStage stage, string why, IReadOnlyList<SyntheticPerson> people, CancellationToken cancel)
    {
        using var feed = new CheckWareFeed(new FeedTarget(new Uri(stage.Hub.Addresses[0], $"in/{Tenant}/checkware"), stage.Cast.Partners[(Tenant, "checkware")].Key));
        await feed.RunAsync(people.Select((p, i) => new AnsweredForm($"cw-{why}-{i.ToString(CultureInfo.InvariantCulture)}", p, CheckWareStory.Mood, stage.Now.AddMinutes(-i), [1, 2, 1, 0, 2, 3]) { Alert = "yellow" }), cancel);
        if (feed.Taken != people.Count)
            throw new ScenarioFailedException($"{feed.Taken} forms taken, {feed.Refused} refused");
    }

    // What the journal holds: as many reports, answers and files as were delivered, and nothing twice.
    private string Whole(int delivered)
    {
        var server = _hospital.Server;
        var (reports, answers, files, scores) = (server.All("DocumentReference"), server.All("QuestionnaireResponse").Count, server.All("Binary"), server.All("Observation").Count);
        var pdfs = files.Count(IsPdf);
        var distinct = reports.Select(r => (string?)JsonNode.Parse(r)!["identifier"]![0]!["value"]).Distinct().Count();
        return (reports.Count, answers, pdfs, distinct) == (delivered, delivered, delivered, delivered) && scores > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{delivered} reports with {scores} scores")
            : throw new ScenarioFailedException($"{delivered} delivered; {reports.Count} reports ({distinct} distinct), {answers} answers, {pdfs} files, {scores} scores");
    }

    private static bool IsPdf(string binary) => Convert.FromBase64String((string)JsonNode.Parse(binary)!["data"]!).AsSpan().StartsWith(Encoding.ASCII.GetBytes("%PDF"));

    private static async Task<IReadOnlyList<(MessageView Message, DeliveryView Delivery)>> ReportsAsync(ScenarioStage stage) =>
        [.. (await stage.MessagesAsync(Tenant)).SelectMany(m => m.Deliveries.Where(d => d.Row.Partner == Partner).Select(d => (m, d)))];
}
