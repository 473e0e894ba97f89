using Hub.Core.Content;
using Hub.Core.Mappings;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Hub.Mappings.Ledger;
using Home = Hub.Core.Content;

namespace Hub.Mappings.Fhir.Observations;

/// <summary>Parts of a measurement, such as the two pressures.</summary>
internal static class ObservationParts
{
    private static readonly LedgerEntry Thresholds = Line.To("Components.Thresholds", "Observation.component.referenceRange");
    private static readonly LedgerEntry Interpretation = Line.To("Components.Interpretation", "Observation.component.interpretation");

    /// <summary>One part.</summary>
    public static ObservationComponent Of(Home.MeasurementComponent part, Triage triage, MeasurementTerms? kind, MappingLedger ledger)
    {
        ledger.AddIf(part.Interpretation is not null, Interpretation);
        ledger.AddIf(part.Thresholds.Count > 0, Thresholds);
        var value = part.Value.Absent is null ? ObservationValues.Value(part.Value, kind, vital: false) : null;
        return new ObservationComponent
        {
            Code = ObservationCodes.OfPart(part, kind) ?? new CodeableConcept { Text = "ukjent del" },
            Value = value,
            DataAbsentReason = value is null ? ObservationValues.ReasonOf(part.Value.Absent) : null,
            Interpretation = ObservationInterpretations.OfPart(part, triage),
            ReferenceRange = ObservationRanges.Of(part.Thresholds, ledger, "Components.Thresholds", "Observation.component"),
        };
    }

    /// <summary>Adds the parts that the kind demands and the source did not send.</summary>
    public static void AddMissing(List<ObservationComponent> parts, MeasurementTerms kind, Concept? absent)
    {
        foreach (var demanded in kind.Components)
        {
            if (demanded.Required && !parts.Exists(p => p.Code!.Coding.Any(c => c.System == CodeSystems.Loinc && c.Code == demanded.Loinc)))
                parts.Add(new ObservationComponent { Code = ObservationCodes.CodeOf(demanded), DataAbsentReason = ObservationValues.ReasonOf(absent) });
        }
    }
}
