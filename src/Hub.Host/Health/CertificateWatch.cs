using System.Collections.Concurrent;
using Hub.Core.Adapters;
using Hub.Core.Tenants;
using Hub.Host.Composition;

namespace Hub.Host.Health;

/// <summary>Knows the certificates of partners. Their files are read again every five minutes, and when the configuration changes.</summary>
/// <param name="services">What the node is made of.</param>
internal sealed class CertificateWatch(HubServices services)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<(string, string), Known> _known = new();

    /// <summary>The certificates that messages to and from a partner need.</summary>
    /// <param name="tenant">Its tenant.</param>
    /// <param name="partner">The partner.</param>
    /// <returns>The certificates; empty for partners without.</returns>
    public IReadOnlyList<CertificateUse> Of(TenantConfig tenant, PartnerConfig partner)
    {
        if (services.Adapters.Find(partner.Adapter) is not ICertificateHolder holder)
            return [];
        var now = services.Time.GetUtcNow();
        if (_known.TryGetValue((tenant.Name, partner.Name), out var known) && ReferenceEquals(known.Tenant, tenant) && now - known.At < Fresh)
            return known.Uses;
        var uses = holder.Certificates(partner, tenant, services.Secrets);
        _known[(tenant.Name, partner.Name)] = new Known(tenant, now, uses);
        return uses;
    }

    private sealed record Known(TenantConfig Tenant, DateTimeOffset At, IReadOnlyList<CertificateUse> Uses);
}
