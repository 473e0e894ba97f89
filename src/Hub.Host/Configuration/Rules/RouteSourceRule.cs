using Hub.Core.Errors;

namespace Hub.Host.Configuration.Rules;

/// <summary>A route listens to partners that send.</summary>
internal sealed class RouteSourceRule : ITenantRule
{
    /// <inheritdoc/>
    public IEnumerable<HubError> Check(BoundTenant tenant, RuleContext context)
    {
        for (var i = 0; i < tenant.Config.Routes.Count; i++)
        {
            foreach (var source in tenant.Config.Routes[i].From)
            {
                if (tenant.Config.Partners.GetValueOrDefault(source) is { Inbound: null })
                    yield return tenant.Error(ConfigErrors.WrongDirection, $"{tenant.RoutePaths[i]}.from", $"The partner '{source}' has no inbound section, so it never sends");
            }
        }
    }
}
