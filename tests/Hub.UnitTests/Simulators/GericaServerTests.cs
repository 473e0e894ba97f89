using System.Net;
using Hub.Simulators.Gerica;
using Xunit;

namespace Hub.UnitTests.Simulators;

public sealed class GericaServerTests
{
    [Fact]
    public async Task Should_take_an_observation_once_and_replay_the_answer()
    {
        await using var server = await GericaServer.StartAsync();
        using var client = new GericaClient(server);

        using var first = await client.ObservationAsync("k1");
        using var again = await client.ObservationAsync("k1");

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal("true", again.Headers.GetValues("Idempotent-Replayed").Single());
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Equal(1, server.Ledger.Count);
        Assert.Equal(1, server.Ledger.Effects[0].Repeats);
    }

    [Fact]
    public async Task Should_refuse_other_bytes_under_the_same_key()
    {
        await using var server = await GericaServer.StartAsync();
        using var client = new GericaClient(server);

        using var first = await client.ObservationAsync("k1", GericaClient.Observation(96));
        using var other = await client.ObservationAsync("k1", GericaClient.Observation(69));

        Assert.Equal(HttpStatusCode.Conflict, other.StatusCode);
        Assert.Equal("conflict", await GericaClient.ReasonAsync(other));
        Assert.Equal(1, server.Ledger.Conflicts);
    }

    [Fact]
    public async Task Should_answer_a_repeat_with_409_when_it_is_sensitive_to_duplicates()
    {
        await using var server = await GericaServer.StartAsync(new GericaOptions { Faults = new FaultPlan { DuplicateSensitive = true } });
        using var client = new GericaClient(server);

        using var first = await client.ObservationAsync("k1");
        using var again = await client.ObservationAsync("k1");

        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal("duplicate", await GericaClient.ReasonAsync(again));
    }

    [Theory]
    [InlineData("{", 400)]
    [InlineData("""{"resourceType":"Observation","resourceType":"Observation"}""", 400)]
    [InlineData("""{"resourceType":"Patient"}""", 422)]
    public async Task Should_refuse_what_is_not_an_observation(string body, int status)
    {
        await using var server = await GericaServer.StartAsync();
        using var client = new GericaClient(server);

        using var answer = await client.ObservationAsync("k1", body);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(0, server.Ledger.Count);
    }

    [Fact]
    public async Task Should_name_the_element_with_a_wrong_unit_and_nobody()
    {
        await using var server = await GericaServer.StartAsync();
        using var client = new GericaClient(server);

        using var unit = await client.ObservationAsync("k1", GericaClient.Observation(unit: "kPa"));
        using var patient = await client.ObservationAsync("k2", GericaClient.Observation(patient: "1311690021"));

        Assert.Equal(422, (int)unit.StatusCode);
        Assert.Contains("Observation.valueQuantity.code", await unit.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Observation.subject.identifier.value", await patient.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(2, server.Ledger.Refusals.Count);
    }

    [Fact]
    public async Task Should_answer_a_batch_entry_by_entry_and_know_an_entry_that_came_alone_before()
    {
        await using var server = await GericaServer.StartAsync();
        using var client = new GericaClient(server);
        using var alone = await client.ObservationAsync("k1", GericaClient.Observation(95, delivery: "d1"));

        using var answer = await client.SendAsync(HttpMethod.Post, "lab/fhir", GericaClient.Batch(
            GericaClient.Observation(95, delivery: "d1"), GericaClient.Observation(94, unit: "kPa", delivery: "d2"), GericaClient.Observation(93, delivery: "d3")));
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(text.IndexOf("200 OK", StringComparison.Ordinal) < text.IndexOf("422 ", StringComparison.Ordinal));
        Assert.True(text.IndexOf("422 ", StringComparison.Ordinal) < text.IndexOf("201 Created", StringComparison.Ordinal));
        Assert.Equal(2, server.Ledger.Count);
    }

    [Fact]
    public async Task Should_not_put_a_plan_back_to_an_older_version()
    {
        await using var server = await GericaServer.StartAsync();
        using var client = new GericaClient(server);

        using var second = await client.SendAsync(HttpMethod.Put, "plans/fhir/CarePlan/p1", GericaClient.Plan(2), "k2");
        using var repeat = await client.SendAsync(HttpMethod.Put, "plans/fhir/CarePlan/p1", GericaClient.Plan(2), "k2");
        using var first = await client.SendAsync(HttpMethod.Put, "plans/fhir/CarePlan/p1", GericaClient.Plan(1), "k1");

        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        Assert.Equal(HttpStatusCode.OK, repeat.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, first.StatusCode);
    }

    [Fact]
    public async Task Should_ask_for_a_token_and_let_it_expire()
    {
        await using var server = await GericaServer.StartAsync(new GericaOptions { Clients = new Dictionary<string, string> { ["hub"] = "secret" } });
        using var client = new GericaClient(server);

        using var none = await client.ObservationAsync("k1");
        Assert.Null(await client.FetchTokenAsync("hub", "wrong"));
        Assert.NotNull(await client.FetchTokenAsync("hub", "secret"));
        using var good = await client.ObservationAsync("k1");
        server.ExpireTokens();
        using var over = await client.ObservationAsync("k1");

        Assert.Equal([401, 201, 401], new[] { none, good, over }.Select(r => (int)r.StatusCode));
        Assert.Equal("hub", server.Ledger.Effects[0].Client);
    }

    [Fact]
    public async Task Should_keep_its_ledger_over_a_restart()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            await using (var before = await GericaServer.StartAsync(new GericaOptions { LedgerFile = file }))
            {
                using var client = new GericaClient(before);
                using var first = await client.ObservationAsync("k1");
                using var repeat = await client.ObservationAsync("k1");
            }
            await File.AppendAllTextAsync(file, "E\t2\t-\tObservation\t131", TestContext.Current.CancellationToken);
            await using var after = await GericaServer.StartAsync(new GericaOptions { LedgerFile = file });
            using var later = new GericaClient(after);
            using var again = await later.ObservationAsync("k1");
            using var next = await later.ObservationAsync("k2");

            Assert.Equal(HttpStatusCode.OK, again.StatusCode);
            Assert.Equal(2, after.Ledger.Effects[0].Repeats);
            Assert.Equal([1L, 2L], after.Ledger.Effects.Select(e => e.No));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Should_report_deliveries_out_of_order_and_effects_that_came_twice()
    {
        await using var server = await GericaServer.StartAsync();
        using var client = new GericaClient(server);

        foreach (var key in new[] { "abc-1.1-0", "abc-3.1-0", "abc-2.1-0", "abc-4.1-0", "abc-4.1-1" })
            (await client.ObservationAsync(key)).Dispose();
        var report = server.Ledger.Report();

        Assert.Equal(["2.1"], report.OutOfOrder);
        Assert.Equal(["4.1"], report.EffectTwice);
        Assert.Equal(5, (await client.GetJsonAsync("_sim/ledger")).GetProperty("effects").GetInt32());
    }
}
