namespace Hub.Host.Alerts.Rules;

/// <summary>A token of the operator API ends soon: whoever uses it will be refused.</summary>
internal sealed class KeyExpiry : IAlertRule
{
    /// <inheritdoc/>
    public string Name => "key-expiry";

    /// <inheritdoc/>
    public IEnumerable<Alert>? Find(AlertFacts facts) => facts.Tokens is not { } known ? null :
        from token in known
        where token.Expires > facts.Now && token.Expires - facts.Now < facts.Limits(token.Tenant).KeyExpiry
        select new Alert(Name, AlertSeverity.Warning, token.Tenant, null, token.Name, $"The token {token.Name} expires on {AlertText.Day(token.Expires)}")
        {
            Norwegian = $"Tilgangsnøkkelen {token.Name} går ut {AlertNorwegian.Day(token.Expires)}",
        };
}
