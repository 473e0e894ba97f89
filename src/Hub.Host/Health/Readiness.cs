using Hub.Host.Composition;

namespace Hub.Host.Health;

/// <summary>Whether a node takes messages in: what <c>/health/ready</c> says, and what the program says that started it.</summary>
/// <param name="Store">Whether the database answers.</param>
/// <param name="Engine">Whether the engine runs.</param>
/// <param name="Leaving">Whether the node is about to stop.</param>
internal sealed record Readiness(bool Store, bool Engine, bool Leaving)
{
    /// <summary>Whether it does.</summary>
    public bool IsReady => Store && Engine && !Leaving;

    /// <summary>Looks.</summary>
    /// <param name="services">What the node is made of.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>How it stands.</returns>
    public static async Task<Readiness> OfAsync(HubServices services, CancellationToken cancel) =>
        new(await services.Store.IsReadyAsync(cancel), services.Engine is not null, services.IsLeaving);
}
