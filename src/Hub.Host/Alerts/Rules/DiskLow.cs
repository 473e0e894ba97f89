namespace Hub.Host.Alerts.Rules;

/// <summary>The disk with the data of a node is nearly full: intake stops when it is.</summary>
internal sealed class DiskLow : IAlertRule
{
    /// <inheritdoc/>
    public string Name => "disk-low";

    /// <inheritdoc/>
    public IEnumerable<Alert>? Find(AlertFacts facts) => facts.Nodes is not { } known ? null :
        from node in known
        where node is { DiskFree: not null, DiskSize: > 0 } && node.DiskFree.Value * 100m / node.DiskSize.Value < facts.Settings.DiskFree
        select new Alert(
            Name, node.DiskFree!.Value * 200m / node.DiskSize!.Value < facts.Settings.DiskFree ? AlertSeverity.Critical : AlertSeverity.Warning, null, null, node.Node,
            $"Less than {facts.Settings.DiskFree} % of the disk with the data of node {node.Node} is free")
        {
            Norwegian = $"Mindre enn {facts.Settings.DiskFree} % av disken med dataene til node {node.Node} er ledig",
        };
}
