namespace Hub.Host.Alerts.Rules;

/// <summary>Deliveries are not accounted for: accepted = delivered + dead-lettered + pending does not hold.</summary>
internal sealed class LedgerUnbalanced : IAlertRule
{
    /// <inheritdoc/>
    public string Name => "ledger-unbalanced";

    /// <inheritdoc/>
    public IEnumerable<Alert>? Find(AlertFacts facts) => facts.Ledger is not { } ledger ? null
        : ledger.Balances ? []
        : [new Alert(Name, AlertSeverity.Critical, null, null, null, $"{AlertText.Deliveries(ledger.Accepted - ledger.Delivered - ledger.DeadLettered - ledger.Pending)} are neither delivered nor dead nor pending")];
}
