using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Host.Configuration.Yaml;

namespace Hub.Host.Configuration.Rules;

/// <summary>The mapping of a route exists and takes its content.</summary>
internal sealed class RouteMappingRule : ITenantRule
{
    /// <inheritdoc/>
    public IEnumerable<HubError> Check(BoundTenant tenant, RuleContext context)
    {
        var names = context.Mappings.All.Select(m => m.Name).ToList();
        for (var i = 0; i < tenant.Config.Routes.Count; i++)
        {
            var route = tenant.Config.Routes[i];
            if (route.As.Length == 0)
                continue;
            var path = $"{tenant.RoutePaths[i]}.as";
            if (context.Mappings.Find(route.As) is not { } mapping)
            {
                var known = Suggestion.For(route.As, names) is { } near ? $"did you mean '{near}'?" : $"known are {string.Join(", ", names)}";
                yield return tenant.Error(ConfigErrors.UnknownMapping, path, $"There is no mapping '{route.As}'; {known}");
            }
            else if (!mapping.Accepts.Contains(route.Content))
            {
                var takes = string.Join(", ", mapping.Accepts.Select(k => k.Name()).Order(StringComparer.Ordinal));
                yield return tenant.Error(ConfigErrors.UnknownMapping, path, $"The mapping '{route.As}' takes {takes}, not {route.Content.Name()}");
            }
        }
    }
}
