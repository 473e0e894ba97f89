using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Registers;
using Hub.Core.Storage;

namespace Hub.Adapters.Enrolment;

/// <summary>Who is followed up, by each enrolment partner of a tenant for itself.</summary>
/// <param name="registers">Where it is kept.</param>
/// <param name="tenant">Tenant.</param>
/// <param name="partner">The enrolment partner.</param>
internal sealed class EnrolmentRegister(HubRegisters registers, string tenant, string partner)
{
    /// <summary>What is known of a patient.</summary>
    /// <param name="patient">The patient.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>What was told last, null when nothing was; or <see cref="DeliveryErrors.BodyUnreadable"/>.</returns>
    public async Task<Result<EnrolmentState?>> OfAsync(Patient patient, CancellationToken cancel) => Open(await LatestAsync(patient, cancel));

    /// <summary>Keeps what was told.</summary>
    /// <param name="patient">The patient.</param>
    /// <param name="told">The status.</param>
    /// <param name="who">Who told it.</param>
    /// <param name="now">When it is written.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>What holds now, durable; or <see cref="DeliveryErrors.BodyUnreadable"/>.</returns>
    public async Task<Result<EnrolmentState>> TellAsync(Patient patient, PatientStatus told, string who, DateTimeOffset now, CancellationToken cancel)
    {
        while (true)
        {
            var latest = await LatestAsync(patient, cancel);
            var known = Open(latest);
            if (!known.IsOk)
                return Result<EnrolmentState>.Failed(known.Errors);
            var next = EnrolmentState.After(known.Value, told);
            if (next == known.Value)
                return next;
            var word = next.State.ToString().ToLowerInvariant();
            var key = registers.Vault.PatientKey(tenant, patient.Id);
            var record = new NewRecord(tenant, RecordKinds.Enrolment, KeyOf(key), (latest?.Version ?? 0) + 1, now, who, registers.Vault.Seal(tenant, ContentText.WriteRecord(next)))
            {
                PatientKey = key,
                State = word,
                Audit = new AuditEntry(now, who, "enrolment.set", tenant, partner, word),
            };
            if (await registers.Records.AppendAsync(record, cancel))
                return next;
        }
    }

    private string KeyOf(Guid patient) => $"{partner}/{patient:N}";

    private Task<StoredRecord?> LatestAsync(Patient patient, CancellationToken cancel) =>
        registers.Records.LatestAsync(tenant, RecordKinds.Enrolment, KeyOf(registers.Vault.PatientKey(tenant, patient.Id)), cancel);

    private Result<EnrolmentState?> Open(StoredRecord? record)
    {
        if (record is null)
            return default(EnrolmentState);
        var opened = registers.Vault.Open(tenant, record.SealedBody.Span);
        if (!opened.IsOk)
            return Result<EnrolmentState?>.Failed(opened.Errors);
        return ContentText.ReadRecord<EnrolmentState>(opened.Value) is { } state ? state : DeliveryErrors.BodyUnreadable.At();
    }
}
