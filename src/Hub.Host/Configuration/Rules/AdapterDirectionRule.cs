using Hub.Core.Adapters;
using Hub.Core.Errors;

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
            if (partner.Url is not null && adapter is not IOutboundAdapter)
                yield return tenant.Error(ConfigErrors.WrongDirection, $"partners.{partner.Name}.url", $"The adapter '{adapter.Name}' does not send");
        }
    }
}
