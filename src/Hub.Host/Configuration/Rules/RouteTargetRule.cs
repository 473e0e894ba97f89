using Hub.Core.Errors;

namespace Hub.Host.Configuration.Rules;

/// <summary>A route delivers to a partner that has an address.</summary>
internal sealed class RouteTargetRule : ITenantRule
{
    /// <inheritdoc/>
    public IEnumerable<HubError> Check(BoundTenant tenant, RuleContext context)
    {
        for (var i = 0; i < tenant.Config.Routes.Count; i++)
        {
            var target = tenant.Config.Routes[i].To;
            if (tenant.Config.Partners.GetValueOrDefault(target) is { Url: null })
                yield return tenant.Error(ConfigErrors.WrongDirection, $"{tenant.RoutePaths[i]}.to", $"The partner '{target}' has no url, so nothing can be delivered to it");
        }
    }
}
