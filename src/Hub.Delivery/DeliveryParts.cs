using Hub.Core.Adapters;
using Hub.Core.Lookups;
using Hub.Core.Mappings;
using Hub.Core.Storage;
using Hub.Core.Tenants;
using Microsoft.Extensions.Logging;

namespace Hub.Delivery;

/// <summary>What a node is made of. The node disposes none of it.</summary>
/// <param name="Store">The database, migrated.</param>
/// <param name="Vault">Encryption at rest.</param>
/// <param name="Snapshots">The configuration.</param>
/// <param name="Adapters">Adapters by name.</param>
/// <param name="Mappings">Mappings by name.</param>
/// <param name="Secrets">Secrets for senders.</param>
/// <param name="Time">The clock.</param>
/// <param name="Installation">The installation, as the migration gave it.</param>
/// <param name="Settings">How the node works.</param>
/// <param name="Logs">Where logs go.</param>
public sealed record DeliveryParts(
    IHubStore Store,
    IBodyVault Vault,
    ISnapshotSource Snapshots,
    AdapterCatalogue Adapters,
    MappingCatalogue Mappings,
    ISecretReader Secrets,
    TimeProvider Time,
    Installation Installation,
    DeliverySettings Settings,
    ILoggerFactory Logs)
{
    /// <summary>Asks partners for senders that must know something first; null = such senders cannot send.</summary>
    public ILookups? Lookups { get; init; }
}
