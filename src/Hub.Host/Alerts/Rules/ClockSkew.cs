using Hub.Host.Health;

namespace Hub.Host.Alerts.Rules;

/// <summary>A clock is wrong: a node against the database, or a partner against the hub. Times in journals would be wrong.</summary>
internal sealed class ClockSkew : IAlertRule
{
    /// <inheritdoc/>
    public string Name => "clock-skew";

    /// <inheritdoc/>
    public IEnumerable<Alert>? Find(AlertFacts facts) => facts.Nodes is { } nodes && facts.Partners is { } partners ? [.. Nodes(nodes, facts), .. Partners(partners, facts)] : null;

    private IEnumerable<Alert> Nodes(IReadOnlyList<NodeFacts> nodes, AlertFacts facts) =>
        from node in nodes
        where node.Ahead is { } ahead && ahead.Duration() > facts.Settings.Limits.ClockSkew
        select new Alert(Name, AlertSeverity.Critical, null, null, node.Node, $"The clock of node {node.Node} is {AlertText.Off(node.Ahead!.Value)} the database's")
        {
            Norwegian = $"Klokken på node {node.Node} går {AlertNorwegian.Off(node.Ahead!.Value)} klokken i databasen",
        };

    private IEnumerable<Alert> Partners(IReadOnlyList<PartnerHealth> partners, AlertFacts facts) =>
        from partner in partners
        where partner.Ahead is { } ahead && ahead.Duration() > facts.Limits(partner.Partner.Tenant).ClockSkew
        select new Alert(
            Name, AlertSeverity.Warning, partner.Partner.Tenant, partner.Partner.Name, null,
            $"The clock of {partner.Partner.Tenant}/{partner.Partner.Name} is {AlertText.Off(partner.Ahead!.Value)} the hub's")
        {
            Norwegian = $"Klokken hos {partner.Partner.Tenant}/{partner.Partner.Name} går {AlertNorwegian.Off(partner.Ahead!.Value)} klokken i huben",
        };
}
