using Hub.Core.Content;
using Hub.Core.Mappings;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Hub.Mappings.Ledger;
using Home = Hub.Core.Content;

namespace Hub.Mappings.Fhir.Observations;

/// <summary>
/// What a value means for this patient: the source's own reading where it gave one, else ours from triage and thresholds (<see cref="ThresholdReading"/>).
/// The traffic light itself travels beside it in VKP's triage codes.
/// </summary>
internal static class ObservationInterpretations
{
    private static readonly LedgerEntry TriageLine = Line.To("Triage", "Observation.interpretation");
    private static readonly LedgerEntry Interpretation = Line.To("Interpretation", "Observation.interpretation");

    /// <summary>The VKP code of a traffic light; null for none.</summary>
    public static Hub.Fhir.Model.Coding? Light(Triage triage) => triage switch
    {
        Triage.Green => VkpTriage.Terms[VkpTriage.Green].ToCoding(),
        Triage.Yellow => VkpTriage.Terms[VkpTriage.Yellow].ToCoding(),
        Triage.Red => VkpTriage.Terms[VkpTriage.Red].ToCoding(),
        _ => null,
    };

    /// <summary>The reading of the whole.</summary>
    public static FhirList<CodeableConcept> OfWhole(Home.Measurement measurement, MappingLedger ledger)
    {
        ledger.AddIf(measurement.Triage != Triage.None, TriageLine);
        ledger.AddIf(measurement.Interpretation is not null, Interpretation);
        var light = Light(measurement.Triage);
        if (FhirWords.Concept(measurement.Interpretation) is { } given)
        {
            var says = light is null || given.Coding.Any(c => c.System == CodeSystems.VkpTriage);
            return says ? [given] : [given, new CodeableConcept { Coding = [light!] }];
        }

        var (value, unit) = Number(measurement.Value);
        var code = ThresholdReading.CodeOf(value, unit, measurement.Triage, measurement.Thresholds);
        if (code is null)
            return [];
        var ours = Interpretations.Terms[code].ToCoding();
        return [new CodeableConcept { Coding = light is null ? [ours] : [ours, light] }];
    }

    /// <summary>The reading of a part. The triage of the whole says nothing about which part it was, so only the part's own thresholds count.</summary>
    public static FhirList<CodeableConcept> OfPart(Home.MeasurementComponent part, Triage triage)
    {
        if (FhirWords.Concept(part.Interpretation) is { } given)
            return [given];
        var (value, unit) = Number(part.Value);
        var code = ThresholdReading.CodeOf(value, unit, triage == Triage.Green ? triage : Triage.None, part.Thresholds);
        return code is null ? [] : [new CodeableConcept { Coding = [Interpretations.Terms[code].ToCoding()] }];
    }

    private static (decimal? Value, string? Unit) Number(Measured? value) => value switch
    {
        { Quantity: { Comparator: null } q } => (q.Value, q.Unit),
        { Integer: { } i } => (i, "1"),
        _ => (null, null),
    };
}
