using Hub.Core.Tenants;
using Hub.Host.Health;

namespace Hub.Host.Alerts.Rules;

/// <summary>Nothing came from a partner from which something was expected.</summary>
internal sealed class PartnerSilent : IAlertRule
{
    /// <inheritdoc/>
    public string Name => "partner-silent";

    /// <inheritdoc/>
    public IEnumerable<Alert>? Find(AlertFacts facts) => facts.Partners is not { } known ? null :
        from partner in known
        where partner.State == PartnerState.Silent
        select new Alert(
            Name, AlertSeverity.Warning, partner.Partner.Tenant, partner.Partner.Name, null,
            $"Nothing came from {partner.Partner.Tenant}/{partner.Partner.Name} since {AlertText.At(partner.Since!.Value)}; at least one message each {DurationText.Write(partner.Partner.Expects!.Every)} is expected")
        {
            OnlyStays = partner.Unsure,
            Norwegian = $"Det har ikke kommet noe fra {partner.Partner.Tenant}/{partner.Partner.Name} siden {AlertNorwegian.At(partner.Since!.Value)}; det ventes minst én melding per {DurationText.Write(partner.Partner.Expects!.Every)}",
        };
}
