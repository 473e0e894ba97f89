using Hub.Core.Errors;
using Hub.Core.Intake;
using Hub.Core.Storage;

namespace Hub.Host.Polling;

/// <summary>What operators do with refused input.</summary>
internal sealed class RefusedActs(IRecordStore records, IBodyVault vault, Func<IIntake> intake)
{
    /// <summary>Sends it through the intake again, as the current configuration and programs read it.</summary>
    /// <param name="tenant">Tenant.</param>
    /// <param name="key">Its key.</param>
    /// <param name="act">Who, when and why.</param>
    /// <param name="cancel">Gives up waiting; what is committed stays.</param>
    /// <returns>Its word and errors now, and the messages it became; or why nothing could be done.</returns>
    public async Task<Result<RefusedOutcome>> RetryAsync(string tenant, string key, OperatorAct act, CancellationToken cancel)
    {
        var found = await OpenAsync(tenant, key, cancel);
        if (!found.IsOk)
            return Result<RefusedOutcome>.Failed(found.Errors);
        var (record, refused) = found.Value;
        var answer = await intake().AcceptAsync(new IntakeRequest(tenant, refused.Partner, refused.Body, refused.MediaType), cancel);
        var errors = answer.Errors.Concat(answer.Errors.Count == 0 ? answer.Entries.SelectMany(e => e.Errors) : []).ToList();
        if (errors.Find(e => e.Retryable || e.Code == AuthErrors.UnknownTenant.Code) is { } passing)
            return passing;
        var taken = answer.Entries.Where(e => e.Status is EntryStatus.Accepted or EntryStatus.Repeated).ToList();
        var now = errors.Count == 0
            ? refused with { Body = default, Taken = taken.Count }
            : refused with { Errors = errors, Taken = taken.Count };
        var word = errors.Count == 0 ? RefusedInput.TakenIn : errors[0].Code;
        return await WriteAsync(record, now, word, act, "input.retry", cancel)
            ? new RefusedOutcome(key, word, errors, [.. taken.SelectMany(e => e.MessageIds).Distinct()])
            : OperatorErrors.Settled.At();
    }

    /// <summary>Lets it go: its bytes are no longer kept.</summary>
    /// <param name="tenant">Tenant.</param>
    /// <param name="key">Its key.</param>
    /// <param name="act">Who, when and why.</param>
    /// <param name="cancel">Gives up waiting.</param>
    /// <returns>Its word now, or why nothing could be done.</returns>
    public async Task<Result<RefusedOutcome>> DiscardAsync(string tenant, string key, OperatorAct act, CancellationToken cancel)
    {
        var found = await OpenAsync(tenant, key, cancel);
        if (!found.IsOk)
            return Result<RefusedOutcome>.Failed(found.Errors);
        var (record, refused) = found.Value;
        return await WriteAsync(record, refused with { Body = default }, RefusedInput.Discarded, act, "input.discard", cancel)
            ? new RefusedOutcome(key, RefusedInput.Discarded, [], [])
            : OperatorErrors.Settled.At();
    }

    private async Task<Result<(StoredRecord Record, RefusedInput Refused)>> OpenAsync(string tenant, string key, CancellationToken cancel)
    {
        if (await records.LatestAsync(tenant, RecordKinds.Refused, key, cancel) is not { } record)
            return OperatorErrors.NotFound.At(detail: "There is no such refused input");
        if (record.State is RefusedInput.TakenIn or RefusedInput.Discarded)
            return OperatorErrors.Settled.At();
        var refused = RefusedInput.Of(record, vault);
        return refused.IsOk ? (record, refused.Value) : Result<(StoredRecord, RefusedInput)>.Failed(refused.Errors);
    }

    // The time stays that of the first refusal, so that the list keeps its order; the audit log has the time of the act.
    private Task<bool> WriteAsync(StoredRecord before, RefusedInput now, string word, OperatorAct act, string action, CancellationToken cancel) => records.AppendAsync(
        new NewRecord(before.Tenant, before.Kind, before.Key, before.Version + 1, before.At, act.Who, now.Seal(before.Tenant, vault))
        {
            State = word,
            KeepHistory = false,
            Audit = new AuditEntry(act.At, act.Who, action, before.Tenant, before.Key, act.Reason),
        },
        cancel);
}

/// <summary>What became of refused input.</summary>
/// <param name="Key">Its key.</param>
/// <param name="State">Its word now.</param>
/// <param name="Errors">Why it is still refused.</param>
/// <param name="Messages">Numbers of the messages it became, now or before.</param>
internal sealed record RefusedOutcome(string Key, string State, IReadOnlyList<HubError> Errors, IReadOnlyList<long> Messages);
