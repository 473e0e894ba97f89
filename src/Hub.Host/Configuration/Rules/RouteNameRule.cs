using Hub.Core.Errors;
using Hub.Core.Routing;

namespace Hub.Host.Configuration.Rules;

/// <summary>Route names are unique within the tenant, and none is that of the hub's own answers: timelines name the route.</summary>
internal sealed class RouteNameRule : ITenantRule
{
    /// <inheritdoc/>
    public IEnumerable<HubError> Check(BoundTenant tenant, RuleContext context)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < tenant.Config.Routes.Count; i++)
        {
            var name = tenant.Config.Routes[i].Name;
            if (name == RouteTable.Answers)
                yield return tenant.Error(ConfigErrors.BadValue, $"{tenant.RoutePaths[i]}.name", $"'{RouteTable.Answers}' is the name of the hub's own answers (AppRec): choose another");
            if (name.Length > 0 && !seen.Add(name))
                yield return tenant.Error(ConfigErrors.NotUnique, $"{tenant.RoutePaths[i]}.name", $"There are two routes called '{name}'");
        }
    }
}
