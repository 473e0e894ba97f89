using Hub.Core.Registers;
using Hub.Core.Storage;

namespace Hub.Adapters.Plans;

/// <summary>Which versions of a plan were told to the others, and under which message.</summary>
/// <param name="Messages">Messages by version.</param>
/// <param name="Stored">Number of the entry that says so; 0 when there is none.</param>
public sealed record PlanTold(IReadOnlyDictionary<int, long> Messages, int Stored)
{
    /// <summary>The last version that was told; 0 for none.</summary>
    public int Last => Messages.Count == 0 ? 0 : Messages.Keys.Max();

    /// <summary>Reads it.</summary>
    /// <param name="registers">The hub's registers.</param>
    /// <param name="tenant">Tenant.</param>
    /// <param name="plan">Id of the shared plan.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>What was told; nothing when there is no entry.</returns>
    public static async Task<PlanTold> ReadAsync(HubRegisters registers, string tenant, string plan, CancellationToken cancel)
    {
        if (await registers.Records.LatestAsync(tenant, RecordKinds.PlanTold, plan, cancel) is not { } record)
            return new PlanTold(new Dictionary<int, long>(), 0);
        var body = registers.Vault.Open(tenant, record.SealedBody.Span);
        return new PlanTold(body.IsOk ? ContentText.ReadRecord<Dictionary<int, long>>(body.Value) ?? [] : [], record.Version);
    }

    /// <summary>Notes that a version was told.</summary>
    /// <param name="registers">The hub's registers.</param>
    /// <param name="version">The version.</param>
    /// <param name="message">Its message.</param>
    /// <param name="tenant">Tenant.</param>
    /// <param name="at">When.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>What was told, with it; null when another was faster.</returns>
    public async Task<PlanTold?> NoteAsync(HubRegisters registers, SharedVersion version, long message, string tenant, DateTimeOffset at, CancellationToken cancel)
    {
        var messages = new Dictionary<int, long>(Messages) { [version.Number] = message };
        var body = registers.Vault.Seal(tenant, ContentText.WriteRecord(messages));
        var record = new NewRecord(tenant, RecordKinds.PlanTold, version.Key, Stored + 1, at, "hub", body) { KeepHistory = false };
        return await registers.Records.AppendAsync(record, cancel) ? new PlanTold(messages, Stored + 1) : null;
    }
}
