using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Tenants;

namespace Hub.Host.Configuration.Rules;

/// <summary>A route delivers to a partner that its adapter can reach.</summary>
internal sealed class RouteTargetRule : ITenantRule
{
    /// <inheritdoc/>
    public IEnumerable<HubError> Check(BoundTenant tenant, RuleContext context)
    {
        for (var i = 0; i < tenant.Config.Routes.Count; i++)
        {
            var target = tenant.Config.Routes[i].To;
            if (tenant.Config.Partners.GetValueOrDefault(target) is { Url: null } partner && !Reaches(context, partner))
                yield return tenant.Error(ConfigErrors.WrongDirection, $"{tenant.RoutePaths[i]}.to", $"The partner '{target}' has no url, so nothing can be delivered to it");
        }
    }

    private static bool Reaches(RuleContext context, PartnerConfig partner) =>
        context.Adapters.Find(partner.Adapter) is IOutboundAdapter adapter && adapter.Reaches(partner);
}
