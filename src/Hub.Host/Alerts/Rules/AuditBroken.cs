namespace Hub.Host.Alerts.Rules;

/// <summary>The audit log does not fit together: somebody changed or removed entries.</summary>
internal sealed class AuditBroken : IAlertRule
{
    /// <inheritdoc/>
    public string Name => "audit-broken";

    /// <inheritdoc/>
    public IEnumerable<Alert>? Find(AlertFacts facts) => facts.Audit is not { } audit ? null
        : audit.FirstBroken is { } broken ? [new Alert(Name, AlertSeverity.Critical, null, null, null, $"The audit log does not fit together from entry {broken} on") { Norwegian = $"Revisjonsloggen henger ikke sammen fra oppføring {broken} og utover" }]
        : [];
}
