using Hub.Host.Alerts.Rules;

namespace Hub.Host.Alerts;

/// <summary>Every rule.</summary>
internal static class AlertRules
{
    /// <summary>The rules, in the order of their names.</summary>
    public static readonly IReadOnlyList<IAlertRule> All =
    [
        new AuditBroken(),
        new BrokerDown(),
        new CertificateExpiry(),
        new ClockSkew(),
        new ConfigError(),
        new DeadLetters(),
        new DeadlineStuck(),
        new DiskLow(),
        new KeyExpiry(),
        new LedgerUnbalanced(),
        new PartnerDown(),
        new PartnerSilent(),
        new PlanConflict(),
        new QueueAge(),
        new RetentionBehind(),
        new StoreDown(),
    ];

    /// <summary>Address of a rule's runbook, as alerts name it.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>Path in the repository.</returns>
    public static string Runbook(string rule) => $"ops/runbooks/{rule}.md";
}
