using Hub.Simulators.Dignio;
using Hub.Simulators.Gerica;

namespace Hub.Host.Demo;

/// <summary>A tenant of the demo with the systems around it.</summary>
/// <param name="Name">Tenant name.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Orgnr">Organisation number; belongs to nobody.</param>
/// <param name="Key">The key of its vendor system.</param>
/// <param name="Secret">The hub's secret at its journal.</param>
/// <param name="Journal">Its journal.</param>
internal sealed record DemoTenant(string Name, string Title, string Orgnr, string Key, string Secret, GericaServer Journal)
{
    /// <summary>The message network around it; null when it is on none.</summary>
    public DemoNetwork? Network { get; init; }

    /// <summary>The hub's OAuth client at the journal.</summary>
    public string ClientId => $"hub-{Name}";

    /// <summary>Where its vendor posts.</summary>
    /// <param name="hub">Address of the hub.</param>
    /// <returns>The target.</returns>
    public FeedTarget Webhook(Uri hub) => new(new Uri(hub, $"in/{Name}/dignio"), Key);
}
