using System.Collections.Frozen;

namespace Hub.Core.Tenants;

/// <summary>The whole configuration at one moment. Numbered, immutable, swapped in one assignment.</summary>
public sealed class ConfigSnapshot
{
    private readonly FrozenDictionary<string, TenantConfig> _byName;
    private readonly FrozenDictionary<string, TenantConfig> _byOrgnr;

    /// <summary>Builds a snapshot.</summary>
    /// <param name="number">Rises with every change.</param>
    /// <param name="tenants">Tenants with distinct names and organisation numbers.</param>
    public ConfigSnapshot(int number, IReadOnlyList<TenantConfig> tenants)
    {
        Number = number;
        Tenants = tenants;
        _byName = tenants.ToFrozenDictionary(t => t.Name, StringComparer.Ordinal);
        _byOrgnr = tenants.ToFrozenDictionary(t => t.Organization.Orgnr, StringComparer.Ordinal);
    }

    /// <summary>Number of the snapshot, stored with every message it decided.</summary>
    public int Number { get; }

    /// <summary>All tenants, in file name order.</summary>
    public IReadOnlyList<TenantConfig> Tenants { get; }

    /// <summary>The tenant of a name, null when there is none.</summary>
    /// <param name="name">Tenant name.</param>
    /// <returns>The tenant or null.</returns>
    public TenantConfig? Tenant(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The tenant of an organisation number, null when there is none.</summary>
    /// <param name="orgnr">Nine digits.</param>
    /// <returns>The tenant or null.</returns>
    public TenantConfig? TenantByOrgnr(string orgnr) => _byOrgnr.GetValueOrDefault(orgnr);

    /// <summary>A partner, null when the tenant or the partner does not exist.</summary>
    /// <param name="tenant">Tenant name.</param>
    /// <param name="partner">Partner name.</param>
    /// <returns>The partner or null.</returns>
    public PartnerConfig? Partner(string tenant, string partner) => Tenant(tenant)?.Partners.GetValueOrDefault(partner);
}
