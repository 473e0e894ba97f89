using Hub.Core.Errors;

namespace Hub.Host.Configuration.Rules;

/// <summary>The longest time between probes is not shorter than the first.</summary>
internal sealed class BreakerRule : ITenantRule
{
    /// <inheritdoc/>
    public IEnumerable<HubError> Check(BoundTenant tenant, RuleContext context) =>
        from partner in tenant.Config.Partners.Values
        where partner.Breaker.MaxProbe < partner.Breaker.Probe
        select tenant.Error(ConfigErrors.BadValue, $"partners.{partner.Name}.breaker.maxProbe", "'maxProbe' must not be shorter than 'probe'");
}
