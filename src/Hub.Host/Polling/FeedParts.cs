using Hub.Core.Adapters;
using Hub.Core.Intake;
using Hub.Core.Storage;
using Hub.Core.Tenants;

namespace Hub.Host.Polling;

/// <summary>What fetching from feeds works with.</summary>
/// <param name="Node">Name of this node: two nodes never have the same one.</param>
/// <param name="Snapshots">The configuration.</param>
/// <param name="Adapters">Adapters of the installation.</param>
/// <param name="Context">What an adapter may use for a tenant.</param>
/// <param name="Records">Where positions and refused input are kept.</param>
/// <param name="Vault">Seals them.</param>
/// <param name="Intake">The way in.</param>
/// <param name="Meter">What is measured.</param>
/// <param name="Time">The clock.</param>
/// <param name="Logs">Loggers.</param>
public sealed record FeedParts(
    string Node,
    ISnapshotSource Snapshots,
    AdapterCatalogue Adapters,
    Func<TenantConfig, SenderContext> Context,
    IRecordStore Records,
    IBodyVault Vault,
    IIntake Intake,
    FeedMeter Meter,
    TimeProvider Time,
    ILoggerFactory Logs)
{
    /// <summary>The partners of a configuration that are fetched from.</summary>
    /// <param name="snapshot">The configuration.</param>
    /// <returns>The partners, in file order.</returns>
    internal IEnumerable<PartnerConfig> Polled(ConfigSnapshot snapshot) => snapshot.Tenants.SelectMany(t => t.Partners.Values).Where(IsPolled);

    /// <summary>Whether a partner is fetched from.</summary>
    /// <param name="partner">The partner.</param>
    /// <returns>True when its file says so and its adapter can.</returns>
    internal bool IsPolled(PartnerConfig partner) => partner.Inbound?.Auth == InboundAuth.Poll && Adapters.Find(partner.Adapter) is IPolledAdapter;
}
