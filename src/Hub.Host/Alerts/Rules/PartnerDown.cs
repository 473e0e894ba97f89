using Hub.Host.Health;

namespace Hub.Host.Alerts.Rules;

/// <summary>A partner does not answer. Its deliveries wait, and go out by themselves when it is back.</summary>
internal sealed class PartnerDown : IAlertRule
{
    /// <inheritdoc/>
    public string Name => "partner-down";

    /// <inheritdoc/>
    public IEnumerable<Alert>? Find(AlertFacts facts) => facts.Partners is not { } known ? null :
        from partner in known
        let limit = facts.Limits(partner.Partner.Tenant).PartnerDown
        let down = partner.State == PartnerState.Down && partner.Since is { } since && facts.Now - since >= limit
        where down || partner.Unsure && partner.State != PartnerState.Silent
        select new Alert(Name, AlertSeverity.Critical, partner.Partner.Tenant, partner.Partner.Name, null, Text(partner)) { OnlyStays = !down, Norwegian = Norwegian(partner) };

    private static string Text(PartnerHealth partner) =>
        $"{partner.Partner.Tenant}/{partner.Partner.Name} is down{(partner.Since is { } since ? $" since {AlertText.At(since)}" : "")}{(partner.LastError is { } error ? $" ({error})" : "")}";

    private static string Norwegian(PartnerHealth partner) =>
        $"{partner.Partner.Tenant}/{partner.Partner.Name} {(partner.Since is { } since ? $"har vært nede siden {AlertNorwegian.At(since)}" : "er nede")}{(partner.LastError is { } error ? $" ({error})" : "")}";
}
