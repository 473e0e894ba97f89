using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Registers;

namespace Hub.Adapters.Plans;

/// <summary>The register of one tenant's shared plans: takes edits, keeps every version, overwrites none.</summary>
/// <param name="registers">The hub's registers.</param>
/// <param name="tenant">Whose plans.</param>
/// <param name="time">The clock.</param>
public sealed class PlanRegister(HubRegisters registers, string tenant, TimeProvider time)
{
    private const int Rounds = 8;

    private readonly PlanArrivals _arrivals = new(registers, tenant);

    /// <summary>What is on the shelf.</summary>
    public PlanShelf Shelf { get; } = new(registers, tenant);

    /// <summary>Takes an edit: it becomes the next version, or is known already, or is kept as a conflict. Durable when it returns.</summary>
    /// <param name="edit">The edit; its plan may say what it was edited from.</param>
    /// <param name="waits">True where the writer waits for the answer: it named the very version it read, and a conflict is told and not kept, since the edit is in its hands.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>What became of it, and the version that is the latest now (of the conflict, the one in its way); null where there is none.</returns>
    public async Task<(PlanVerdict Verdict, SharedVersion? Latest)> TakeAsync(PlanEdit edit, bool waits, CancellationToken cancel)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var placed = await PlaceAsync(edit, cancel);
            if (placed.Error is { } error)
                return (new PlanVerdict.Refused(error), null);
            var history = await Shelf.HistoryAsync(placed.Key, cancel);
            if (await KnownConflictAsync(placed.Key, edit, cancel) is { } known)
                return (known, history.Count > 0 ? history[0] : null);
            var basis = waits
                ? new PlanBasis { Named = placed.Basis, Exact = true }
                : await _arrivals.BasisAsync(history, edit, placed.Basis, time.GetUtcNow(), cancel);
            var verdict = PlanRules.Decide(history, edit, basis);
            switch (verdict)
            {
                case PlanVerdict.Next next:
                    var version = Version(placed.Key, next.Number, next.BasedOn, edit, history);
                    if (await Shelf.AddAsync(version, version.At, cancel))
                        return (verdict, version);
                    break;
                case PlanVerdict.Conflict conflict when !waits:
                    if (await KeepAsync(placed.Key, conflict, edit, history, cancel))
                        return (verdict, history[0]);
                    break;
                default:
                    return (verdict, history.Count > 0 ? history[0] : null);
            }
        }

        return (new PlanVerdict.Refused(PlanErrors.Busy.At()), null);
    }

    /// <summary>Writes a version that settles conflicts: it must build on the latest version, and what it settles is closed.</summary>
    /// <param name="plan">Id of the plan.</param>
    /// <param name="edit">The merged plan, with the version it builds on.</param>
    /// <param name="conflicts">Keys of the conflicts that it settles.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>What became of it, and the latest version now.</returns>
    public async Task<(PlanVerdict Verdict, SharedVersion? Latest)> SettleAsync(string plan, PlanEdit edit, IReadOnlyList<string> conflicts, CancellationToken cancel)
    {
        foreach (var key in conflicts)
        {
            if (await Shelf.ConflictAsync(key, cancel) is not { } found || found.Conflict.Key != plan || found.Record.State != PlanShelf.Open)
                return (new PlanVerdict.Refused(PlanErrors.NotFound.At("conflict")), null);
        }

        var history = await Shelf.HistoryAsync(plan, cancel);
        var verdict = PlanRules.Decide(history, edit, new PlanBasis { Named = SharedPlanVersion.Parse(edit.Plan.BasedOn)?.Number, Exact = true });
        // The latest version may already say what the merged one would: then nothing is added, and the conflict is settled all the same.
        var latest = history.Count > 0 ? history[0] : null;
        if (verdict is PlanVerdict.Next next)
        {
            latest = Version(plan, next.Number, next.BasedOn, edit, history) with { Settles = conflicts };
            if (!await Shelf.AddAsync(latest, latest.At, cancel))
                return (new PlanVerdict.Refused(PlanErrors.Busy.At()), null);
        }

        if (verdict is PlanVerdict.Next or PlanVerdict.Repeat)
            await CloseAsync(conflicts, latest!.Number, edit.Who, cancel);
        return (verdict, latest);
    }

    /// <summary>Closes conflicts that a version has settled; those that are closed stay as they are.</summary>
    /// <param name="conflicts">Their keys.</param>
    /// <param name="number">The version.</param>
    /// <param name="who">Who wrote it.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>When done.</returns>
    public async Task CloseAsync(IReadOnlyList<string> conflicts, int number, string who, CancellationToken cancel)
    {
        foreach (var key in conflicts)
        {
            if (await Shelf.ConflictAsync(key, cancel) is { Record.State: PlanShelf.Open } found)
                await Shelf.SettleAsync(found.Record, found.Conflict with { SettledBy = number }, who, time.GetUtcNow(), cancel);
        }
    }

    private async Task<(string Key, int? Basis, HubError? Error)> PlaceAsync(PlanEdit edit, CancellationToken cancel)
    {
        var basis = SharedPlanVersion.Parse(edit.Plan.BasedOn);
        if (basis is null && edit.Plan.BasedOn is not null)
            return ("", null, PlanErrors.UnknownVersion.At("BasedOn"));
        var plans = await Shelf.OfPatientAsync(edit.Patient.Id, cancel);
        if (basis?.Plan is { } named)
            return plans.Any(p => p.Key == named) ? (named, basis.Number, null) : ("", null, PlanErrors.UnknownVersion.At("BasedOn"));
        return PlanPlace.Of(plans, edit) switch
        {
            { Error: { } error } => ("", null, error),
            { Plan: { } plan } => (plan.Key, basis?.Number, null),
            _ => (PlanKeys.Of(Shelf.KeyOf(edit.Patient.Id), plans.Count + 1), basis?.Number, null),
        };
    }

    // The same event again: as long as a person has not settled it, it is the same conflict.
    private async Task<PlanVerdict?> KnownConflictAsync(string plan, PlanEdit edit, CancellationToken cancel) =>
        await Shelf.ConflictAsync(PlanKeys.OfConflict(plan, edit), cancel) is not { Conflict: var known } ? null
        : known.SettledBy is { } settled ? new PlanVerdict.Repeat(settled)
        : new PlanVerdict.Conflict(known.Number, known.BasedOn, known.Refusal == PlanErrors.Older.Code ? PlanErrors.Older : PlanErrors.Conflict);

    private Task<bool> KeepAsync(string plan, PlanVerdict.Conflict conflict, PlanEdit edit, IReadOnlyList<SharedVersion> history, CancellationToken cancel) => Shelf.KeepAsync(
        PlanKeys.OfConflict(plan, edit), Version(plan, conflict.Latest, conflict.BasedOn, edit, history) with { Refusal = conflict.Error.Code }, cancel);

    private SharedVersion Version(string plan, int number, int basis, PlanEdit edit, IReadOnlyList<SharedVersion> history)
    {
        var names = history.Count > 0 ? history[0].Names : [];
        var name = new PlanName(edit.Origin, edit.Plan.PlanId);
        if (edit.Plan.PlanId.Length > 0 && edit.Plan.PlanId != plan && !names.Contains(name))
            names = [.. names, name];
        return new SharedVersion(plan, number, edit, time.GetUtcNow(), basis) { Names = names };
    }
}
