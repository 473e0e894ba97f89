using System.Net;
using System.Text.Json;
using Hub.AcceptanceTests.Staging;
using Hub.Simulators.Gerica;
using Xunit;

namespace Hub.AcceptanceTests.Journeys;

/// <summary>When something goes wrong: by itself, or with an operator's hand.</summary>
public abstract class RecoveryJourneys(BackingKind backing) : Journey(backing)
{
    [Fact]
    public async Task Should_deliver_in_order_once_a_partner_that_was_down_is_back()
    {
        await using var stage = await OpenAsync();
        var feed = stage.Caller(Municipality.Larvik.Feed);
        await stage.Journal.SetFaultsAsync(new FaultPlan { Down = DownKind.Refuse });

        for (var i = 0; i < 20; i++)
            Assert.Equal(HttpStatusCode.Accepted, (await feed.SendAsync(Municipality.Larvik, Events.Pulse($"p-{i}", Events.People[i % 2], 60 + i))).Status);
        Assert.Equal(20, (await stage.Operator.LedgerAsync()).Pending);
        await stage.Journal.SetFaultsAsync(FaultPlan.Healthy);
        await stage.DrainAsync();

        Assert.Equal(20, stage.Journal.Ledger.Count);
        Assert.Equal(Enumerable.Range(0, 10).Select(i => 60m + (2 * i)), Values(stage, Events.People[0].NationalId));
        Assert.Equal(Enumerable.Range(0, 10).Select(i => 61m + (2 * i)), Values(stage, Events.People[1].NationalId));
    }

    [Fact]
    public async Task Should_redeliver_a_dead_letter_with_the_same_bytes_and_the_same_key()
    {
        await using var stage = await OpenAsync();
        var ada = Events.People[0];
        await stage.Journal.SetFaultsAsync(new FaultPlan { RejectPatients = [ada.NationalId] });

        var answer = await stage.Caller(Municipality.Larvik.Feed).SendAsync(Municipality.Larvik, Events.Pulse("refused", ada, 72));
        await stage.DrainAsync();
        var dead = await DeliveryAsync(stage, answer);
        Assert.Equal(("deadLettered", "HUB-SEND-006"), (Text(dead, "state"), Text(dead, "error")));
        var refusal = Assert.Single(stage.Journal.Ledger.Refusals);

        await stage.Journal.SetFaultsAsync(FaultPlan.Healthy);
        Assert.Equal(HttpStatusCode.OK, await stage.Operator.ActAsync($"deliveries/{Text(dead, "id")}/redeliver"));
        await stage.DrainAsync();

        var effect = Assert.Single(stage.Journal.Ledger.Effects);
        Assert.Equal(refusal.Key, effect.Key);
        Assert.Equal(refusal.Body, effect.Body);
        Assert.Equal("delivered", Text(await DeliveryAsync(stage, answer), "state"));
        Assert.Equal(HttpStatusCode.Conflict, await stage.Operator.ActAsync($"deliveries/{Text(dead, "id")}/remap"));
    }

    [Fact]
    public async Task Should_map_a_dead_letter_again_under_a_new_key()
    {
        await using var stage = await OpenAsync();
        var ada = Events.People[0];
        await stage.Journal.SetFaultsAsync(new FaultPlan { RejectPatients = [ada.NationalId] });
        var answer = await stage.Caller(Municipality.Larvik.Feed).SendAsync(Municipality.Larvik, Events.Pulse("to-map-again", ada, 72));
        await stage.DrainAsync();
        var dead = await DeliveryAsync(stage, answer);
        var refusal = Assert.Single(stage.Journal.Ledger.Refusals);

        await stage.Journal.SetFaultsAsync(FaultPlan.Healthy);
        Assert.Equal(HttpStatusCode.OK, await stage.Operator.ActAsync($"deliveries/{Text(dead, "id")}/remap"));
        await stage.DrainAsync();

        var effect = Assert.Single(stage.Journal.Ledger.Effects);
        Assert.NotEqual(refusal.Key, effect.Key);
        Assert.Equal(1, (await DeliveryAsync(stage, answer)).GetProperty("generation").GetInt32());
    }

    [Fact]
    public async Task Should_replay_a_message_through_the_routes_of_today()
    {
        var without = Municipality.Larvik with { Routes = """  - { name: plans, content: plan, to: journal, as: fhir.careplan }""" };
        await using var stage = await OpenAsync(without);
        var answer = await stage.Caller(without.Feed).SendAsync(without, Events.Pulse("early", Events.People[0], 72));
        await stage.DrainAsync();
        Assert.Equal(1, (await stage.Operator.LedgerAsync()).Unrouted);

        await stage.ReloadAsync(without with { Routes = Municipality.AllRoutes });
        Assert.Equal(HttpStatusCode.OK, await stage.Operator.ActAsync($"messages/{answer.Messages[0]}/replay"));
        await stage.DrainAsync();

        Assert.Equal([72m], Values(stage, Events.People[0].NationalId));
    }

    [Fact]
    public async Task Should_refuse_an_act_without_a_reason()
    {
        await using var stage = await OpenAsync();
        var answer = await stage.Caller(Municipality.Larvik.Feed).SendAsync(Municipality.Larvik, Events.Pulse("x", Events.People[0], 72));
        await stage.DrainAsync();

        Assert.Equal(HttpStatusCode.BadRequest, await stage.Operator.ActAsync($"messages/{answer.Messages[0]}/replay", reason: ""));
    }

    private static async Task<JsonElement> DeliveryAsync(Stage stage, Reply answer) =>
        (await stage.Operator.MessageAsync(answer.Messages[0])).GetProperty("deliveries")[0];

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static IEnumerable<decimal> Values(Stage stage, string patient) => stage.Journal.Ledger.Effects
        .Where(e => e.Patient == patient)
        .Select(e => JsonDocument.Parse(e.Body!).RootElement.GetProperty("valueQuantity").GetProperty("value").GetDecimal());

    /// <summary>On SQLite.</summary>
    public sealed class Embedded() : RecoveryJourneys(BackingKind.Embedded);

    /// <summary>On PostgreSQL and RabbitMQ.</summary>
    public sealed class OnServers() : RecoveryJourneys(BackingKind.Servers);
}
