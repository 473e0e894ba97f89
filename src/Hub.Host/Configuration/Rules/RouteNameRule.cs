using Hub.Core.Errors;

namespace Hub.Host.Configuration.Rules;

/// <summary>Route names are unique within the tenant, and none is that of the hub's own answers: timelines name the route.</summary>
internal sealed class RouteNameRule : ITenantRule
{
    // Under this name the engine files the answers that sources expect (AppRec).
    private const string Answers = "answer";

    /// <inheritdoc/>
    public IEnumerable<HubError> Check(BoundTenant tenant, RuleContext context)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < tenant.Config.Routes.Count; i++)
        {
            var name = tenant.Config.Routes[i].Name;
            if (name == Answers)
                yield return tenant.Error(ConfigErrors.BadValue, $"{tenant.RoutePaths[i]}.name", $"'{Answers}' is the name of the hub's own answers (AppRec): choose another");
            if (name.Length > 0 && !seen.Add(name))
                yield return tenant.Error(ConfigErrors.NotUnique, $"{tenant.RoutePaths[i]}.name", $"There are two routes called '{name}'");
        }
    }
}
