using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Intake;
using Hub.Core.Registers;
using Hub.Core.Storage;
using Hub.Core.Tenants;

namespace Hub.Adapters.Handovers;

/// <summary>The handovers of a tenant: proposes, answers, takes back, and tells everybody through the tenant's routes.</summary>
/// <param name="registers">The hub's registers.</param>
/// <param name="time">The clock.</param>
public sealed partial class HandoverRegister(HubRegisters registers, TimeProvider time)
{
    private const int Tries = 5;

    /// <summary>Proposes a patient.</summary>
    /// <param name="tenant">Tenant.</param>
    /// <param name="proposal">The proposal.</param>
    /// <param name="who">Who proposes, for the audit log.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The handover as registered, now or before; or why it cannot be proposed.</returns>
    public async Task<Result<HandoverState>> ProposeAsync(TenantConfig tenant, HandoverState proposal, string who, CancellationToken cancel)
    {
        for (var i = 0; i < Tries; i++)
        {
            if (await LatestAsync(tenant, proposal.Id, cancel) is { } known)
                return Same(known.State, proposal) ? known.State : HandoverErrors.Changed.At();
            var patient = registers.Vault.PatientKey(tenant.Name, proposal.Patient.Id);
            var responsible = await new ResponsibilityRegister(registers.Records, registers.Vault).OfAsync(tenant.Name, patient, cancel);
            if (!responsible.IsOk)
                return Result<HandoverState>.Failed(responsible.Errors);
            var others = await registers.Records.FindAsync(new RecordFilter(tenant.Name, RecordKinds.Handover) { PatientKey = patient }, cancel);
            var open = others.FirstOrDefault(o => o.State is "proposed" or "accepted")?.Key;
            var timed = tenant.Handovers is { } settings ? proposal with { TimeToAnswer = settings.AnswerWithin } : proposal;
            var decided = HandoverRules.Propose(timed, new HandoverSurroundings(tenant.Parties, responsible.Value?.Party, open));
            if (!decided.IsOk)
                return decided;
            var code = decided.Value.Stage == HandoverStage.Refused ? HandoverErrors.NoService.Code : null;
            if (await AppendAsync(tenant, decided.Value, 1, new Act(who, "handover.propose", code), cancel))
                return decided.Value;
        }

        return HandoverErrors.Raced.At();
    }

    /// <summary>Answers a proposal.</summary>
    /// <param name="tenant">Tenant.</param>
    /// <param name="id">The handover.</param>
    /// <param name="party">Party that answers.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="who">Who answers, for the audit log.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The handover as registered, or why the answer does not count.</returns>
    public Task<Result<HandoverState>> AnswerAsync(TenantConfig tenant, string id, string party, HandoverAnswer answer, string who, CancellationToken cancel) =>
        ChangeAsync(tenant, id, who, answer.Accepted ? "handover.accept" : "handover.refuse", state => HandoverRules.Answer(state, party, answer, time.GetUtcNow()), cancel);

    /// <summary>Takes a proposal back.</summary>
    /// <param name="tenant">Tenant.</param>
    /// <param name="id">The handover.</param>
    /// <param name="party">Party that proposed it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="who">Who, for the audit log.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The handover as registered, or why it cannot be taken back.</returns>
    public Task<Result<HandoverState>> WithdrawAsync(TenantConfig tenant, string id, string party, string? reason, string who, CancellationToken cancel) =>
        ChangeAsync(tenant, id, who, "handover.withdraw", state => HandoverRules.Withdraw(state, party, reason, time.GetUtcNow()), cancel);

    /// <summary>A handover with all its versions.</summary>
    /// <param name="tenant">Tenant.</param>
    /// <param name="id">The handover.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The versions, newest first; empty when there is none.</returns>
    public async Task<IReadOnlyList<HandoverVersion>> HistoryAsync(TenantConfig tenant, string id, CancellationToken cancel) =>
        [.. (await registers.Records.HistoryAsync(tenant.Name, RecordKinds.Handover, Key(id), cancel)).Select(Open).OfType<HandoverVersion>()];

    /// <summary>Handovers as they stand, newest first.</summary>
    /// <param name="filter">Which; of kind handover.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>One page.</returns>
    public async Task<IReadOnlyList<HandoverVersion>> FindAsync(RecordFilter filter, CancellationToken cancel) =>
        [.. (await registers.Records.FindAsync(filter, cancel)).Select(Open).OfType<HandoverVersion>()];

    /// <summary>Tells the routes what a version says, and does what time has brought.</summary>
    /// <param name="due">The version that is due.</param>
    /// <param name="tenant">Its tenant.</param>
    /// <param name="partner">Partner that stands for the register.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>When done; what could not be done stays due.</returns>
    public async Task DueAsync(StoredRecord due, TenantConfig tenant, string partner, CancellationToken cancel)
    {
        if (Open(due) is not { } version)
            return;
        var now = time.GetUtcNow();
        var state = version.State;

        // Two proposals that met at the same instant: the first one stands.
        if (state.Stage == HandoverStage.Proposed && await EarlierAsync(tenant, version, cancel))
        {
            var lapsed = state with { Stage = HandoverStage.Withdrawn, DecidedAt = now, Reason = HandoverErrors.Open.Title };
            await AppendAsync(tenant, lapsed, version.Number + 1, new Act("hub", "handover.lapse", HandoverErrors.Open.Code), cancel);
            return;
        }

        // Access switches first: whoever hears of it may look already.
        if (state.Stage == HandoverStage.Transferred)
        {
            await new ResponsibilityRegister(registers.Records, registers.Vault).MoveAsync(
                tenant.Name, registers.Vault.PatientKey(tenant.Name, state.Patient.Id), new Responsibility(state.To, state.MovesAt) { Before = state.From, Handover = Key(state.Id) }, version.Who, now, cancel);
        }

        if (!await HandoverTold.IsToldAsync(registers, tenant.Name, due.Key, version.Number, cancel))
        {
            if (!await TellAsync(version, tenant, partner, cancel))
                return;
            await HandoverTold.NoteAsync(registers, tenant.Name, due.Key, version.Number, now, cancel);
        }

        var next = HandoverRules.Pass(state, now);
        if (!ReferenceEquals(next, state))
            await AppendAsync(tenant, next, version.Number + 1, new Act("hub", next.Stage == HandoverStage.Transferred ? "handover.transfer" : "handover.lapse", null), cancel);
        else
            await registers.Records.PostponeAsync(due, state.NextDue, cancel);
    }

    /// <summary>What a handover is kept and audited under: its id, or a hash of an id that is long or may hold the national id of a person.</summary>
    /// <param name="id">The id that the giver chose.</param>
    /// <returns>At most 100 characters.</returns>
    public static string Key(string id) => id.Length <= 100 && !Number().IsMatch(id) ? id : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));

    private async Task<bool> EarlierAsync(TenantConfig tenant, HandoverVersion version, CancellationToken cancel)
    {
        var patient = registers.Vault.PatientKey(tenant.Name, version.State.Patient.Id);
        var others = await FindAsync(new RecordFilter(tenant.Name, RecordKinds.Handover) { PatientKey = patient }, cancel);
        return others.Any(o => o.State.Id != version.State.Id && o.State.IsOpen
            && (o.State.ProposedAt, o.State.Id).CompareTo((version.State.ProposedAt, version.State.Id)) < 0);
    }

    private async Task<Result<HandoverState>> ChangeAsync(
        TenantConfig tenant, string id, string who, string action, Func<HandoverState, Result<HandoverState>> decide, CancellationToken cancel)
    {
        for (var i = 0; i < Tries; i++)
        {
            if (await LatestAsync(tenant, id, cancel) is not { } known)
                return HandoverErrors.Unknown.At();
            var decided = decide(known.State);
            if (!decided.IsOk || ReferenceEquals(decided.Value, known.State) || await AppendAsync(tenant, decided.Value, known.Number + 1, new Act(who, action, null), cancel))
                return decided;
        }

        return HandoverErrors.Raced.At();
    }

    private async Task<HandoverVersion?> LatestAsync(TenantConfig tenant, string id, CancellationToken cancel) =>
        await registers.Records.LatestAsync(tenant.Name, RecordKinds.Handover, Key(id), cancel) is { } record ? Open(record) : null;

    // Why people decided as they did stands sealed in the version: what they write may name somebody, and the audit log is never deleted.
    private Task<bool> AppendAsync(TenantConfig tenant, HandoverState state, int version, Act act, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var stage = state.Stage.ToString().ToLowerInvariant();
        return registers.Records.AppendAsync(
            new NewRecord(tenant.Name, RecordKinds.Handover, Key(state.Id), version, now, act.Who, registers.Vault.Seal(tenant.Name, ContentText.WriteRecord(state)))
            {
                PatientKey = registers.Vault.PatientKey(tenant.Name, state.Patient.Id),
                State = stage,
                Parties = [state.From, state.To],
                Due = now,
                Audit = new AuditEntry(now, act.Who, act.Action, tenant.Name, Key(state.Id), act.Code),
            },
            cancel);
    }

    // Taken in under one id per version: telling it twice is a repeat.
    private async Task<bool> TellAsync(HandoverVersion version, TenantConfig tenant, string partner, CancellationToken cancel)
    {
        var content = HandoverWords.Told(version.State, tenant);
        var body = ContentText.Write(new RegisteredContent(partner, $"handover/{Key(version.State.Id)}/{version.Number}", version.State.Patient, content) { Correlation = version.State.Conversation });
        var answer = await registers.Intake.AcceptAsync(new IntakeRequest(tenant.Name, partner, body, ContentText.MediaType), cancel);
        return answer.Errors.Count == 0 && answer.Entries.All(e => e.Status is EntryStatus.Accepted or EntryStatus.Repeated);
    }

    private HandoverVersion? Open(StoredRecord record) =>
        registers.Vault.Open(record.Tenant, record.SealedBody.Span) is { IsOk: true, Value: var body } && ContentText.ReadRecord<HandoverState>(body) is { } state
            ? new HandoverVersion(record.Version, record.At, record.Who, state)
            : null;

    private static bool Same(HandoverState known, HandoverState proposal) =>
        known.From == proposal.From && known.To == proposal.To && known.Patient.Id == proposal.Patient.Id
        && ContentText.WriteRecord(known.Content with { Time = proposal.Content.Time, Stage = HandoverStage.Proposed }).AsSpan()
            .SequenceEqual(ContentText.WriteRecord(proposal.Content with { Stage = HandoverStage.Proposed }));

    /// <summary>What the audit log says of a step.</summary>
    /// <param name="Who">Who did it.</param>
    /// <param name="Action">Stable name of what was done.</param>
    /// <param name="Code">Code of the rule by which the hub itself decided, null when people did.</param>
    private sealed record Act(string Who, string Action, string? Code);

    [GeneratedRegex("[0-9]{11}|[0-9]{6}[ -][0-9]{5}", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}

/// <summary>A version of a handover.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="At">When it was written.</param>
/// <param name="Who">Who wrote it.</param>
/// <param name="State">What it says.</param>
public sealed record HandoverVersion(int Number, DateTimeOffset At, string Who, HandoverState State);
