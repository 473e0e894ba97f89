using Hub.Core.Errors;

namespace Hub.Adapters.Plans;

/// <summary>Which of a patient's shared plans an edit is about.</summary>
/// <param name="Plan">The plan in its latest version; null for a new one.</param>
/// <param name="Error">Why it cannot be told; null when it can.</param>
public sealed record PlanPlace(SharedVersion? Plan, HubError? Error)
{
    /// <summary>Finds it. Pure.</summary>
    /// <param name="plans">The patient's plans in their latest versions.</param>
    /// <param name="edit">An edit that does not name a version of a plan.</param>
    /// <returns>The plan that the register or the system calls by this id; else the one plan that the system has not named yet; else a new one.</returns>
    public static PlanPlace Of(IReadOnlyList<SharedVersion> plans, PlanEdit edit)
    {
        var id = edit.Plan.PlanId;
        if (plans.FirstOrDefault(p => p.Key == id || p.Names.Contains(new PlanName(edit.Origin, id))) is { } known)
            return new PlanPlace(known, null);
        // A system that has named a plan of its own and now names another one means another plan.
        var unnamed = plans.Where(p => p.Names.All(n => n.Partner != edit.Origin)).ToArray();
        return unnamed switch
        {
            [] => new PlanPlace(null, null),
            [var one] => new PlanPlace(one, null),
            _ => new PlanPlace(null, PlanErrors.WhichPlan.At("BasedOn", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The patient has {unnamed.Length} shared plans that this system has not named"))),
        };
    }
}
