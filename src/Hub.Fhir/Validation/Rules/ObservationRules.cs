using Hub.Fhir.Model;

namespace Hub.Fhir.Validation.Rules;

/// <summary>Invariants of Observation. Source: FHIR R4 observation.html.</summary>
internal static class ObservationRules
{
    private static readonly CheckRule RangeContent = new("FHIR-OBS-3", "A reference range has a bound or a text.", "FHIR R4 obs-3");
    private static readonly CheckRule ValueOrReason = new("FHIR-OBS-6", "A reason for a missing value stands beside a value.", "FHIR R4 obs-6");
    private static readonly CheckRule SameCode = new("FHIR-OBS-7", "A component has the code of the Observation, which has a value of its own.", "FHIR R4 obs-7");

    internal static void Check(Observation observation, CheckContext context)
    {
        if (observation is { Value: not null, DataAbsentReason: not null })
            context.Add(ValueOrReason);
        if (observation.Value is not null && observation.Component.Any(component => SharesCode(component.Code, observation.Code)))
            context.Add(SameCode, "component");
    }

    internal static void Check(ObservationReferenceRange range, CheckContext context)
    {
        if (range is { Low: null, High: null, Text: null })
            context.Add(RangeContent);
    }

    private static bool SharesCode(CodeableConcept? a, CodeableConcept? b) =>
        a is not null && b is not null && a.Coding.Any(x => b.Coding.Any(y => x.System == y.System && x.Code == y.Code));
}
