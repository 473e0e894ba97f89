using Hub.Core.Errors;

namespace Hub.Host.Configuration.Rules;

/// <summary>A partner that comes through a shared connection names one that exists and has its adapter, and is the tenant's only one there: the connection says whose an entry is, not which partner's.</summary>
internal sealed class ConnectionRule : ITenantRule
{
    /// <inheritdoc/>
    public IEnumerable<HubError> Check(BoundTenant tenant, RuleContext context)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var partner in tenant.Config.Partners.Values)
        {
            if (partner.Inbound?.Connection is not { } name)
                continue;
            var path = $"partners.{partner.Name}.inbound.connection";
            if (!seen.TryAdd(name, partner.Name))
                yield return tenant.Error(ConfigErrors.NotUnique, path, $"The partner '{seen[name]}' of this tenant has the same connection");
            if (context.Connections is not { } connections)
                continue;
            if (!connections.TryGetValue(name, out var connection))
                yield return tenant.Error(ConfigErrors.UnknownPartner, path, $"hub.yaml has no connection '{name}'");
            else if (connection.Adapter != partner.Adapter)
                yield return tenant.Error(ConfigErrors.BadValue, path, $"The connection '{name}' is read by the adapter '{connection.Adapter}', and this partner has '{partner.Adapter}'");
        }
    }
}
