using Hub.Core.Errors;
using Hub.Host.Configuration.Yaml;

namespace Hub.Host.Configuration.Rules;

/// <summary>The adapter of a partner exists.</summary>
internal sealed class AdapterRule : ITenantRule
{
    /// <inheritdoc/>
    public IEnumerable<HubError> Check(BoundTenant tenant, RuleContext context)
    {
        foreach (var partner in tenant.Config.Partners.Values)
        {
            if (partner.Adapter.Length == 0 || context.Adapters.Find(partner.Adapter) is not null)
                continue;
            var known = Suggestion.For(partner.Adapter, context.Adapters.Names) is { } near
                ? $"did you mean '{near}'?"
                : $"known are {string.Join(", ", context.Adapters.Names)}";
            yield return tenant.Error(ConfigErrors.UnknownAdapter, $"partners.{partner.Name}.adapter", $"There is no adapter '{partner.Adapter}'; {known}");
        }
    }
}
