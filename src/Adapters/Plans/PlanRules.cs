using System.Globalization;
using Hub.Core.Errors;

namespace Hub.Adapters.Plans;

/// <summary>Decides what becomes of an edit. Pure.</summary>
public static class PlanRules
{
    /// <summary>Decides.</summary>
    /// <param name="history">Every version of the plan, newest first; empty for a plan that is not there yet.</param>
    /// <param name="edit">The edit.</param>
    /// <param name="basis">What is known of the version it was made from.</param>
    /// <returns>What becomes of it. Never a version that does not follow from the latest one.</returns>
    public static PlanVerdict Decide(IReadOnlyList<SharedVersion> history, PlanEdit edit, PlanBasis basis)
    {
        if (history.Count == 0)
            return basis.Named is null ? new PlanVerdict.Next(1, 0) : new PlanVerdict.Refused(PlanErrors.UnknownVersion.At("BasedOn"));
        var latest = history[0];
        if (history.FirstOrDefault(v => v.Edit.Origin == edit.Origin && v.Edit.Event == edit.Event) is { } same)
            return new PlanVerdict.Repeat(same.Number);
        var from = basis.Of(history, edit);
        if (from > latest.Number)
            return new PlanVerdict.Refused(PlanErrors.UnknownVersion.At("BasedOn", string.Create(CultureInfo.InvariantCulture, $"The latest version is {latest.Number}")));
        if (PlanMeaning.IsSame(edit.Plan, latest.Edit.Plan))
            return new PlanVerdict.Repeat(latest.Number);
        // What says the same as the version it was made from changes nothing, also where that is no longer the latest: an echo. Who waits for the answer is told.
        if (!basis.Exact && history.FirstOrDefault(v => v.Number == from) is { } before && PlanMeaning.IsSame(edit.Plan, before.Edit.Plan))
            return new PlanVerdict.Repeat(before.Number);
        if (basis.Named is null && history.FirstOrDefault(v => IsLater(v, edit, 0)) is { } again && PlanMeaning.IsSame(edit.Plan, again.Edit.Plan))
            return new PlanVerdict.Repeat(again.Number);
        if (basis.Named is null && history.Any(v => IsLater(v, edit, int.MaxValue)))
            return new PlanVerdict.Conflict(latest.Number, from, PlanErrors.Older);
        return from == latest.Number ? new PlanVerdict.Next(latest.Number + 1, from) : new PlanVerdict.Conflict(latest.Number, from, PlanErrors.Conflict);
    }

    // A system counts its versions upwards: a lower number, or the same one with other words, came late.
    private static bool IsLater(SharedVersion version, PlanEdit edit, int byAtMost) =>
        edit.Plan.Version > 0 && version.Edit.Origin == edit.Origin && version.Edit.Plan.PlanId == edit.Plan.PlanId
        && version.Edit.Plan.Version >= edit.Plan.Version && version.Edit.Plan.Version - edit.Plan.Version <= byAtMost;
}
