using Hub.Core.Tenants;

namespace Hub.Host.Alerts.Rules;

/// <summary>Bodies are kept longer than the tenant says.</summary>
internal sealed class RetentionBehind : IAlertRule
{
    /// <inheritdoc/>
    public string Name => "retention-behind";

    /// <inheritdoc/>
    public IEnumerable<Alert>? Find(AlertFacts facts) => facts.Retention is not { } known ? null :
        from tenant in known
        where tenant.OldestAt is { } oldest && facts.Now - oldest - tenant.Bodies > facts.Limits(tenant.Tenant).RetentionBehind
        select new Alert(Name, AlertSeverity.Warning, tenant.Tenant, null, null, $"Bodies of {tenant.Tenant} from {AlertText.Day(tenant.OldestAt!.Value)} are still there; they are to be kept {DurationText.Write(tenant.Bodies)}")
        {
            Norwegian = $"Innhold i {tenant.Tenant} fra {AlertNorwegian.Day(tenant.OldestAt!.Value)} er fortsatt ikke slettet; det skal oppbevares i {DurationText.Write(tenant.Bodies)}",
        };
}
