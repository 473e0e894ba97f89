using Hub.Core.Errors;

namespace Hub.Host.Configuration.Rules;

/// <summary>What the adapter itself asks of a partner.</summary>
internal sealed class AdapterCheckRule : ITenantRule
{
    /// <inheritdoc/>
    public IEnumerable<HubError> Check(BoundTenant tenant, RuleContext context)
    {
        foreach (var partner in tenant.Config.Partners.Values)
        {
            if (context.Adapters.Find(partner.Adapter) is not { } adapter)
                continue;
            foreach (var error in adapter.Check(partner, tenant.Config, context.Secrets))
            {
                var path = error.Path is ['/', .. var ofTenant] ? ofTenant : $"partners.{partner.Name}.{error.Path}".TrimEnd('.');
                yield return error with { Path = tenant.At(path) };
            }
        }
    }
}
