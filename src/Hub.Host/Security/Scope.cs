namespace Hub.Host.Security;

/// <summary>How far a caller reaches. What lies outside does not exist for it.</summary>
/// <param name="Tenant">The only tenant it reaches; null = all.</param>
/// <param name="Partner">The only partner whose traffic it reaches; null = all.</param>
public sealed record Scope(string? Tenant, string? Partner = null)
{
    /// <summary>The whole installation.</summary>
    public static Scope All { get; } = new(null, null);

    /// <summary>Whether it reaches a tenant.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <returns>True when it does; whether there is such a tenant is another question.</returns>
    public bool Reaches(string tenant) => Tenant is null || Tenant == tenant;

    /// <summary>Whether it reaches a partner of a tenant.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="partner">The partner.</param>
    /// <returns>True when it does.</returns>
    public bool Reaches(string tenant, string partner) => Reaches(tenant) && (Partner is null || Partner == partner);
}
