using Hub.AcceptanceTests.Staging;

namespace Hub.AcceptanceTests.Journeys;

/// <summary>What all journeys share: each is told once and walked on every backing.</summary>
/// <param name="backing">What the hub stands on.</param>
public abstract class Journey(BackingKind backing)
{
    private protected Task<Stage> OpenAsync(params IReadOnlyList<Municipality> municipalities) => Stage.OpenAsync(backing, municipalities);

    /// <param name="settings">Further settings, as one line of hub.yaml has them.</param>
    /// <param name="municipalities">Tenants.</param>
    private protected Task<Stage> OpenAsync(string settings, params IReadOnlyList<Municipality> municipalities) => Stage.OpenAsync(backing, settings, municipalities);
}
