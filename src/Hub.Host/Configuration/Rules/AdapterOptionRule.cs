using Hub.Core.Errors;
using Hub.Host.Configuration.Yaml;

namespace Hub.Host.Configuration.Rules;

/// <summary>Options are ones that the adapter knows.</summary>
internal sealed class AdapterOptionRule : ITenantRule
{
    /// <inheritdoc/>
    public IEnumerable<HubError> Check(BoundTenant tenant, RuleContext context)
    {
        foreach (var partner in tenant.Config.Partners.Values)
        {
            if (context.Adapters.Find(partner.Adapter) is not { } adapter)
                continue;
            foreach (var option in partner.Options.Keys.Where(o => !adapter.Options.Contains(o)))
            {
                var known = Suggestion.For(option, adapter.Options) is { } near ? $"did you mean '{near}'?"
                    : adapter.Options.Count == 0 ? "it has none" : $"known are {string.Join(", ", adapter.Options)}";
                yield return tenant.Error(ConfigErrors.UnknownKey, $"partners.{partner.Name}.options.{option}", $"The adapter '{adapter.Name}' has no option '{option}'; {known}");
            }
        }
    }
}
