using Hub.Core.Content;

namespace Hub.Adapters.Plans.CarePlans;

/// <summary>A FHIR CarePlan in the hub's words.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Patient">Whom it is about.</param>
/// <param name="LeftOut">Elements that the content has no place for; empty for all that the hub itself wrote.</param>
public sealed record CarePlanReading(SelfTreatmentPlan Plan, Patient Patient, IReadOnlyList<LeftOut> LeftOut)
{
    /// <summary>The partner whose event it was, where the hub wrote the CarePlan; else null.</summary>
    public string? Source { get; init; }

    /// <summary>The partner's id of the event, where the hub wrote the CarePlan; else null.</summary>
    public string? SourceId { get; init; }
}
