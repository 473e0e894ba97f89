using System.Globalization;
using Hub.Core.Registers;
using Hub.Core.Storage;

namespace Hub.Adapters.Handovers;

/// <summary>Which version of a handover was told to the others. Noted here as the intake knows a repeat only for as long as retention leaves the message: a handover may wait longer for its moment.</summary>
internal static class HandoverTold
{
    /// <summary>Whether a version was told.</summary>
    /// <param name="registers">The hub's registers.</param>
    /// <param name="tenant">Tenant.</param>
    /// <param name="key">Key of the handover.</param>
    /// <param name="version">Its version.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>True when it or a later one was.</returns>
    public static async Task<bool> IsToldAsync(HubRegisters registers, string tenant, string key, int version, CancellationToken cancel) =>
        await registers.Records.LatestAsync(tenant, RecordKinds.HandoverTold, key, cancel) is { } told && VersionOf(told) >= version;

    /// <summary>Notes that a version was told; of two nodes that told it one note is enough.</summary>
    /// <param name="registers">The hub's registers.</param>
    /// <param name="tenant">Tenant.</param>
    /// <param name="key">Key of the handover.</param>
    /// <param name="version">Its version.</param>
    /// <param name="at">When.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>When durable.</returns>
    public static async Task NoteAsync(HubRegisters registers, string tenant, string key, int version, DateTimeOffset at, CancellationToken cancel)
    {
        var known = await registers.Records.LatestAsync(tenant, RecordKinds.HandoverTold, key, cancel);
        if (known is not null && VersionOf(known) >= version)
            return;
        var note = new NewRecord(tenant, RecordKinds.HandoverTold, key, (known?.Version ?? 0) + 1, at, "hub", registers.Vault.Seal(tenant, []))
        {
            State = version.ToString(CultureInfo.InvariantCulture),
            KeepHistory = false,
        };
        await registers.Records.AppendAsync(note, cancel);
    }

    private static int VersionOf(StoredRecord told) => int.TryParse(told.State, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
