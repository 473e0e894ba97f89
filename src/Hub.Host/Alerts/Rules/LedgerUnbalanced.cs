namespace Hub.Host.Alerts.Rules;

/// <summary>Deliveries are not accounted for: accepted = delivered + dead-lettered + pending does not hold.</summary>
internal sealed class LedgerUnbalanced : IAlertRule
{
    /// <inheritdoc/>
    public string Name => "ledger-unbalanced";

    /// <inheritdoc/>
    public IEnumerable<Alert>? Find(AlertFacts facts) => facts.Ledger is not { } ledger ? null
        : ledger.Balances ? []
        : [Of(ledger.Accepted - ledger.Delivered - ledger.DeadLettered - ledger.Pending)];

    private Alert Of(long lost) => new(Name, AlertSeverity.Critical, null, null, null, $"{AlertText.Deliveries(lost)} are neither delivered nor dead nor pending")
    {
        Norwegian = $"{AlertNorwegian.Deliveries(lost)} er verken levert, gitt opp eller på vent",
    };
}
