using System.Text.Json;
using System.Text.RegularExpressions;
using Hub.AcceptanceTests.Staging;
using Hub.Simulators.Gerica;
using Hub.Tests.Support;
using Xunit;

namespace Hub.AcceptanceTests.Operating.Monitoring;

/// <summary>What operators watch the hub with, on a real Prometheus: the configuration, rules and dashboards of <c>ops</c>.</summary>
public abstract partial class MonitoringJourneys(BackingKind backing)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // What nothing in the traffic of this test brings about.
    private static readonly Dictionary<string, string> RightlyEmpty = new()
    {
        ["hub_defects_total"] = "no adapter or mapping has thrown",
        ["hub_store_unavailable_total"] = "the database was never away",
        ["hub_broker_events_dropped_total"] = "the broker took every event",
        ["hub_feed_reads_total{"] = "every reading of a feed went well",
    };

    [Fact]
    public async Task Should_answer_every_panel_and_rule_and_fire_an_alert_until_its_cause_is_gone()
    {
        PrometheusServer.Require();
        await using var watched = await WatchedHub.OpenAsync(backing);
        var rules = await CommandRun.OfAsync("config", "rules", "--config", watched.Place.Config);
        Assert.True(rules.Code == 0, rules.Errors);
        await using var prometheus = await PrometheusServer.StartAsync(watched.Place.Url, rules.Output);
        await watched.SendAsync();

        await AssertTargetAsync(prometheus, watched.Place.Url);
        await AssertPageAsync(watched.Place);
        await AssertRulesAsync(prometheus);
        await FireAsync(prometheus, watched.Place);
        await AssertDashboardsAsync(prometheus);
    }

    private static async Task AssertTargetAsync(PrometheusServer prometheus, Uri hub)
    {
        IReadOnlyList<JsonElement> targets = [];
        await Wait.UntilAsync(
            "the hub is fetched from",
            Patience,
            async () => (targets = [.. (await prometheus.GetAsync("api/v1/targets")).GetProperty("activeTargets").EnumerateArray()]) is [var one] && one.GetProperty("health").GetString() == "up",
            () => string.Join(Environment.NewLine, targets));
        var labels = targets[0].GetProperty("labels");
        Assert.Equal(("hub", hub.Authority), (Text(labels, "job"), Text(labels, "instance")));
        await Wait.UntilAsync("the traffic is seen", Patience, async () => (await prometheus.NowAsync("sum(hub_intake_messages_total) >= 10 and sum(rate(hub_receipts_total[1m])) >= 0 and min(hub_ledger_difference) == 0")).Count == 1);
    }

    /// <summary>What a running hub shows is what ops/metrics.md names.</summary>
    private static async Task AssertPageAsync(Installation hub)
    {
        var documented = File.ReadLines(Path.Combine(Checkout.Root, "ops", "metrics.md")).Where(l => DocumentedMetric().IsMatch(l)).Select(l => l.Split('|')[1].Trim()).ToHashSet();
        var shown = Family().Matches(await hub.Http.GetStringAsync("metrics")).Select(m => m.Groups["name"].Value).ToList();
        Assert.Empty(shown.Except(documented));
        Assert.Equal(shown.Count, shown.Distinct().Count());
    }

    private async Task AssertDashboardsAsync(PrometheusServer prometheus)
    {
        var empty = new List<string>();
        foreach (var dashboard in Dashboard.Shipped)
        {
            var all = new Dictionary<string, IReadOnlyList<string>>();
            var one = new Dictionary<string, IReadOnlyList<string>>();
            var several = new Dictionary<string, IReadOnlyList<string>>();
            foreach (var variable in dashboard.Variables)
            {
                var values = (await prometheus.GetAsync(DashboardVariable.Address(Dashboard.Fill(variable.Query, all)))).EnumerateArray().Select(v => v.GetString()!).ToList();
                Assert.True(values.Count > 0, $"{dashboard.Name}: ${variable.Name} has no values");
                Assert.Equal(values, (await prometheus.GetAsync(DashboardVariable.Address(Dashboard.Fill(variable.Query, several)))).EnumerateArray().Select(v => v.GetString()!));
                all[variable.Name] = [variable.All];
                one[variable.Name] = [values[0]];
                several[variable.Name] = [.. values, "another"];
            }

            foreach (var target in dashboard.Targets)
            {
                foreach (var (chosen, whose) in new[] { (all, "all"), (several, "several"), (one, "one") })
                {
                    var expression = Dashboard.Fill(target.Expression, chosen);
                    var series = target.IsInstant ? await prometheus.NowAsync(expression) : await prometheus.RangeAsync(expression);
                    if (whose != "one" && !series.Any(s => s.Values.Count > 0))
                        empty.Add($"{target.Name} ({whose}): {expression}");
                    foreach (var label in Placeholder().Matches(target.Legend).Select(m => m.Groups["label"].Value))
                        Assert.All(series, s => Assert.True(s.Labels.TryGetProperty(label, out _), $"{target.Name}: {{{{{label}}}}} of the legend is no label of {s.Labels}"));
                }
            }
        }

        var unexplained = empty.Where(e => !IsRightlyEmpty(e)).ToList();
        Assert.True(unexplained.Count == 0, string.Join(Environment.NewLine, unexplained));
    }

    private bool IsRightlyEmpty(string target) =>
        RightlyEmpty.Keys.Any(k => target.Contains(k, StringComparison.Ordinal)) || (backing == BackingKind.Embedded && target.Contains("hub_broker_", StringComparison.Ordinal));

    private static async Task AssertRulesAsync(PrometheusServer prometheus)
    {
        IReadOnlyList<JsonElement> rules = [];
        await Wait.UntilAsync("every rule has been looked at", Patience, async () => (rules = await prometheus.RulesAsync()).All(r => r.GetProperty("health").GetString() != "unknown"));
        Assert.True(rules.Count >= 2 * 16 && rules.Count % 2 == 0, $"{rules.Count} rules");
        Assert.All(rules, r => Assert.True(r.GetProperty("health").GetString() == "ok" && !r.TryGetProperty("lastError", out _), $"{r}"));
        Assert.DoesNotContain(rules, r => r.GetProperty("state").GetString() == "firing");

        // What a summary names is there to be named.
        foreach (var rule in rules)
        {
            var query = rule.GetProperty("query").GetString()!;
            var by = By().Match(query) is { Success: true } match ? match.Groups["labels"].Value.Split(", ") : null;
            var metric = Metric().Match(query).Value;
            var series = (await prometheus.NowAsync(metric)).ToList();
            Assert.True(series.Count > 0, $"{metric} is not told");
            foreach (var label in Named().Matches(rule.GetProperty("annotations").GetProperty("summary").GetString()!).Select(m => m.Groups["label"].Value))
            {
                Assert.True(by?.Contains(label) ?? true, $"{query} leaves {label} out");
                Assert.All(series, s => Assert.True(s.Labels.TryGetProperty(label, out _), $"{metric} has no {label}"));
            }
        }
    }

    private static async Task FireAsync(PrometheusServer prometheus, Installation hub)
    {
        await hub.Journal.SetFaultsAsync(new FaultPlan { Down = DownKind.Refuse });
        for (var i = 0; i < 12; i++)
            await hub.Vendor.SendAsync(hub.Tenant, Events.Pulse($"late-{i}", Events.People[i % 4], 60 + i));
        IReadOnlyList<JsonElement> alerts = [];
        async Task<IReadOnlyList<JsonElement>> DownAsync() =>
            alerts = [.. (await prometheus.GetAsync("api/v1/alerts")).GetProperty("alerts").EnumerateArray().Where(a => a.GetProperty("labels").GetProperty("alertname").GetString() == "HubPartnerDown")];

        // Once by the shipped rules and once by those of the configuration.
        await Wait.UntilAsync("the alert fires", Patience, async () => (await DownAsync()).Any(a => a.GetProperty("state").GetString() == "firing"), () => string.Join(Environment.NewLine, alerts));
        var labels = alerts[0].GetProperty("labels");
        Assert.Equal(("larvik", "journal", "critical", "partner-down"), (Text(labels, "tenant"), Text(labels, "partner"), Text(labels, "severity"), Text(labels, "rule")));
        Assert.Equal(("larvik/journal is down", "ops/runbooks/partner-down.md"), (Text(alerts[0].GetProperty("annotations"), "summary"), Text(alerts[0].GetProperty("annotations"), "runbook")));
        Assert.NotEmpty(await prometheus.NowAsync("sum(hub_circuit_open) > 0"));
        Assert.NotEmpty(await prometheus.NowAsync("max(hub_delivery_oldest_age_seconds) > 0 and sum(hub_delivery_waiting) == 12"));

        await hub.Journal.SetFaultsAsync(FaultPlan.Healthy);
        await Wait.UntilAsync("the alert is over", Patience, async () => (await DownAsync()).Count == 0, () => string.Join(Environment.NewLine, alerts));
        await hub.DrainAsync();
        await Wait.UntilAsync("nothing waits any more", Patience, async () => (await prometheus.NowAsync("max(hub_circuit_open) == 0 and max(hub_delivery_oldest_age_seconds) == 0 and max(hub_delivery_waiting) == 0")).Count == 1);
    }

    private static string? Text(JsonElement json, string name) => json.GetProperty(name).GetString();

    [GeneratedRegex(@"^# TYPE (?<name>\w+) ", RegexOptions.Multiline)]
    private static partial Regex Family();

    [GeneratedRegex(@"^\| (hub|dotnet)_")]
    private static partial Regex DocumentedMetric();

    [GeneratedRegex(@"\{\{(?<label>\w+)\}\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\$labels\.(?<label>\w+)")]
    private static partial Regex Named();

    [GeneratedRegex(@"by \((?<labels>[^)]*)\)")]
    private static partial Regex By();

    [GeneratedRegex(@"\bhub_\w+|\bup\b")]
    private static partial Regex Metric();

    /// <summary>On SQLite.</summary>
    public sealed class Embedded() : MonitoringJourneys(BackingKind.Embedded);

    /// <summary>On PostgreSQL and RabbitMQ.</summary>
    public sealed class OnServers() : MonitoringJourneys(BackingKind.Servers);
}
