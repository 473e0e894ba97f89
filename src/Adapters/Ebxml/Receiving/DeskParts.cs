using Hub.Core.Deliveries;
using Hub.Core.Intake;
using Hub.Core.Storage;
using Hub.Core.Tenants;

namespace Hub.Adapters.Ebxml.Receiving;

/// <summary>What the message desk is made of.</summary>
/// <param name="Snapshots">The configuration.</param>
/// <param name="Secrets">Reads keys and files.</param>
/// <param name="Exchanges">Remembers what came in and how it was answered.</param>
/// <param name="Vault">Seals what is remembered.</param>
/// <param name="Intake">The way in for documents; asked for each message, since the engine may come later than the faces.</param>
/// <param name="Receipts">Where receipts go; null until the engine is there.</param>
/// <param name="Time">The clock.</param>
public sealed record DeskParts(
    ISnapshotSource Snapshots,
    ISecretReader Secrets,
    IExchangeStore Exchanges,
    IBodyVault Vault,
    Func<IIntake> Intake,
    Func<IReceipts?> Receipts,
    TimeProvider Time)
{
    /// <summary>Where Pongs are kept, for whoever waits for one; null = they are told of and not kept.</summary>
    public IRecordStore? Records { get; init; }
}
