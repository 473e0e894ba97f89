namespace Hub.Host.Alerts.Rules;

/// <summary>A configuration was not taken: the old one is in force, and somebody waits for the new one.</summary>
internal sealed class ConfigError : IAlertRule
{
    /// <inheritdoc/>
    public string Name => "config-error";

    /// <inheritdoc/>
    public IEnumerable<Alert>? Find(AlertFacts facts) => facts.Nodes is not { } known ? null :
        from node in known
        where node.ConfigErrors > 0
        select new Alert(Name, AlertSeverity.Warning, null, null, node.Node, $"Node {node.Node} goes on with the old configuration: the new one has {AlertText.Count(node.ConfigErrors, "error")}, the first is {node.ConfigError}")
        {
            Norwegian = $"Node {node.Node} bruker fortsatt det gamle oppsettet: Det nye har {node.ConfigErrors} feil, den første er {node.ConfigError}",
        };
}
