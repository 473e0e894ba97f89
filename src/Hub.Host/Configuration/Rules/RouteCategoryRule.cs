using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Host.Configuration.Yaml;

namespace Hub.Host.Configuration.Rules;

/// <summary>Categories of a measurement route are measurement kinds; other contents have categories of the vendor's own.</summary>
internal sealed class RouteCategoryRule : ITenantRule
{
    /// <inheritdoc/>
    public IEnumerable<HubError> Check(BoundTenant tenant, RuleContext context)
    {
        for (var i = 0; i < tenant.Config.Routes.Count; i++)
        {
            var route = tenant.Config.Routes[i];
            if (route.Content != ContentKind.Measurement || route.When.Categories is not { } categories)
                continue;
            foreach (var category in categories.Where(c => !MeasurementKind.All.Contains(c)))
            {
                var known = Suggestion.For(category, MeasurementKind.All) is { } near ? $"; did you mean '{near}'?" : "";
                yield return tenant.Error(ConfigErrors.BadValue, $"{tenant.RoutePaths[i]}.when.category", $"There is no measurement kind '{category}'{known}");
            }
        }
    }
}
