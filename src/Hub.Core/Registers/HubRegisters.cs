using Hub.Core.Intake;
using Hub.Core.Storage;

namespace Hub.Core.Registers;

/// <summary>The hub's own registers, for adapters that are a part of the hub.</summary>
/// <param name="Records">Versions of what is registered.</param>
/// <param name="Vault">Encryption and patient hashes.</param>
/// <param name="Intake">The way in.</param>
public sealed record HubRegisters(IRecordStore Records, IBodyVault Vault, IIntake Intake)
{
    /// <summary>What became of messages that registers told; null where it cannot be asked: then nothing counts as delivered.</summary>
    public IOperatorStore? Messages { get; init; }
}
