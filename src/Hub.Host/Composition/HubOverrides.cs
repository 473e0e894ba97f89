using Hub.Core.Adapters;
using Hub.Core.Mappings;
using Hub.Core.Storage;
using Hub.Core.Tenants;
using Hub.Delivery;

namespace Hub.Host.Composition;

/// <summary>Parts that tests, the demo and benchmarks put in place of the ordinary ones; null = the ordinary one.</summary>
public sealed record HubOverrides
{
    /// <summary>Configuration of tenants from elsewhere than files.</summary>
    public ISnapshotSource? Snapshots { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider? Time { get; init; }

    /// <summary>Where logs go. Not disposed by the application.</summary>
    public ILoggerFactory? Logs { get; init; }

    /// <summary>Adapters beside or instead of those of this build.</summary>
    public AdapterCatalogue? Adapters { get; init; }

    /// <summary>Mappings beside or instead of those of this build.</summary>
    public MappingCatalogue? Mappings { get; init; }

    /// <summary>How the engine works; node, broker and stop time come from the settings.</summary>
    public DeliverySettings? Delivery { get; init; }

    /// <summary>A database that is open already. Disposed by the application.</summary>
    public IHubStore? Store { get; init; }

    /// <summary>Encryption that is open already.</summary>
    public IBodyVault? Vault { get; init; }
}
