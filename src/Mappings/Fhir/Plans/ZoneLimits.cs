using Hub.Core.Content;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Hub.Mappings.Fhir.Observations;

namespace Hub.Mappings.Fhir.Plans;

/// <summary>The measured limits of a zone as targets of a Goal: what is measured and the range that the zone spans.</summary>
internal static class ZoneLimits
{
    /// <summary>The Goal; null when the zone has no limits.</summary>
    public static Goal? Of(PlanZone zone, string name, Reference subject, Reference condition) => zone.Thresholds.Count == 0
        ? null
        : new Goal
        {
            LifecycleStatus = GoalStatus.Active,
            Description = new CodeableConcept { Text = $"{name}: {string.Join("; ", zone.Thresholds.Select(Words))}" },
            Subject = subject,
            Target = zone.Thresholds.Select(Target).ToFhirList(),
            Addresses = [condition],
        };

    private static GoalTarget Target(ZoneThreshold limit) => new()
    {
        Measure = MeasureOf(limit),
        Detail = limit is { Low: null, High: null } ? null : new FhirRange { Low = Bound(limit.Low), High = Bound(limit.High) },
    };

    private static CodeableConcept MeasureOf(ZoneThreshold limit)
    {
        var kind = Measurements.Find(limit.What);
        var part = kind?.Components.FirstOrDefault(c => c.Name == limit.Component);
        if (part is not null)
            return ObservationCodes.CodeOf(part);
        return limit.Component is null && kind is not null ? kind.Code : new CodeableConcept { Text = $"{limit.What} {limit.Component}".TrimEnd() };
    }

    private static string Words(ZoneThreshold limit)
    {
        var name = MeasureOf(limit).Text ?? limit.What;
        return (limit.Low, limit.High) switch
        {
            ({ } low, { } high) => $"{name} {Number(low)} til {Number(high)}",
            ({ } low, null) => $"{name} fra og med {Number(low)}",
            (null, { } high) => $"{name} til og med {Number(high)}",
            _ => name,
        };
    }

    private static string Number(Hub.Core.Content.Quantity q) => $"{q.Comparator}{FhirWords.Number(q.Value)} {q.DisplayUnit ?? q.Unit}";

    private static Hub.Fhir.Model.Quantity? Bound(Hub.Core.Content.Quantity? bound) => bound is null ? null : FhirWords.Quantity(bound with { Comparator = null });
}
