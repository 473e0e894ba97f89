using Hub.Core.Tenants;

namespace Hub.Delivery.Pauses;

/// <summary>What is paused: all deliveries of a tenant, those to one of its partners, or those of one of its routes.</summary>
/// <param name="Tenant">Tenant.</param>
/// <param name="Partner">Receiving partner; null when it is not about one.</param>
/// <param name="Route">Route; null when it is not about one.</param>
public sealed record PauseTarget(string Tenant, string? Partner = null, string? Route = null)
{
    private const string PartnerPart = "/partner/";
    private const string RoutePart = "/route/";

    /// <summary>Its name among all pauses.</summary>
    public string Key => Partner is not null ? Tenant + PartnerPart + Partner : Route is not null ? Tenant + RoutePart + Route : Tenant;

    /// <summary>Reads a name.</summary>
    /// <param name="key">The name.</param>
    /// <returns>The target.</returns>
    public static PauseTarget Parse(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.IndexOf(PartnerPart, StringComparison.Ordinal) is var partner and >= 0)
            return new PauseTarget(key[..partner], Partner: key[(partner + PartnerPart.Length)..]);
        return key.IndexOf(RoutePart, StringComparison.Ordinal) is var route and >= 0
            ? new PauseTarget(key[..route], Route: key[(route + RoutePart.Length)..])
            : new PauseTarget(key);
    }

    /// <summary>Whether a delivery is meant.</summary>
    /// <param name="tenant">Its tenant.</param>
    /// <param name="partner">Its partner.</param>
    /// <param name="route">Its route.</param>
    /// <returns>True when it is.</returns>
    public bool Covers(string tenant, string partner, string route) =>
        Tenant == tenant && (Partner is null || Partner == partner) && (Route is null || Route == route);

    /// <summary>Whether the configuration has it.</summary>
    /// <param name="snapshot">The configuration.</param>
    /// <returns>True when it has.</returns>
    public bool IsIn(ConfigSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return snapshot.Tenant(Tenant) is { } tenant
            && (Partner is null || tenant.Partners.ContainsKey(Partner))
            && (Route is null || tenant.Routes.Any(r => r.Name == Route));
    }
}
