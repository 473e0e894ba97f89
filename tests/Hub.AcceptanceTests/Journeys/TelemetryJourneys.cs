using System.Net;
using Hub.AcceptanceTests.Staging;
using Hub.Simulators.Gerica;
using Hub.Tests.Support;
using Xunit;

namespace Hub.AcceptanceTests.Journeys;

/// <summary>Metrics and traces go where they are wanted, and name nobody.</summary>
public abstract class TelemetryJourneys(BackingKind backing) : Journey(backing)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Should_trace_a_message_from_intake_to_delivery_over_a_failure_and_a_restart()
    {
        await using var receiver = await OtlpReceiver.OpenAsync();
        await using var stage = await OpenAsync($"telemetry: {{ otlp: \"{receiver.Url}\", every: 200ms }}");
        await stage.Journal.SetFaultsAsync(new FaultPlan { Down = DownKind.Refuse });
        var ada = Events.People[0];
        Assert.Equal(HttpStatusCode.Accepted, (await stage.Caller(Municipality.Larvik.Feed).SendAsync(Municipality.Larvik, Events.Pulse("traced", ada, 72))).Status);
        await Wait.UntilAsync("a try has failed", Patience, () => stage.Journal.Ledger.Count == 0 && stage.Logs().Contains("2301", StringComparison.Ordinal) || receiver.Spans.Any(s => s.Name == "send"), stage.Logs);
        await stage.RestartAsync();
        await stage.Journal.SetFaultsAsync(FaultPlan.Healthy);
        await stage.ArrivedAsync(1);

        await Wait.UntilAsync("the spans are there", Patience, () => receiver.Spans.Count(s => s.Name == "send") >= 2, () => string.Join(' ', receiver.Spans));
        var spans = receiver.Spans;
        var root = spans.Single(s => s.Name == "intake");
        Assert.Equal((32, 16, ""), (root.Trace.Length, root.Id.Length, root.Parent));
        Assert.All(spans.Where(s => s.Name != "intake"), s => Assert.Equal((root.Trace, root.Id), (s.Trace, s.Parent)));
        Assert.Equal(spans.Count, spans.Select(s => s.Id).Distinct().Count());
        Assert.Equal(["commit", "intake", "map", "send"], spans.Select(s => s.Name).Distinct().Order(StringComparer.Ordinal));
        await Wait.UntilAsync("the metrics are there", Patience, () => receiver.Metrics.IsSupersetOf(["hub.intake.messages", "hub.delivery.outcomes", "hub.disk.free", "hub.delivery.age", "dotnet.process.memory.working_set"]), () => string.Join(' ', receiver.Metrics));
        Assert.DoesNotContain("dotnet.assembly.count", receiver.Metrics);
        Assert.DoesNotContain(ada.NationalId, receiver.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_give_every_message_its_own_tree_in_which_every_parent_arrives()
    {
        await using var receiver = await OtlpReceiver.OpenAsync();
        await using var stage = await OpenAsync($"telemetry: {{ otlp: \"{receiver.Url}\", every: 200ms }}");
        var feed = stage.Caller(Municipality.Larvik.Feed);
        for (var i = 0; i < 3; i++)
            await feed.SendAsync(Municipality.Larvik, Events.Pulse($"traced-event-{i}", Events.People[i], 60 + i));
        await feed.SendAsync(Municipality.Larvik, Events.Pulse("traced-event-0", Events.People[0], 60));
        await stage.ArrivedAsync(3);

        await Wait.UntilAsync("the spans are there", Patience, () => receiver.Spans.Count(s => s.Name == "send") == 3 && receiver.Spans.Any(s => s.Name == "repeat"), () => string.Join(' ', receiver.Spans));
        var trees = receiver.Spans.GroupBy(s => s.Trace).ToList();
        Assert.Equal(3, trees.Count);
        foreach (var tree in trees)
        {
            Assert.Equal(["commit", "intake", "map", "send"], tree.Select(s => s.Name).Where(n => n != "repeat").Order(StringComparer.Ordinal));
            Assert.All(tree, s => Assert.True(s.Parent.Length == 0 ? s.Name == "intake" : tree.Any(p => p.Id == s.Parent), s.ToString()));
        }

        foreach (var person in Events.People.Take(3))
            Assert.DoesNotContain(person.NationalId, receiver.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("traced-event", receiver.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Should_run_on_when_nobody_takes_what_is_sent()
    {
        await using var stage = await OpenAsync("telemetry: { otlp: \"http://127.0.0.1:9\", every: 100ms }");
        await stage.Caller(Municipality.Larvik.Feed).SendAsync(Municipality.Larvik, Events.Pulse("p", Events.People[0], 72));
        await stage.ArrivedAsync(1);
    }

    [Fact]
    public async Task Should_show_health_as_gauges()
    {
        await using var stage = await OpenAsync("alerts: { every: 50ms }");
        await Wait.UntilAsync(
            "the gauges are there",
            Patience,
            async () =>
            {
                var page = await stage.Http.GetStringAsync("metrics");
                return new[]
                {
                    "hub_store_up 1\n", "hub_partner_down{tenant=\"larvik\",partner=\"journal\"} 0\n", "hub_alerts_open{rule=\"partner-down\",severity=\"critical\"} 0\n", "hub_disk_free_bytes ", "hub_ledger_difference 0\n",
                    "hub_audit_broken 0\n", "hub_config_errors 0\n",
                }.All(line => page.Contains(line, StringComparison.Ordinal));
            },
            stage.Logs);
    }

    /// <summary>On SQLite.</summary>
    [Collection(AloneCollection.Name)]
    public sealed class Embedded() : TelemetryJourneys(BackingKind.Embedded);

    /// <summary>On PostgreSQL and RabbitMQ.</summary>
    [Collection(AloneCollection.Name)]
    public sealed class OnServers() : TelemetryJourneys(BackingKind.Servers);
}
