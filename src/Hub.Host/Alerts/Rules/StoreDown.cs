namespace Hub.Host.Alerts.Rules;

/// <summary>The database does not answer: nothing is taken in. What others see in the database tells nothing of this, so each node tells it for itself (<see cref="StoreAlert"/>).</summary>
internal sealed class StoreDown : IAlertRule
{
    /// <summary>The name of the rule.</summary>
    public const string RuleName = "store-down";

    /// <inheritdoc/>
    public string Name => RuleName;

    /// <inheritdoc/>
    public IEnumerable<Alert>? Find(AlertFacts facts) => null;

    /// <summary>The alert of a node.</summary>
    /// <param name="node">Its name.</param>
    /// <param name="since">Since when.</param>
    /// <returns>The alert.</returns>
    public static Alert Of(string node, DateTimeOffset since) =>
        new(RuleName, AlertSeverity.Critical, null, null, node, $"Node {node} cannot reach the database since {AlertText.At(since)}; nothing is taken in")
        {
            Norwegian = $"Node {node} har ikke hatt kontakt med databasen siden {AlertNorwegian.At(since)}; ingenting tas imot",
        };
}
