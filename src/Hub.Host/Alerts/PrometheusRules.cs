using System.Globalization;
using System.Text;
using Hub.Core.Tenants;
using Hub.Host.Configuration;

namespace Hub.Host.Alerts;

/// <summary>The rules of the hub for Prometheus, with the limits of a configuration. Pure. <c>ops/prometheus/hub.rules.yml</c> is what it makes of a hub.yaml that says nothing.</summary>
internal static class PrometheusRules
{
    private const string Head = """
        # Alert rules for a Prometheus that fetches GET /metrics of every node (job "hub"). They are those of the hub itself (ops/runbooks), so that somebody is told, too, when the hub cannot tell, and one more: that a node does not answer.
        # What all nodes know together is told by the one node that looks after the alerts; "max by" leaves out who tells it.
        # Written by 'hub config rules': the limits are those of alerts: in hub.yaml and tenant files, and follow them when it is run again.
        groups:
          - name: hub
            rules:

        """;

    /// <summary>Writes them.</summary>
    /// <param name="settings">When people are alerted.</param>
    /// <param name="tenants">The tenants; one with limits of its own has rules of its own.</param>
    /// <returns>A rule file.</returns>
    public static string Of(AlertSettings settings, IReadOnlyList<TenantConfig> tenants)
    {
        var text = new StringBuilder(Head);
        foreach (var (of, limit) in By(l => l.PartnerDown))
            Rule("PartnerDown", $"max by (tenant, partner) (hub_partner_down{of}) > 0", limit, "critical", "partner-down", "{{ $labels.tenant }}/{{ $labels.partner }} is down");
        foreach (var (of, limit) in By(l => l.QueueAge))
            Rule("QueueAge", $"max by (tenant, partner) (hub_delivery_oldest_age_seconds{of}) > {Seconds(limit)} unless max by (tenant, partner) (hub_partner_down) > 0 unless max by (tenant, partner) (hub_partner_paused) > 0", Minute, "warning", "queue-age", $"Deliveries to {{{{ $labels.tenant }}}}/{{{{ $labels.partner }}}} wait longer than {DurationText.Write(limit)}");
        foreach (var (of, limit) in By(l => l.DeadlineStuck))
            Rule("DeadlineStuck", $"max by (tenant, partner) (hub_delivery_stuck{of}) > 0", limit, "critical", "deadline-stuck", "Deliveries to {{ $labels.tenant }}/{{ $labels.partner }} passed a deadline unnoticed");
        Rule("PartnerSilent", "max by (tenant, partner) (hub_partner_silent) > 0", Minute, "warning", "partner-silent", "Nothing comes from {{ $labels.tenant }}/{{ $labels.partner }}");
        foreach (var (of, limit) in By(l => l.PlanConflict))
            Rule("PlanConflict", $"max by (tenant) (hub_plan_conflict_age_seconds{of}) > {Seconds(limit)}", Minute * 10, "warning", "plan-conflict", "Edits of shared plans of {{ $labels.tenant }} wait for somebody to merge or dismiss them");
        Rule("ClockSkew", $"abs(hub_clock_ahead_seconds) > {Seconds(settings.Limits.ClockSkew)}", Minute * 2, "critical", "clock-skew", "The clock of {{ $labels.instance }} is wrong");
        foreach (var (of, limit) in By(l => l.CertificateExpiry))
            Rule("CertificateExpiry", $"min by (tenant, partner, use) (hub_certificate_left_days{of}) < {Days(limit)}", Minute * 10, "warning", "certificate-expiry", "The {{ $labels.use }} certificate of {{ $labels.tenant }}/{{ $labels.partner }} ends soon");
        Rule("TlsExpiry", $"hub_tls_left_days < {Days(settings.Limits.CertificateExpiry)}", Minute * 10, "warning", "certificate-expiry", "The certificate that {{ $labels.instance }} shows its callers ends soon");
        foreach (var (of, limit) in By(l => l.KeyExpiry))
            Rule("KeyExpiry", $"min by (tenant, token) (hub_token_left_days{of}) < {Days(limit)}", Minute * 10, "warning", "key-expiry", "The token {{ $labels.token }} ends soon");
        Rule("DiskLow", $"hub_disk_free_bytes / hub_disk_size_bytes < {Text(settings.DiskFree / 100m)}", Minute * 5, "warning", "disk-low", "The disk of {{ $labels.instance }} is nearly full");
        foreach (var (of, limit) in By(l => l.RetentionBehind))
            Rule("RetentionBehind", $"max by (tenant) (hub_retention_behind_seconds{of}) > {Seconds(limit)}", Minute * 10, "warning", "retention-behind", "Bodies of {{ $labels.tenant }} are kept too long");
        Rule("NodeDown", "up{job=\"hub\"} == 0", Minute * 2, "critical", "node-down", "{{ $labels.instance }} does not answer");
        Rule("StoreDown", "hub_store_up == 0", settings.StoreDown, "critical", "store-down", "{{ $labels.instance }} cannot reach the database");
        Rule("BrokerDown", "hub_broker_connected == 0 and hub_broker_configured == 1", settings.BrokerDown, "warning", "broker-down", "{{ $labels.instance }} cannot reach RabbitMQ");
        Rule("LedgerUnbalanced", "max(hub_ledger_difference) != 0 or min(hub_ledger_difference) != 0", Minute, "critical", "ledger-unbalanced", "Deliveries are not accounted for");
        Rule("ConfigError", "hub_config_errors > 0", Minute, "warning", "config-error", "{{ $labels.instance }} goes on with an old configuration");
        Rule("AuditBroken", "max(hub_audit_broken) > 0", TimeSpan.Zero, "critical", "audit-broken", "The audit log does not fit together");
        foreach (var (of, limit) in By(l => l.DeadLetters))
            Rule("DeadLetters", $"max by (tenant, partner) (hub_delivery_dead{of}) >= {Text(limit)}", Minute, "warning", "dead-letters", "Dead letters to {{ $labels.tenant }}/{{ $labels.partner }} wait for somebody");
        return text.ToString();

        IEnumerable<(string Of, T Limit)> By<T>(Func<AlertLimits, T> limit)
            where T : notnull
        {
            var common = limit(settings.Limits);
            var others = tenants.GroupBy(t => limit(settings.Limits.With(t.Alerts))).Where(g => !g.Key.Equals(common)).ToList();
            yield return (Select("!~", others.SelectMany(g => g)), common);
            foreach (var group in others)
                yield return (Select("=~", group), group.Key);
        }

        void Rule(string alert, string expression, TimeSpan lasts, string severity, string rule, string summary)
        {
            text.Append(CultureInfo.InvariantCulture, $"      - alert: Hub{alert}\n        expr: {expression}\n");
            if (lasts > TimeSpan.Zero)
                text.Append(CultureInfo.InvariantCulture, $"        for: {DurationText.Write(lasts)}\n");
            text.Append(CultureInfo.InvariantCulture, $"        labels: {{ severity: {severity}, rule: {rule} }}\n        annotations: {{ summary: \"{summary}\", runbook: {AlertRules.Runbook(rule)} }}\n");
        }
    }

    private static TimeSpan Minute => TimeSpan.FromMinutes(1);

    // Names of tenants are letters, digits and hyphens: none of them means anything in a pattern.
    private static string Select(string matches, IEnumerable<TenantConfig> tenants) =>
        tenants.Select(t => t.Name).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } names ? $"{{tenant{matches}\"{string.Join('|', names)}\"}}" : "";

    private static string Seconds(TimeSpan limit) => Text((decimal)limit.TotalSeconds);

    private static string Days(TimeSpan limit) => Text(Math.Round((decimal)limit.TotalDays, 4));

    private static string Text(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
