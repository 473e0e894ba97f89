using Hub.Core.Errors;
using Hub.Core.Storage;

namespace Hub.Core.Registers;

/// <summary>Who follows up whom: the latest version says who does now, the earlier ones who did.</summary>
/// <param name="records">Where it is kept.</param>
/// <param name="vault">Opens and seals it.</param>
public sealed class ResponsibilityRegister(IRecordStore records, IBodyVault vault)
{
    /// <summary>Who is responsible for a patient as last registered; it may lie ahead (<see cref="Responsibility.Since"/>).</summary>
    /// <param name="tenant">Tenant.</param>
    /// <param name="patientKey">Keyed hash of the patient.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The registration, null when there is none: then the tenant itself is responsible; or <see cref="RegisterErrors.Unreadable"/>, and then nobody knows who is.</returns>
    public async Task<Result<Responsibility?>> OfAsync(string tenant, Guid patientKey, CancellationToken cancel) =>
        await records.LatestAsync(tenant, RecordKinds.Responsibility, ResponsibilityText.KeyOf(patientKey), cancel) is { } record ? Open(record) : (Responsibility?)null;

    /// <summary>Moves responsibility. The same handover moves it once, however often it is told; one from before the latest move changes nothing.</summary>
    /// <param name="tenant">Tenant.</param>
    /// <param name="patientKey">Keyed hash of the patient.</param>
    /// <param name="next">Who takes over; who was responsible before is filled in here.</param>
    /// <param name="who">Who decided.</param>
    /// <param name="now">When it is written.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>When durable.</returns>
    /// <exception cref="InvalidDataException">What is registered cannot be opened: nothing was moved.</exception>
    public async Task MoveAsync(string tenant, Guid patientKey, Responsibility next, string who, DateTimeOffset now, CancellationToken cancel)
    {
        while (true)
        {
            var latest = await records.LatestAsync(tenant, RecordKinds.Responsibility, ResponsibilityText.KeyOf(patientKey), cancel);
            var opened = latest is null ? (Responsibility?)null : Open(latest);
            if (!opened.IsOk)
                throw new InvalidDataException($"{RegisterErrors.Unreadable.Code}: the latest registration cannot be opened");
            var current = opened.Value;
            if (current is not null && current.Party == next.Party && current.Handover == next.Handover)
                return;
            // A handover that is worked on again, after a later one has moved the patient on, moves nobody back.
            if (current is not null && current.Handover != next.Handover && current.Since > next.Since)
                return;
            var body = ResponsibilityText.Write(next with { Before = current?.Party ?? next.Before });
            var record = new NewRecord(tenant, RecordKinds.Responsibility, ResponsibilityText.KeyOf(patientKey), (latest?.Version ?? 0) + 1, now, who, vault.Seal(tenant, body))
            {
                PatientKey = patientKey,
                State = next.Party,
                Audit = new AuditEntry(now, who, "responsibility.move", tenant, next.Party, next.Handover),
            };
            if (await records.AppendAsync(record, cancel))
                return;
        }
    }

    private Result<Responsibility?> Open(StoredRecord record) =>
        ResponsibilityText.Open(record, vault) is { IsOk: true, Value: var value } ? value : RegisterErrors.Unreadable.At();
}
