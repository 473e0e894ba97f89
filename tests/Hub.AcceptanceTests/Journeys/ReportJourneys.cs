using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Hub.AcceptanceTests.Journeys.Plans;
using Hub.AcceptanceTests.Staging;
using Hub.Simulators.Dips;
using Hub.Simulators.Gerica;
using Xunit;

namespace Hub.AcceptanceTests.Journeys;

/// <summary>From an answered form to the report in a hospital's DIPS: the PDF that people read, the answers, the scores.</summary>
public abstract class ReportJourneys(BackingKind backing)
{
    private static readonly string[] Held = ["DocumentReference", "QuestionnaireResponse", "Observation"];

    [Fact]
    public async Task Should_bring_an_answered_form_as_file_answers_and_scores_of_the_right_patient()
    {
        await using var stage = await HospitalStage.OpenAsync(backing);
        var ada = Events.People[0];

        var message = await stage.AnswerAsync(HospitalStage.Mood("cw-1", ada));
        await stage.Hub.DrainAsync();

        Assert.Equal("delivered", (await stage.DeliveryAsync(message)).State);
        var report = JsonNode.Parse(Assert.Single(stage.Dips.All("DocumentReference")))!;
        Assert.Equal("Rapport: Stemning og søvn", (string)report["description"]!);
        Assert.Equal(("PractitionerRole/agb113", "Organization/afa22"), ((string)report["author"]![0]!["reference"]!, (string)report["custodian"]!["reference"]!));
        var file = JsonNode.Parse(Assert.Single(stage.Dips.All("Binary")))!;
        Assert.StartsWith("%PDF", Encoding.ASCII.GetString(Convert.FromBase64String((string)file["data"]!)), StringComparison.Ordinal);
        var answers = Assert.Single(stage.Dips.All("QuestionnaireResponse"));
        Assert.Contains("særlig ved åpent vindu", (string)JsonNode.Parse(answers)!["item"]![0]!["item"]!.AsArray()[^1]!["answer"]![0]!["valueString"]!, StringComparison.Ordinal);
        var scores = stage.Dips.All("Observation").Select(o => JsonNode.Parse(o)!).ToList();
        Assert.Equal([9m, 4m, 5m], scores.Select(ScoreOf));
        Assert.All(stage.Dips.Ledger.Effects, e => Assert.Equal(ada.NationalId, e.Patient));
        Assert.Equal(Municipality.Larvik.Orgnr, Assert.Single(stage.HelseId.Ledger.Grants).Organization);
        Assert.DoesNotContain(ada.NationalId, stage.Hub.Logs(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_send_what_the_independent_validator_finds_nothing_wrong_with()
    {
        var oracle = Environment.GetEnvironmentVariable("HUB_FHIR_ORACLE");
        Assert.SkipWhen(string.IsNullOrEmpty(oracle), "HUB_FHIR_ORACLE is not set");
        await using var stage = await HospitalStage.OpenAsync(backing);

        await stage.AnswerAsync(HospitalStage.Mood("cw-1", Events.People[0]));
        await stage.Hub.DrainAsync();

        var sent = stage.Dips.Ledger.Effects.Select((e, i) => (Name: $"{e.Form}-{i}", Resource: JsonNode.Parse(e.Body!)!)).ToDictionary(r => r.Name, r => r.Resource);
        Assert.Equal((5, 0L), (sent.Count, stage.Dips.Ledger.Conflicts));
        Assert.Empty(await Oracle.FaultsAsync(oracle!, sent));
    }

    [Fact]
    public async Task Should_bring_each_report_once_through_an_outage_lost_answers_and_a_token_that_ends_in_the_middle()
    {
        await using var stage = await HospitalStage.OpenAsync(backing);
        await stage.AnswerAsync(HospitalStage.Mood("cw-0", Events.People[0]));
        await stage.Hub.DrainAsync();

        await stage.Dips.SetFaultsAsync(new DipsFaults { Down = DownKind.Refuse });
        for (var i = 1; i <= 12; i++)
            await stage.AnswerAsync(HospitalStage.Mood($"cw-{i}", Events.People[i % 3], i));
        await stage.PendingAsync(12);
        await stage.Dips.SetFaultsAsync(new DipsFaults { LostAnswerRate = 0.3 });
        stage.ExpireTokens();
        await stage.Hub.DrainAsync();

        Assert.True(stage.HelseId.Ledger.Grants.Count > 1);
        Assert.Equal((13, 13, 39), (stage.Dips.All("DocumentReference").Count, stage.Dips.All("QuestionnaireResponse").Count, stage.Dips.All("Observation").Count));
        Assert.All(Held, type => Assert.Distinct(stage.Dips.All(type).Select(r => JsonNode.Parse(r)!["identifier"]!.ToJsonString())));
        var ledger = await stage.Hub.Operator.LedgerAsync();
        Assert.Equal((13, 13, 0), (ledger.Accepted, ledger.Delivered, ledger.DeadLettered));
    }

    [Fact]
    public async Task Should_say_that_a_journal_is_closed_a_patient_not_followed_up_or_not_known_and_bring_the_reports_when_that_is_mended()
    {
        await using var stage = await HospitalStage.OpenAsync(backing);
        var (closed, without, unknown, open) = (Events.People[0], Events.People[1], Events.People[2], Events.People[3]);
        await stage.Dips.SetFaultsAsync(new DipsFaults { ClosedJournals = [closed.NationalId], WithoutEpisode = [without.NationalId], Unknown = [unknown.NationalId] });

        var messages = new List<string>();
        foreach (var person in new[] { closed, without, unknown, open })
            messages.Add(await stage.AnswerAsync(HospitalStage.Mood($"cw-{person.No}", person)));
        await stage.Hub.DrainAsync();

        var deliveries = new List<(string? Id, string? State, string? Error)>();
        foreach (var message in messages)
            deliveries.Add(await stage.DeliveryAsync(message));
        Assert.Equal(["HUB-DIPS-003", "HUB-DIPS-004", "HUB-SEND-006", null], deliveries.Select(d => d.Error));
        Assert.Equal(["deadLettered", "deadLettered", "deadLettered", "delivered"], deliveries.Select(d => d.State));
        // All of a report or nothing: what was refused left no part behind.
        Assert.Equal((1, 1, 3, 1), (stage.Dips.All("DocumentReference").Count, stage.Dips.All("QuestionnaireResponse").Count, stage.Dips.All("Observation").Count, stage.Dips.All("Binary").Count));

        await stage.Dips.SetFaultsAsync(DipsFaults.None);
        foreach (var (id, _, _) in deliveries.Take(3))
            Assert.Equal(HttpStatusCode.OK, await stage.Hub.Operator.ActAsync($"deliveries/{id}/redeliver"));
        await stage.Hub.DrainAsync();

        Assert.Equal(4, stage.Dips.All("DocumentReference").Count);
        Assert.Equal(4, stage.Dips.Ledger.Effects.Select(e => e.Patient).Distinct().Count());
        Assert.Equal(0, (await stage.Hub.Operator.LedgerAsync()).DeadLettered);
    }

    [Fact]
    public async Task Should_bring_a_changed_form_as_a_report_that_replaces_the_first_and_one_taken_back_as_an_error()
    {
        await using var stage = await HospitalStage.OpenAsync(backing);
        var first = HospitalStage.Mood("cw-1", Events.People[0]);

        await stage.AnswerAsync(first);
        await stage.AnswerAsync(first with { DeliveryId = "cw-1-endret", Event = "amended", Replaces = "cw-1", Answers = [2, 2, 1, 0, 2, 3] });
        await stage.AnswerAsync(first with { DeliveryId = "cw-1-trukket", Event = "withdrawn", Replaces = "cw-1-endret" });
        await stage.Hub.DrainAsync();

        var reports = stage.Dips.All("DocumentReference").Select(r => JsonNode.Parse(r)!).ToList();
        Assert.Equal(["current", "current", "entered-in-error"], reports.Select(r => (string)r["status"]!));
        Assert.Equal([null, "cw-1", "cw-1-endret"], reports.Select(r => (string?)r["relatesTo"]?[0]?["target"]?["identifier"]?["value"]));
        Assert.Equal(["completed", "amended", "entered-in-error"], stage.Dips.All("QuestionnaireResponse").Select(r => (string)JsonNode.Parse(r)!["status"]!));
    }

    private static decimal ScoreOf(JsonNode observation) => (decimal?)observation["valueQuantity"]?["value"] ?? (decimal)observation["valueInteger"]!;

    /// <summary>On SQLite.</summary>
    public sealed class Embedded() : ReportJourneys(BackingKind.Embedded);

    /// <summary>On PostgreSQL and RabbitMQ.</summary>
    public sealed class OnServers() : ReportJourneys(BackingKind.Servers);
}
