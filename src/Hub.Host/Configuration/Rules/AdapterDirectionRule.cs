using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Host.Configuration.Rules;

/// <summary>A partner that sends has an adapter that reads; a partner with an address has an adapter that sends.</summary>
internal sealed class AdapterDirectionRule : ITenantRule
{
    /// <inheritdoc/>
    public IEnumerable<HubError> Check(BoundTenant tenant, RuleContext context)
    {
        foreach (var partner in tenant.Config.Partners.Values)
        {
            if (context.Adapters.Find(partner.Adapter) is not { } adapter)
                continue;
            if (partner.Inbound is not null && adapter is not IInboundAdapter)
                yield return tenant.Error(ConfigErrors.WrongDirection, $"partners.{partner.Name}.inbound", $"The adapter '{adapter.Name}' does not receive");
            if (partner.Url is not null && adapter is not (IOutboundAdapter or ILookupAdapter or IPolledAdapter))
                yield return tenant.Error(ConfigErrors.WrongDirection, $"partners.{partner.Name}.url", $"The adapter '{adapter.Name}' does not send");
            if (partner.Inbound?.Auth == InboundAuth.Poll && adapter is not IPolledAdapter)
                yield return tenant.Error(ConfigErrors.WrongDirection, $"partners.{partner.Name}.inbound.auth", $"The adapter '{adapter.Name}' has no feed to fetch");
            if (partner.Inbound is { } inbound && inbound.Auth == InboundAuth.Hub != adapter is IRegisterAdapter)
                yield return tenant.Error(ConfigErrors.WrongDirection, $"partners.{partner.Name}.inbound.auth", "'auth: hub' is for parts of the hub, and for these only");
        }
    }
}
