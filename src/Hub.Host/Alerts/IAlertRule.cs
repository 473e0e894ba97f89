namespace Hub.Host.Alerts;

/// <summary>One thing that people are alerted of. A pure function of the facts.</summary>
internal interface IAlertRule
{
    /// <summary>Its stable name, that of its runbook.</summary>
    string Name { get; }

    /// <summary>Looks.</summary>
    /// <param name="facts">The facts.</param>
    /// <returns>Every alert that holds now; null when the facts do not tell: what is open stays open.</returns>
    IEnumerable<Alert>? Find(AlertFacts facts);
}
