using System.Text.Json;
using System.Text.RegularExpressions;
using Hub.Core.Tenants;
using Hub.Host.Alerts;
using Hub.Host.Commands;
using Hub.Host.Configuration;
using Hub.UnitTests.Architecture;
using Xunit;

namespace Hub.UnitTests.Alerts;

/// <summary>Dashboards, rules and runbooks name what there is.</summary>
public sealed partial class MonitoringFilesTests
{
    // The last one only Prometheus can tell.
    private static readonly string[] Rules = [.. AlertRules.All.Select(r => r.Name).Append("node-down").Order(StringComparer.Ordinal)];

    // What runbooks use beside the hub itself.
    private static readonly string[] OfTheMachine = ["df", "du", "date", "pg_isready", "grep", "systemctl", "journalctl"];

    [Fact]
    public void Should_name_only_metrics_that_there_are_in_dashboards_and_rules()
    {
        var known = File.ReadLines(PathOf("tests/Hub.UnitTests/Approvals/metrics.approved.txt")).Select(l => l.Split(' ')).ToDictionary(l => l[0], l => l[1]);
        var expressions = Dashboards().SelectMany(d => d.Expressions)
            .Concat(Directory.EnumerateFiles(PathOf("ops/prometheus"), "*.yml").Select(File.ReadAllText))
            .Concat(Directory.EnumerateFiles(PathOf("ops/runbooks"), "*.md").SelectMany(Commands)).ToList();

        Assert.True(expressions.Count > 40);
        foreach (var name in expressions.SelectMany(e => Metric().Matches(e)).Select(m => m.Value).Distinct())
            Assert.True(known.Keys.Any(k => IsOf(name, k, known[k])), $"There is no metric {name}.");
    }

    [Fact]
    public void Should_show_every_metric_on_some_dashboard()
    {
        var shown = string.Join('\n', Dashboards().SelectMany(d => d.Expressions));
        string[] elsewhere = ["hub_broker_hints_total", "hub_mail_taken_total", "hub_token_left_days"];

        var missing = File.ReadLines(PathOf("tests/Hub.UnitTests/Approvals/metrics.approved.txt")).Select(l => l.Split(' ')[0]).Except(elsewhere).Where(m => !shown.Contains(m, StringComparison.Ordinal));
        Assert.Empty(missing);
    }

    [Fact]
    public void Should_give_every_panel_a_title_a_unit_and_a_text()
    {
        var dashboards = Dashboards().ToList();

        Assert.Equal(3, dashboards.Count);
        Assert.Equal(dashboards.Count, dashboards.Select(d => d.Uid).Distinct().Count());
        foreach (var panel in dashboards.SelectMany(d => d.Panels))
        {
            Assert.NotEmpty(panel.GetProperty("title").GetString()!);
            Assert.NotEmpty(panel.GetProperty("description").GetString()!);
            Assert.NotEmpty(panel.GetProperty("fieldConfig").GetProperty("defaults").GetProperty("unit").GetString()!);
            Assert.NotEmpty(panel.GetProperty("targets").EnumerateArray());
        }
    }

    [Fact]
    public void Should_have_a_runbook_for_every_rule_and_no_other()
    {
        Assert.Equal(Rules, Directory.EnumerateFiles(PathOf("ops/runbooks"), "*.md").Select(f => Path.GetFileNameWithoutExtension(f)).Where(n => n != "README").Order(StringComparer.Ordinal));
        foreach (var rule in Rules)
        {
            var text = File.ReadAllText(PathOf(AlertRules.Runbook(rule)));
            Assert.StartsWith($"# {rule}: ", text, StringComparison.Ordinal);
            foreach (var part in new[] { "**Means.**", "**Hit.**", "## Look here", "## Do this", "**Done when**" })
                Assert.Contains(part, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Should_have_every_rule_in_prometheus_with_its_runbook_and_a_test()
    {
        var rules = File.ReadAllText(PathOf("ops/prometheus/hub.rules.yml"));
        var tests = File.ReadAllText(PathOf("ops/prometheus/hub.rules.test.yml"));
        foreach (var rule in Rules)
        {
            Assert.Contains($"rule: {rule} }}", rules, StringComparison.Ordinal);
            Assert.Contains($"runbook: {AlertRules.Runbook(rule)} }}", rules, StringComparison.Ordinal);
            Assert.Contains($"rule: {rule}", tests, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Should_give_prometheus_the_limits_that_the_hub_has_itself()
    {
        var path = PathOf("ops/prometheus/hub.rules.yml");
        var text = PrometheusRules.Of(new AlertSettings(), []);
        if (Environment.GetEnvironmentVariable("HUB_APPROVE") == "1")
            File.WriteAllText(path, text);
        Assert.Equal(text, File.ReadAllText(path));
    }

    [Fact]
    public void Should_give_a_tenant_with_limits_of_its_own_rules_of_its_own()
    {
        static TenantConfig Tenant(string name, TenantAlertLimits? alerts) =>
            new(name, TenantEnvironment.Test, new OrganizationConfig("312229544", null, name), new Dictionary<string, PartnerConfig>(), [], UnroutedPolicy.Keep) { Alerts = alerts };
        var own = new TenantAlertLimits { QueueAge = TimeSpan.FromHours(1), DeadLetters = 5 };
        var settings = new AlertSettings { DiskFree = 25, StoreDown = TimeSpan.FromSeconds(90), Limits = new AlertLimits { ClockSkew = TimeSpan.FromSeconds(5) } };

        var lines = PrometheusRules.Of(settings, [Tenant("larvik", null), Tenant("oslo", own), Tenant("nord-fron", own), Tenant("skien", new TenantAlertLimits { QueueAge = TimeSpan.FromMinutes(15) })]).Split('\n').Select(l => l.Trim()).ToList();

        Assert.Contains("expr: max by (tenant, partner) (hub_delivery_oldest_age_seconds{tenant!~\"nord-fron|oslo\"}) > 900 unless max by (tenant, partner) (hub_partner_down) > 0 unless max by (tenant, partner) (hub_partner_paused) > 0", lines);
        Assert.Contains("expr: max by (tenant, partner) (hub_delivery_oldest_age_seconds{tenant=~\"nord-fron|oslo\"}) > 3600 unless max by (tenant, partner) (hub_partner_down) > 0 unless max by (tenant, partner) (hub_partner_paused) > 0", lines);
        Assert.Contains("expr: max by (tenant, partner) (hub_delivery_dead{tenant=~\"nord-fron|oslo\"}) >= 5", lines);
        Assert.Contains("expr: max by (tenant, partner) (hub_partner_down) > 0", lines);
        Assert.Contains("expr: abs(hub_clock_ahead_seconds) > 5", lines);
        Assert.Contains("expr: hub_disk_free_bytes / hub_disk_size_bytes < 0.25", lines);
        Assert.Equal("for: 90s", lines[lines.IndexOf("expr: hub_store_up == 0") + 1]);
    }

    [Fact]
    public void Should_name_only_commands_and_addresses_that_there_are_in_runbooks()
    {
        var routes = File.ReadLines(PathOf("tests/Hub.UnitTests/Approvals/routes.approved.txt")).Select(l => l.Split(' ')).ToList();
        var commands = Directory.EnumerateFiles(PathOf("ops/runbooks"), "*.md").SelectMany(f => Commands(f).Select(c => (File: Path.GetFileName(f), Line: c))).ToList();

        Assert.True(commands.Count > 30);
        foreach (var (file, line) in commands)
        {
            if (line.StartsWith("curl ", StringComparison.Ordinal))
            {
                var method = line.Contains("-X POST", StringComparison.Ordinal) ? "POST" : "GET";
                var path = Address().Match(line).Groups["path"].Value;
                Assert.True(routes.Any(r => r[0] == method && Fits(path, r[1])), $"{file}: there is no {method} {path}");
            }
            else if (line.StartsWith("hub ", StringComparison.Ordinal))
            {
                var words = line.Split(' ').Skip(1).TakeWhile(w => w != "--help").Select(w => w.StartsWith('$') ? "x" : w).ToArray();
                Assert.True(HubCommands.Root().Parse(words.Length == 1 ? [.. words, "--help"] : words).Errors.Count == 0, $"{file}: {line}");
            }
            else
            {
                Assert.True(line.StartsWith("export ", StringComparison.Ordinal) || OfTheMachine.Contains(line.Split(' ')[0]), $"{file}: {line}");
            }
        }
    }

    private static bool IsOf(string name, string metric, string kind) =>
        name == metric || (kind == "histogram" && (name == metric + "_bucket" || name == metric + "_sum" || name == metric + "_count"));

    // A variable of the command stands where the route has a parameter.
    private static bool Fits(string path, string route)
    {
        var (asked, known) = (path.Split('/'), route.Split('/'));
        return asked.Length == known.Length && asked.Zip(known).All(p => p.First == p.Second || (p.First.StartsWith('$') && p.Second.StartsWith('{')));
    }

    private static IEnumerable<string> Commands(string file) =>
        Block().Matches(File.ReadAllText(file)).SelectMany(b => b.Groups["lines"].Value.Split('\n')).Select(l => l.Trim()).Where(l => l.Length > 0);

    private static IEnumerable<(string Uid, IReadOnlyList<JsonElement> Panels, IReadOnlyList<string> Expressions)> Dashboards()
    {
        foreach (var file in Directory.EnumerateFiles(PathOf("ops/grafana"), "*.json"))
        {
            var dashboard = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
            var panels = dashboard.GetProperty("panels").EnumerateArray().ToList();
            var queries = dashboard.GetProperty("templating").GetProperty("list").EnumerateArray().Select(v => v.GetProperty("query").GetString()!);
            yield return (dashboard.GetProperty("uid").GetString()!, panels, [.. panels.SelectMany(p => p.GetProperty("targets").EnumerateArray()).Select(t => t.GetProperty("expr").GetString()!), .. queries]);
        }
    }

    private static string PathOf(string path) => Path.Combine(Repository.Root, path);

    [GeneratedRegex(@"\bhub_[a-z_]+(?![a-z_]*[.:/])")]
    private static partial Regex Metric();

    [GeneratedRegex(@"```sh\n(?<lines>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\$HUB(?<path>/[^\s""?]*)")]
    private static partial Regex Address();
}
