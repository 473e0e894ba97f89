using Hub.Core.Errors;
using Hub.Core.Identities;
using Hub.Core.Registers;
using Hub.Core.Storage;

namespace Hub.Adapters.Plans;

/// <summary>Versions and conflicts of one tenant's shared plans, opened and sealed.</summary>
/// <param name="registers">The hub's registers.</param>
/// <param name="tenant">Whose plans.</param>
public sealed class PlanShelf(HubRegisters registers, string tenant)
{
    /// <summary>State of a conflict that nobody has settled.</summary>
    public const string Open = "conflict";

    /// <summary>State of a conflict that a version has settled.</summary>
    public const string Settled = "settled";

    /// <summary>State of a conflict that an operator has dismissed: the version that was the latest then stands.</summary>
    public const string Dismissed = "dismissed";

    /// <summary>The tenant.</summary>
    public string Tenant => tenant;

    /// <summary>Every version of a plan, newest first.</summary>
    /// <param name="plan">Id of the plan.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The versions; empty when there is no such plan.</returns>
    public async Task<IReadOnlyList<SharedVersion>> HistoryAsync(string plan, CancellationToken cancel) =>
        [.. (await registers.Records.HistoryAsync(tenant, RecordKinds.Plan, plan, cancel)).Select(OpenBody)];

    /// <summary>The latest version of each plan of a patient, newest plan first.</summary>
    /// <param name="patient">National id.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The versions.</returns>
    public async Task<IReadOnlyList<SharedVersion>> OfPatientAsync(Identifier patient, CancellationToken cancel) =>
        [.. (await registers.Records.FindAsync(new RecordFilter(tenant, RecordKinds.Plan) { PatientKey = KeyOf(patient) }, cancel)).Select(OpenBody)];

    /// <summary>Conflicts, newest first.</summary>
    /// <param name="patient">Of this patient; null for all.</param>
    /// <param name="open">True for those that nobody has settled; false for all.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The conflicts with their keys.</returns>
    public async Task<IReadOnlyList<(StoredRecord Record, SharedVersion Conflict)>> ConflictsAsync(Guid? patient, bool open, CancellationToken cancel) =>
        [.. (await registers.Records.FindAsync(new RecordFilter(tenant, RecordKinds.PlanConflict) { PatientKey = patient, State = open ? Open : null }, cancel)).Select(r => (r, OpenBody(r)))];

    /// <summary>Edits of a patient's plans that were dismissed, newest first: the fifty latest.</summary>
    /// <param name="patient">National id.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The edits, each with the version that stands.</returns>
    public async Task<IReadOnlyList<SharedVersion>> DismissedAsync(Identifier patient, CancellationToken cancel) =>
        [.. (await registers.Records.FindAsync(new RecordFilter(tenant, RecordKinds.PlanConflict) { PatientKey = KeyOf(patient), State = Dismissed }, cancel)).Select(OpenBody)];

    /// <summary>A conflict.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Null when there is none.</returns>
    public async Task<(StoredRecord Record, SharedVersion Conflict)?> ConflictAsync(string key, CancellationToken cancel) =>
        await registers.Records.LatestAsync(tenant, RecordKinds.PlanConflict, key, cancel) is { } record ? (record, OpenBody(record)) : null;

    /// <summary>Adds a version of a plan.</summary>
    /// <param name="version">The version.</param>
    /// <param name="due">When it is to be told.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>False when another version came first.</returns>
    public Task<bool> AddAsync(SharedVersion version, DateTimeOffset due, CancellationToken cancel) => registers.Records.AppendAsync(
        Record(RecordKinds.Plan, version.Key, version.Number, version) with
        {
            State = version.Edit.Plan.Status,
            Due = due,
            Audit = new AuditEntry(version.At, version.Edit.Who, "plan.version", tenant, $"{version.Key}/{version.Number}", null),
        },
        cancel);

    /// <summary>Keeps an edit that did not become a version.</summary>
    /// <param name="key">Key of the conflict.</param>
    /// <param name="conflict">The edit.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>False when it is kept already.</returns>
    public Task<bool> KeepAsync(string key, SharedVersion conflict, CancellationToken cancel) => registers.Records.AppendAsync(
        Record(RecordKinds.PlanConflict, key, 1, conflict) with
        {
            State = Open,
            Due = conflict.At,
            Audit = new AuditEntry(conflict.At, conflict.Edit.Who, "plan.conflict", tenant, key, null),
        },
        cancel);

    /// <summary>Closes a conflict.</summary>
    /// <param name="seen">The conflict as read.</param>
    /// <param name="settled">The conflict with the version that settled it.</param>
    /// <param name="who">Who settled it.</param>
    /// <param name="at">When.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>False when another was faster.</returns>
    public Task<bool> SettleAsync(StoredRecord seen, SharedVersion settled, string who, DateTimeOffset at, CancellationToken cancel) => registers.Records.AppendAsync(
        Record(RecordKinds.PlanConflict, seen.Key, seen.Version + 1, settled) with
        {
            At = at,
            Who = who,
            State = Settled,
            Audit = new AuditEntry(at, who, "plan.settle", tenant, seen.Key, null),
        },
        cancel);

    /// <summary>Closes a conflict without a version that says what it says.</summary>
    /// <param name="seen">The conflict as read.</param>
    /// <param name="dismissed">The conflict with the version that stands.</param>
    /// <param name="act">Who, when and why.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>False when another was faster.</returns>
    public Task<bool> DismissAsync(StoredRecord seen, SharedVersion dismissed, OperatorAct act, CancellationToken cancel) => registers.Records.AppendAsync(
        Record(RecordKinds.PlanConflict, seen.Key, seen.Version + 1, dismissed) with
        {
            At = act.At,
            Who = act.Who,
            State = Dismissed,
            Audit = new AuditEntry(act.At, act.Who, "plan.dismiss", tenant, seen.Key, act.Reason),
        },
        cancel);

    /// <summary>Opens a version or a conflict.</summary>
    /// <param name="record">As it is kept.</param>
    /// <returns>Null when it cannot be opened: the tenant's keys are lost.</returns>
    public SharedVersion? TryOpen(StoredRecord record) =>
        registers.Vault.Open(tenant, record.SealedBody.Span) is { IsOk: true, Value: { } body } ? ContentText.ReadRecord<SharedVersion>(body) : null;

    /// <summary>Keyed hash of a patient.</summary>
    /// <param name="patient">National id.</param>
    /// <returns>The hash.</returns>
    public Guid KeyOf(Identifier patient) => registers.Vault.PatientKey(tenant, patient);

    private NewRecord Record(string kind, string key, int number, SharedVersion body) =>
        new(tenant, kind, key, number, body.At, body.Edit.Who, registers.Vault.Seal(tenant, ContentText.WriteRecord(body))) { PatientKey = KeyOf(body.Edit.Patient.Id) };

    // What the hub sealed itself opens, or the tenant's keys are lost: then nothing may be decided on what is left.
    private SharedVersion OpenBody(StoredRecord record) =>
        TryOpen(record) ?? throw new InvalidDataException($"{DeliveryErrors.BodyUnreadable.Code}: a version of plan {record.Key} cannot be opened");
}
