using Hub.Core.Adapters;
using Hub.Host.Health;

namespace Hub.Host.Alerts.Rules;

/// <summary>A certificate of the message network ends soon, or the one that a node shows its callers. The text counts what is queued now and would break.</summary>
internal sealed class CertificateExpiry : IAlertRule
{
    private static readonly TimeSpan Urgent = TimeSpan.FromDays(7);

    /// <inheritdoc/>
    public string Name => "certificate-expiry";

    /// <inheritdoc/>
    public IEnumerable<Alert>? Find(AlertFacts facts) => facts is { Partners: { } partners, Nodes: { } nodes } ? [.. Network(partners, facts), .. Callers(nodes, facts)] : null;

    private IEnumerable<Alert> Network(IReadOnlyList<PartnerHealth> partners, AlertFacts facts) =>
        partners.SelectMany(p => p.Certificates.Select(c => (Partner: p, Use: c)))
            .Where(c => c.Use.NotAfter - facts.Now < facts.Limits(c.Partner.Partner.Tenant).CertificateExpiry)
            .GroupBy(c => (c.Partner.Partner.Tenant, Partner: c.Use.IsOwn ? null : c.Partner.Partner.Name, c.Use.Use))
            .Select(g => Of(g.Key.Tenant, g.Key.Partner, g.First().Use, g.Sum(c => c.Partner.Waiting), facts.Now));

    private IEnumerable<Alert> Callers(IReadOnlyList<NodeFacts> nodes, AlertFacts facts) =>
        from node in nodes
        let ends = node.CertificateEnds ?? DateTimeOffset.MaxValue
        let left = ends - facts.Now
        where left < facts.Settings.Limits.CertificateExpiry
        select new Alert(
            Name, left < Urgent ? AlertSeverity.Critical : AlertSeverity.Warning, null, null, node.Node,
            $"The certificate that node {node.Node} shows its callers {(left < TimeSpan.Zero ? "expired" : "expires")} on {AlertText.Day(ends)}; nobody can send to it then")
        {
            Norwegian = $"Sertifikatet som node {node.Node} viser dem som kaller den, {(left < TimeSpan.Zero ? "gikk ut" : "går ut")} {AlertNorwegian.Day(ends)}; da kan ingen sende til den",
        };

    private Alert Of(string tenant, string? partner, CertificateUse use, long queued, DateTimeOffset now)
    {
        var left = use.NotAfter - now;
        var end = left < TimeSpan.Zero ? $"expired on {AlertText.Day(use.NotAfter)}" : $"expires on {AlertText.Day(use.NotAfter)}";
        return new Alert(
            Name, left < Urgent ? AlertSeverity.Critical : AlertSeverity.Warning, tenant, partner, use.Use,
            $"The {use.Use} certificate{(use.Subject.Length > 0 ? $" of {use.Subject}" : "")} {end}; {AlertText.Deliveries(queued)} queued now would break")
        {
            Norwegian = $"Sertifikatet for {AlertNorwegian.Use(use.Use)}{(use.Subject.Length > 0 ? $", utstedt til {use.Subject}," : "")} {(left < TimeSpan.Zero ? "gikk ut" : "går ut")} {AlertNorwegian.Day(use.NotAfter)}; "
                + $"{AlertNorwegian.Deliveries(queued)} som står i kø nå, ville blitt stoppet",
        };
    }
}
