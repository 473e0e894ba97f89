namespace Hub.Host.Alerts.Rules;

/// <summary>A deadline has passed and nobody looked: the owner of a partition does not do its work.</summary>
internal sealed class DeadlineStuck : IAlertRule
{
    /// <inheritdoc/>
    public string Name => "deadline-stuck";

    /// <inheritdoc/>
    public IEnumerable<Alert>? Find(AlertFacts facts) => facts.Stuck is not { } known ? null :
        from stuck in known
        where stuck.Since is { } due && facts.Now - due >= facts.Limits(stuck.Tenant).DeadlineStuck
        select new Alert(Name, AlertSeverity.Critical, stuck.Tenant, stuck.Partner, null, $"{AlertText.Deliveries(stuck.Count)} to {stuck.Tenant}/{stuck.Partner} passed a deadline unnoticed, the first at {AlertText.At(stuck.Since!.Value)}")
        {
            Norwegian = $"{AlertNorwegian.Deliveries(stuck.Count)} til {stuck.Tenant}/{stuck.Partner} har passert en frist uten at huben merket det, den første {AlertNorwegian.At(stuck.Since!.Value)}",
        };
}
