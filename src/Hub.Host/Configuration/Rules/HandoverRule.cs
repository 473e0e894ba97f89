using Hub.Adapters.Handovers;
using Hub.Core.Errors;

namespace Hub.Host.Configuration.Rules;

/// <summary>Settings of handovers stand in the file of a tenant that keeps handovers.</summary>
internal sealed class HandoverRule : ITenantRule
{
    /// <inheritdoc/>
    public IEnumerable<HubError> Check(BoundTenant tenant, RuleContext context)
    {
        if (tenant.Config.Handovers is not null && !tenant.Config.Partners.Values.Any(p => p.Adapter == HandoverAdapter.AdapterName))
            yield return tenant.Error(ConfigErrors.Missing, "handovers", "No partner of this tenant has 'adapter: handovers', so there is nothing that these settings are for");
    }
}
