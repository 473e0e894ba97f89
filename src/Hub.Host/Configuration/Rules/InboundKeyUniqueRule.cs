using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Host.Security;

namespace Hub.Host.Configuration.Rules;

/// <summary>A key opens one partner of one tenant.</summary>
internal sealed class InboundKeyUniqueRule : ITenantRule
{
    /// <inheritdoc/>
    public IEnumerable<HubError> Check(BoundTenant tenant, RuleContext context)
    {
        var others = context.Tenants
            .SelectMany(t => t.Config.Partners.Values.SelectMany(p => Keys(p).Select(key => (Tenant: t, Partner: p, Key: key))))
            .ToLookup(o => o.Key, StringComparer.OrdinalIgnoreCase);
        foreach (var partner in tenant.Config.Partners.Values)
        {
            foreach (var key in Keys(partner))
            {
                var first = others[key].First();
                if (KeyHash.Parse(key) is { } hash && context.Connections?.Values.FirstOrDefault(c => c.Keys.Any(hash.SameAs)) is { } connection)
                    yield return tenant.Error(ConfigErrors.NotUnique, $"partners.{partner.Name}.inbound.keys", $"The same key is also at hub.yaml connections.{connection.Name}");
                if (!ReferenceEquals(first.Partner, partner) || others[key].Count(o => ReferenceEquals(o.Partner, partner)) > 1)
                    yield return tenant.Error(ConfigErrors.NotUnique, $"partners.{partner.Name}.inbound.keys", $"The same key is also at {first.Tenant.File} partners.{first.Partner.Name}");
            }
        }
    }

    private static IReadOnlyList<string> Keys(PartnerConfig partner) => partner.Inbound?.Keys ?? [];
}
