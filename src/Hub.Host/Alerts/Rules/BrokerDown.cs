namespace Hub.Host.Alerts.Rules;

/// <summary>A node has lost the broker. Deliveries go on from the database, more slowly.</summary>
internal sealed class BrokerDown : IAlertRule
{
    /// <inheritdoc/>
    public string Name => "broker-down";

    /// <inheritdoc/>
    public IEnumerable<Alert>? Find(AlertFacts facts) => facts.Nodes is not { } known ? null :
        from node in known
        where node.BrokerAwaySince is { } since && facts.Now - since >= facts.Settings.BrokerDown
        select new Alert(Name, AlertSeverity.Warning, null, null, node.Node, $"Node {node.Node} cannot reach RabbitMQ since {AlertText.At(node.BrokerAwaySince!.Value)}; deliveries go on from the database")
        {
            Norwegian = $"Node {node.Node} har ikke hatt kontakt med RabbitMQ siden {AlertNorwegian.At(node.BrokerAwaySince!.Value)}; leveransene går videre fra databasen",
        };
}
