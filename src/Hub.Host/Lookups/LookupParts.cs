using Hub.Core.Adapters;
using Hub.Core.Tenants;

namespace Hub.Host.Lookups;

/// <summary>What the desk uses.</summary>
/// <param name="Snapshots">The configuration.</param>
/// <param name="Adapters">Adapters of the installation.</param>
/// <param name="Context">What an adapter may use for a tenant.</param>
/// <param name="Settings">How partners are asked.</param>
/// <param name="Time">The clock.</param>
/// <param name="Logs">Loggers.</param>
public sealed record LookupParts(
    ISnapshotSource Snapshots, AdapterCatalogue Adapters, Func<TenantConfig, SenderContext> Context, LookupSettings Settings, TimeProvider Time, ILoggerFactory Logs);
