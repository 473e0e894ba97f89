using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Tenants;

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
                yield return Placed(error, partner, tenant);
        }
    }

    /// <summary>What the adapters remark.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="adapters">The adapters.</param>
    /// <param name="secrets">Reads secrets.</param>
    /// <param name="now">The time.</param>
    /// <returns>Remarks with file, line and path.</returns>
    public static IEnumerable<HubError> Remarks(BoundTenant tenant, AdapterCatalogue adapters, ISecretReader secrets, DateTimeOffset now) =>
        tenant.Config.Partners.Values.SelectMany(p => adapters.Find(p.Adapter)?.Remarks(p, tenant.Config, secrets, now).Select(e => Placed(e, p, tenant)) ?? []);

    private static HubError Placed(HubError error, PartnerConfig partner, BoundTenant tenant)
    {
        var path = error.Path is ['/', .. var ofTenant] ? ofTenant : $"partners.{partner.Name}.{error.Path}".TrimEnd('.');
        return error with { Path = tenant.At(path) };
    }
}
