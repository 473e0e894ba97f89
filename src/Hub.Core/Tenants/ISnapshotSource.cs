namespace Hub.Core.Tenants;

/// <summary>Where the current configuration is read from. Implemented by the host's file loader, and by fixed snapshots in tests.</summary>
public interface ISnapshotSource
{
    /// <summary>The snapshot in force now. Read it once per decision.</summary>
    ConfigSnapshot Current { get; }

    /// <summary>Raised after a new snapshot is in force.</summary>
    event Action<ConfigSnapshot>? Changed;
}
