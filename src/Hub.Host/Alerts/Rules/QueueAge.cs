using Hub.Core.Tenants;
using Hub.Host.Health;

namespace Hub.Host.Alerts.Rules;

/// <summary>A delivery has waited longer than it may, to a partner that is not known to be down.</summary>
internal sealed class QueueAge : IAlertRule
{
    /// <inheritdoc/>
    public string Name => "queue-age";

    /// <inheritdoc/>
    public IEnumerable<Alert>? Find(AlertFacts facts) => facts.Partners is not { } known ? null :
        from partner in known
        where partner.State is not (PartnerState.Down or PartnerState.Paused)
            && partner.OldestUnpausedAt is { } oldest && facts.Now - oldest > facts.Limits(partner.Partner.Tenant).QueueAge
        select new Alert(
            Name, AlertSeverity.Warning, partner.Partner.Tenant, partner.Partner.Name, null,
            $"Deliveries to {partner.Partner.Tenant}/{partner.Partner.Name} wait longer than {DurationText.Write(facts.Limits(partner.Partner.Tenant).QueueAge)}")
        {
            Norwegian = $"Leveranser til {partner.Partner.Tenant}/{partner.Partner.Name} har ventet lenger enn {DurationText.Write(facts.Limits(partner.Partner.Tenant).QueueAge)}",
        };
}
