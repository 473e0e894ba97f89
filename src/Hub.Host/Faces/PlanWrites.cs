using Hub.Adapters.Plans;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Host.Composition;

namespace Hub.Host.Faces;

/// <summary>Writes shared plans, and settles conflicts. Nothing is overwritten: who changes a version that is no longer the latest gets both.</summary>
/// <param name="services">What it uses.</param>
/// <param name="gate">Who may.</param>
/// <param name="reads">Finds plans.</param>
internal sealed class PlanWrites(HubServices services, PlanGate gate, PlanReads reads)
{
    private const int MaxReason = 2000;

    /// <summary><c>POST CarePlan</c>: a patient's first plan.</summary>
    public async Task<IReadOnlyList<HubError>> CreateAsync(HttpContext context, PlanCaller caller)
    {
        var now = services.Time.GetUtcNow();
        var change = await PlanChange.ReadAsync(context.Request, now);
        if (!change.IsOk)
            return change.Errors;
        var patient = new List<HubError>();
        if (PatientText.Read(change.Value.Reading.Patient.Id.Value, caller.Tenant, patient) is null)
            return patient;
        if (await gate.RefusesAsync(caller, change.Value.Reading.Patient.Id, "CarePlan/create", writes: true, context.RequestAborted) is { } refused)
            return [refused];
        var edit = change.Value.Edit(caller, null, null, EventId(context), now);
        var (verdict, latest) = await gate.Register(caller).TakeAsync(edit, waits: true, context.RequestAborted);
        return await AnswerAsync(context, caller, verdict, latest, [], change.Value);
    }

    /// <summary><c>PUT CarePlan/{id}</c> with If-Match: the next version.</summary>
    public async Task<IReadOnlyList<HubError>> UpdateAsync(HttpContext context, PlanCaller caller)
    {
        var (change, basis, history, errors) = await ReadAsync(context, caller, "CarePlan/update");
        if (errors.Count > 0)
            return errors;
        var edit = change!.Edit(caller, history[0].Key, basis, EventId(context), services.Time.GetUtcNow());
        var (verdict, latest) = await gate.Register(caller).TakeAsync(edit, waits: true, context.RequestAborted);
        return await AnswerAsync(context, caller, verdict, latest, history, change);
    }

    /// <summary><c>POST CarePlan/{id}/$resolve?conflict=KEY</c> with If-Match: a version that merges what the conflicts say.</summary>
    public async Task<IReadOnlyList<HubError>> ResolveAsync(HttpContext context, PlanCaller caller)
    {
        var conflicts = context.Request.Query["conflict"].OfType<string>().Where(k => k.Length > 0).Distinct().ToArray();
        if (conflicts.Length == 0)
            return [PlanErrors.NotFound.At("conflict", "Name the conflicts that it settles: ?conflict=KEY")];
        var (change, basis, history, errors) = await ReadAsync(context, caller, "CarePlan/$resolve");
        if (errors.Count > 0)
            return errors;
        var edit = change!.Edit(caller, history[0].Key, basis, EventId(context), services.Time.GetUtcNow());
        var (verdict, latest) = await gate.Register(caller).SettleAsync(history[0].Key, edit, conflicts, context.RequestAborted);
        return await AnswerAsync(context, caller, verdict, latest, history, change);
    }

    private async Task<(PlanChange? Change, int Basis, IReadOnlyList<SharedVersion> History, IReadOnlyList<HubError> Errors)> ReadAsync(HttpContext context, PlanCaller caller, string interaction)
    {
        var (history, errors) = await reads.OpenAsync(context, caller, PlanReads.Route(context, "id"), interaction, writes: true);
        if (errors.Count > 0)
            return (null, 0, history, errors);
        if (context.Request.Headers.IfMatch is not [{ Length: > 0 } match] || SharedPlanVersion.Parse(match) is not { Plan: null, Number: var basis })
            return (null, 0, history, [PlanErrors.VersionMissing.At("If-Match")]);
        var change = await PlanChange.ReadAsync(context.Request, services.Time.GetUtcNow());
        if (!change.IsOk)
            return (null, 0, history, change.Errors);
        var faults = Faults(change.Value, history, basis).ToArray();
        return (change.Value, basis, history, faults);
    }

    private static IEnumerable<HubError> Faults(PlanChange change, IReadOnlyList<SharedVersion> history, int basis)
    {
        if (change.Sent.Id is { } id && id != history[0].Key)
            yield return PlanErrors.NotAPlan.At("CarePlan.id", "The id is not the one of the address");
        if (change.Reading.Patient.Id.Value != history[0].Edit.Patient.Id.Value)
            yield return PlanErrors.NotAPlan.At("CarePlan.subject", "The plan is about another patient");
        if (basis > history[0].Number)
            yield return PlanErrors.UnknownVersion.At("If-Match");
        // The reason that came with the version that was read is not the reason for this one.
        if (string.IsNullOrWhiteSpace(change.Reason) || change.Reason == history.FirstOrDefault(v => v.Number == basis)?.Edit.Plan.ReasonForChange)
            yield return PlanErrors.ReasonMissing.At("X-Provenance");
        else if (change.Reason.Length > MaxReason)
            yield return PlanErrors.NotAPlan.At("X-Provenance", "The reason is longer than 2,000 characters");
    }

    private async Task<IReadOnlyList<HubError>> AnswerAsync(
        HttpContext context, PlanCaller caller, PlanVerdict verdict, SharedVersion? latest, IReadOnlyList<SharedVersion> history, PlanChange change)
    {
        switch (verdict)
        {
            case PlanVerdict.Next or PlanVerdict.Repeat:
                var status = verdict is PlanVerdict.Next { Number: 1 } ? StatusCodes.Status201Created : StatusCodes.Status200OK;
                await PlanAnswer.VersionAsync(context.Response, status, latest!, caller.Tenant.Name, reads.Address(context, caller));
                return [];
            case PlanVerdict.Conflict conflict:
                context.Response.Headers.ETag = PlanResources.ETag(latest!.Number);
                var outcome = PlanResources.Outcome([conflict.Error.At()]);
                var basis = history.FirstOrDefault(v => v.Number == conflict.BasedOn);
                await PlanAnswer.WriteAsync(context.Response, StatusCodes.Status409Conflict, reads.Bundles(context, caller).Refused(outcome, latest, basis, change.Sent));
                return [];
            default:
                return [((PlanVerdict.Refused)verdict).Error];
        }
    }

    // The same request again is the same edit.
    private static string EventId(HttpContext context) =>
        context.Request.Headers["Idempotency-Key"] is [{ Length: > 0 and <= 200 } key] ? $"key/{key}" : $"request/{Guid.NewGuid():N}";
}
