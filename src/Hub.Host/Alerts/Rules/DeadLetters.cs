namespace Hub.Host.Alerts.Rules;

/// <summary>Deliveries were given up, and nobody has acted on them.</summary>
internal sealed class DeadLetters : IAlertRule
{
    /// <inheritdoc/>
    public string Name => "dead-letters";

    /// <inheritdoc/>
    public IEnumerable<Alert>? Find(AlertFacts facts) => facts.Dead is not { } known ? null :
        from dead in known
        where dead.Count >= facts.Limits(dead.Tenant).DeadLetters
        select new Alert(Name, AlertSeverity.Warning, dead.Tenant, dead.Partner, null, $"{AlertText.Deliveries(dead.Count)} to {dead.Tenant}/{dead.Partner} of the last seven days were given up and nobody has acted on them")
        {
            Norwegian = $"{AlertNorwegian.Deliveries(dead.Count)} til {dead.Tenant}/{dead.Partner} er gitt opp de siste sju dagene uten at noen har gjort noe med det",
        };
}
