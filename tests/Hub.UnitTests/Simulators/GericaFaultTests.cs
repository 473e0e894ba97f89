using System.Diagnostics;
using System.Net;
using Hub.Simulators.Gerica;
using Xunit;

namespace Hub.UnitTests.Simulators;

public sealed class GericaFaultTests
{
    [Fact]
    public async Task Should_take_effect_and_lose_the_answer()
    {
        await using var server = await GericaServer.StartAsync(new GericaOptions { Faults = new FaultPlan { LostAnswerRate = 1 } });
        using var client = new GericaClient(server);

        await Assert.ThrowsAsync<HttpRequestException>(() => client.ObservationAsync("k1"));
        await server.SetFaultsAsync(FaultPlan.Healthy);
        using var again = await client.ObservationAsync("k1");

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(1, server.Ledger.Count);
    }

    [Fact]
    public async Task Should_cut_before_anything_happened()
    {
        await using var server = await GericaServer.StartAsync(new GericaOptions { Faults = new FaultPlan { CutRate = 1 } });
        using var client = new GericaClient(server);

        await Assert.ThrowsAsync<HttpRequestException>(() => client.ObservationAsync("k1"));

        Assert.Equal(0, server.Ledger.Count);
    }

    [Fact]
    public async Task Should_truncate_and_garble_answers_after_the_effect()
    {
        await using var server = await GericaServer.StartAsync(new GericaOptions { Faults = new FaultPlan { TruncateRate = 1 } });
        using var client = new GericaClient(server);

        await Assert.ThrowsAsync<HttpRequestException>(() => client.ObservationAsync("k1"));
        await server.SetFaultsAsync(new FaultPlan { GarbleRate = 1 });
        using var garbled = await client.ObservationAsync("k2");

        Assert.StartsWith("<html>", await garbled.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(2, server.Ledger.Count);
    }

    [Fact]
    public async Task Should_refuse_connections_and_come_back_on_the_same_port_with_its_ledger()
    {
        await using var server = await GericaServer.StartAsync();
        using var client = new GericaClient(server);
        using var before = await client.ObservationAsync("k1");
        var url = server.Url;

        await server.SetFaultsAsync(new FaultPlan { Down = DownKind.Refuse });
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => client.ObservationAsync("k2"));
        await server.SetFaultsAsync(FaultPlan.Healthy);
        using var after = await client.ObservationAsync("k1");

        Assert.Equal(HttpRequestError.ConnectionError, refused.HttpRequestError);
        Assert.Equal(url, server.Url);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task Should_reset_or_say_503_with_retry_after()
    {
        await using var server = await GericaServer.StartAsync(new GericaOptions { Faults = new FaultPlan { Down = DownKind.Reset } });
        using var client = new GericaClient(server);

        await Assert.ThrowsAsync<HttpRequestException>(() => client.ObservationAsync("k1"));
        await server.SetFaultsAsync(new FaultPlan { Down = DownKind.Unavailable, RetryAfterSeconds = 7 });
        using var away = await client.ObservationAsync("k1");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(7), away.Headers.RetryAfter!.Delta);
    }

    [Fact]
    public async Task Should_end_a_plan_by_itself()
    {
        await using var server = await GericaServer.StartAsync();
        using var client = new GericaClient(server);
        using var set = await client.SendAsync(HttpMethod.Post, "_sim/faults", """{"down":"refuse","seconds":0.4}""");
        var clock = Stopwatch.StartNew();
        while (server.Faults == FaultPlan.Healthy && clock.Elapsed < TimeSpan.FromSeconds(5))
            await Task.Yield();
        while (server.Faults != FaultPlan.Healthy && clock.Elapsed < TimeSpan.FromSeconds(5))
            await Task.Yield();

        var status = 0;
        while (status == 0 && clock.Elapsed < TimeSpan.FromSeconds(10))
        {
            try
            {
                using var answer = await client.ObservationAsync("k1");
                status = (int)answer.StatusCode;
            }
            catch (HttpRequestException)
            {
                await Task.Yield();
            }
        }

        Assert.Equal(HttpStatusCode.NoContent, set.StatusCode);
        Assert.Equal(201, status);
    }

    [Fact]
    public async Task Should_reject_one_patient_and_fail_for_another_and_take_the_rest()
    {
        const string unknown = "01816900158";
        const string poison = "02816900143";
        await using var server = await GericaServer.StartAsync(new GericaOptions
        {
            Faults = new FaultPlan { RejectPatients = [unknown], PoisonPatients = [poison] },
        });
        using var client = new GericaClient(server);

        using var rejected = await client.ObservationAsync("k1", GericaClient.Observation(patient: unknown));
        using var failed = await client.ObservationAsync("k2", GericaClient.Observation(patient: poison));
        using var taken = await client.ObservationAsync("k3");

        Assert.Equal("patient-unknown", await GericaClient.ReasonAsync(rejected));
        Assert.Equal([422, 500, 201], new[] { rejected, failed, taken }.Select(r => (int)r.StatusCode));
    }

    [Fact]
    public async Task Should_let_only_so_many_through_per_second()
    {
        await using var server = await GericaServer.StartAsync(new GericaOptions { Faults = new FaultPlan { RateLimit = 1 } });
        using var client = new GericaClient(server);

        var statuses = new List<int>();
        for (var i = 0; i < 20; i++)
        {
            using var answer = await client.ObservationAsync($"k{i}");
            statuses.Add((int)answer.StatusCode);
        }

        Assert.Contains(429, statuses);
        Assert.Contains(201, statuses);
    }

    [Fact]
    public async Task Should_be_slow_when_told()
    {
        await using var server = await GericaServer.StartAsync(new GericaOptions { Faults = new FaultPlan { SlowMedianMs = 80 } });
        using var client = new GericaClient(server);
        var clock = Stopwatch.StartNew();

        using var answer = await client.ObservationAsync("k1");

        Assert.True(clock.Elapsed >= TimeSpan.FromMilliseconds(75));
    }

    [Theory]
    [InlineData("""{"down":"refuse"}""")]
    [InlineData("""{"downn":"reset"}""")]
    [InlineData("nonsense")]
    public async Task Should_refuse_a_plan_that_makes_no_sense(string plan)
    {
        await using var server = await GericaServer.StartAsync();
        using var client = new GericaClient(server);

        using var answer = await client.SendAsync(HttpMethod.Post, "_sim/faults", plan);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(FaultPlan.Healthy, server.Faults);
    }
}
