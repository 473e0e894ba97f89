using Hub.Core.Errors;
using Hub.Host.Configuration.Yaml;

namespace Hub.Host.Configuration.Rules;

/// <summary>A route names partners that the tenant has.</summary>
internal sealed class RoutePartnerRule : ITenantRule
{
    /// <inheritdoc/>
    public IEnumerable<HubError> Check(BoundTenant tenant, RuleContext context)
    {
        var partners = tenant.Config.Partners;
        for (var i = 0; i < tenant.Config.Routes.Count; i++)
        {
            var route = tenant.Config.Routes[i];
            var named = route.From.Select(f => (Name: f, Key: "from")).Append((Name: route.To, Key: "to"));
            foreach (var (name, key) in named.Where(n => n.Name.Length > 0 && !partners.ContainsKey(n.Name)))
            {
                var known = Suggestion.For(name, partners.Keys) is { } near ? $"; did you mean '{near}'?" : "";
                yield return tenant.Error(ConfigErrors.UnknownPartner, $"{tenant.RoutePaths[i]}.{key}", $"There is no partner '{name}'{known}");
            }
        }
    }
}
