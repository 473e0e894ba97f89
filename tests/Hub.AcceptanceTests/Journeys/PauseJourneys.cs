using System.Net;
using System.Text.Json;
using Hub.AcceptanceTests.Staging;
using Hub.Tests.Support;
using Xunit;

namespace Hub.AcceptanceTests.Journeys;

/// <summary>An operator lets deliveries wait: a partner's, a route's, a tenant's, or a single one.</summary>
public abstract class PauseJourneys(BackingKind backing) : Journey(backing)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Should_let_deliveries_to_a_partner_wait_over_a_restart_and_go_on_in_order()
    {
        await using var stage = await OpenAsync();
        await PauseAsync(stage, "larvik/partners/journal");
        await SendAsync(stage, 0, 20);
        await stage.DrainAsync(20);
        Assert.Equal("paused", await JournalAsync(stage));

        await stage.RestartAsync();
        await SendAsync(stage, 20, 10);
        await stage.DrainAsync(30);
        var pause = Assert.Single((await stage.Operator.GetAsync("pauses?tenant=larvik")).GetProperty("pauses").EnumerateArray());
        Assert.Equal(("journal", "operator:stage", "upgrade"), (Text(pause, "partner"), Text(pause, "by"), Text(pause, "reason")));
        Assert.Contains("hub_pauses", await stage.Http.GetStringAsync("metrics"), StringComparison.Ordinal);
        Assert.Equal(0, stage.Journal.Ledger.Count);

        await ResumeAsync(stage, "larvik/partners/journal");
        await stage.ArrivedAsync(30);
        Assert.Equal(Enumerable.Range(0, 15).Select(i => 60m + (2 * i)), Values(stage, Events.People[0].NationalId));
        Assert.Equal(Enumerable.Range(0, 15).Select(i => 61m + (2 * i)), Values(stage, Events.People[1].NationalId));
        Assert.NotEqual("paused", await JournalAsync(stage));
        Assert.Equal(HttpStatusCode.NotFound, (await stage.Operator.SendAsync(HttpMethod.Delete, "pauses/larvik/partners/journal", new { reason = "done" })).Status);
        var audit = (await stage.Operator.GetAsync("audit?tenant=larvik&target=larvik/partner/journal")).GetProperty("entries").EnumerateArray().Select(e => Text(e, "action"));
        Assert.Equal(["pause.end", "pause.start"], audit);
    }

    [Fact]
    public async Task Should_end_a_pause_when_its_time_is_over()
    {
        await using var stage = await OpenAsync();
        await PauseAsync(stage, "larvik", DateTimeOffset.UtcNow.AddSeconds(2));
        await SendAsync(stage, 0, 4);
        Assert.Equal(0, stage.Journal.Ledger.Count);

        await stage.ArrivedAsync(4);
        await Wait.UntilAsync(
            "the end is in the audit log",
            Patience,
            async () => (await stage.Operator.GetAsync("audit?tenant=larvik&action=pause.end")).GetProperty("entries").EnumerateArray().Any(e => Text(e, "who") == "node:stage"),
            stage.Logs);
        Assert.Empty((await stage.Operator.GetAsync("pauses")).GetProperty("pauses").EnumerateArray());
    }

    [Fact]
    public async Task Should_let_one_route_wait_while_others_go_on_to_the_same_partner()
    {
        await using var stage = await OpenAsync();
        await PauseAsync(stage, "larvik/routes/values");
        await SendAsync(stage, 0, 100);
        var feed = stage.Caller(Municipality.Larvik.Feed);
        for (var i = 0; i < 10; i++)
            Assert.Equal(HttpStatusCode.Accepted, (await feed.SendAsync(Municipality.Larvik, Events.Chat($"c-{i}", Events.People[i % 2], "hei"))).Status);

        await stage.DrainAsync(100);
        Assert.Equal(10, stage.Journal.Ledger.Count);

        await ResumeAsync(stage, "larvik/routes/values");
        await stage.ArrivedAsync(110);
        Assert.Equal(Enumerable.Range(0, 50).Select(i => 60m + (2 * i)), Values(stage, Events.People[0].NationalId));
    }

    [Fact]
    public async Task Should_not_give_up_what_was_paused()
    {
        var routes = """  - { name: values, content: measurement, to: journal, as: fhir.observation, retry: { delays: [50ms], giveUpAfter: 2s } }""";
        await using var stage = await OpenAsync(Municipality.Larvik with { Routes = routes });
        await stage.Journal.SetFaultsAsync(new Simulators.Gerica.FaultPlan { Down = Simulators.Gerica.DownKind.Refuse });
        await SendAsync(stage, 0, 8);
        await PauseAsync(stage, "larvik/partners/journal", DateTimeOffset.UtcNow.AddSeconds(4));
        await Wait.UntilAsync("the pause is over", Patience, async () => !(await stage.Operator.GetAsync("pauses")).GetProperty("pauses").EnumerateArray().Any());
        await stage.Journal.SetFaultsAsync(Simulators.Gerica.FaultPlan.Healthy);

        await stage.ArrivedAsync(8);
    }

    [Fact]
    public async Task Should_show_the_pause_on_the_timeline_and_the_give_up_time_as_it_runs()
    {
        await using var stage = await OpenAsync();
        await PauseAsync(stage, "larvik/partners/journal");
        var message = (await SendAsync(stage, 0, 1))[0];
        var held = await TimelineAsync(stage, message);
        Assert.Equal(("paused", "larvik/partner/journal"), (Text(held[^1], "step"), Text(held[^1], "detail")));
        Assert.DoesNotContain(held, e => Text(e, "step") == "deadline");

        // With an end the time is known: five minutes from the intake, and what the pause takes of them.
        var until = DateTimeOffset.UtcNow.AddMinutes(10);
        await PauseAsync(stage, "larvik/partners/journal", until);
        var ahead = (await TimelineAsync(stage, message)).Where(e => Text(e, "step") == "deadline").ToDictionary(e => Text(e, "deadline")!, e => e.GetProperty("at").GetDateTimeOffset());
        Assert.Equal(["giveUp", "nextTry", "pauseEnds"], ahead.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(until, ahead["pauseEnds"], TimeSpan.FromSeconds(1));
        Assert.Equal(until, ahead["nextTry"], TimeSpan.FromSeconds(1));
        Assert.Equal(until.AddMinutes(5), ahead["giveUp"], TimeSpan.FromSeconds(5));

        await ResumeAsync(stage, "larvik/partners/journal");
        await stage.ArrivedAsync(1);
        Assert.DoesNotContain(await TimelineAsync(stage, message), e => Text(e, "step") == "deadline");
    }

    private static async Task<IReadOnlyList<JsonElement>> TimelineAsync(Stage stage, string message) => [.. (await stage.Operator.MessageAsync(message)).GetProperty("timeline").EnumerateArray()];

    private static async Task<string?> NorwegianAsync(Stage stage, string message)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"ops/v1/messages/{message}");
        request.Headers.Add("Authorization", $"Bearer {stage.OperatorKey.Value}");
        request.Headers.Add("Accept-Language", "nb");
        using var response = await stage.Http.SendAsync(request);
        var view = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        return Text(view.GetProperty("timeline").EnumerateArray().Single(e => Text(e, "step") == "operator"), "detail");
    }

    [Fact]
    public async Task Should_hold_one_delivery_while_those_behind_it_go_on()
    {
        await using var stage = await OpenAsync();
        await PauseAsync(stage, "larvik");
        var messages = await SendAsync(stage, 0, 3);
        Assert.Equal(HttpStatusCode.OK, await stage.Operator.ActAsync($"deliveries/{messages[0]}.1/park"));
        Assert.Equal(HttpStatusCode.Conflict, await stage.Operator.ActAsync($"deliveries/{messages[0]}.1/park"));
        Assert.StartsWith("parkert av operator:stage: ", await NorwegianAsync(stage, messages[0]), StringComparison.Ordinal);
        Assert.StartsWith("park by operator:stage: ", Text((await TimelineAsync(stage, messages[0])).Single(e => Text(e, "step") == "operator"), "detail"), StringComparison.Ordinal);
        await ResumeAsync(stage, "larvik");
        await stage.DrainAsync(1);
        Assert.Equal([61m], Values(stage, Events.People[1].NationalId));
        Assert.Equal([62m], Values(stage, Events.People[0].NationalId));

        Assert.Equal(HttpStatusCode.OK, await stage.Operator.ActAsync($"deliveries/{messages[0]}.1/release"));
        await stage.ArrivedAsync(3);
        Assert.Equal([62m, 60m], Values(stage, Events.People[0].NationalId));
        Assert.Equal(HttpStatusCode.Conflict, await stage.Operator.ActAsync($"deliveries/{messages[0]}.1/release"));
    }

    [Theory]
    [InlineData("larvik/partners/nobody", "2099-01-01T00:00:00Z", HttpStatusCode.NotFound)]
    [InlineData("larvik/routes/nothing", "2099-01-01T00:00:00Z", HttpStatusCode.NotFound)]
    [InlineData("nowhere", "2099-01-01T00:00:00Z", HttpStatusCode.NotFound)]
    [InlineData("larvik", "2020-01-01T00:00:00Z", HttpStatusCode.BadRequest)]
    [InlineData("larvik", "tomorrow", HttpStatusCode.BadRequest)]
    public async Task Should_refuse_to_pause_what_is_not_there_or_until_what_is_not_to_come(string target, string until, HttpStatusCode expected)
    {
        await using var stage = await OpenAsync();

        Assert.Equal(expected, (await stage.Operator.SendAsync(HttpMethod.Put, $"pauses/{target}", new { reason = "upgrade", until })).Status);
    }

    private static async Task<IReadOnlyList<string>> SendAsync(Stage stage, int from, int count)
    {
        var feed = stage.Caller(Municipality.Larvik.Feed);
        var messages = new List<string>();
        for (var i = from; i < from + count; i++)
        {
            var answer = await feed.SendAsync(Municipality.Larvik, Events.Pulse($"p-{i}", Events.People[i % 2], 60 + i));
            Assert.Equal(HttpStatusCode.Accepted, answer.Status);
            messages.Add(answer.Messages[0]);
        }

        return messages;
    }

    private static async Task PauseAsync(Stage stage, string target, DateTimeOffset? until = null) =>
        Assert.Equal(HttpStatusCode.OK, (await stage.Operator.SendAsync(HttpMethod.Put, $"pauses/{target}", until is null ? new { reason = "upgrade" } : (object)new { reason = "upgrade", until })).Status);

    private static async Task ResumeAsync(Stage stage, string target) =>
        Assert.Equal(HttpStatusCode.NoContent, (await stage.Operator.SendAsync(HttpMethod.Delete, $"pauses/{target}", new { reason = "done" })).Status);

    private static async Task<string?> JournalAsync(Stage stage) =>
        Text((await stage.Operator.GetAsync("partners?tenant=larvik")).GetProperty("partners").EnumerateArray().Single(p => Text(p, "partner") == "journal"), "state");

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static IEnumerable<decimal> Values(Stage stage, string patient) => stage.Journal.Ledger.Effects
        .Where(e => e.Patient == patient && JsonDocument.Parse(e.Body!).RootElement.TryGetProperty("valueQuantity", out _))
        .Select(e => JsonDocument.Parse(e.Body!).RootElement.GetProperty("valueQuantity").GetProperty("value").GetDecimal());

    /// <summary>On SQLite.</summary>
    public sealed class Embedded() : PauseJourneys(BackingKind.Embedded);

    /// <summary>On PostgreSQL and RabbitMQ.</summary>
    public sealed class OnServers() : PauseJourneys(BackingKind.Servers);
}
