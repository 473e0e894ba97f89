using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Hub.Mappings.Ledger;
using Home = Hub.Core.Content;

namespace Hub.Mappings.Fhir.Observations;

/// <summary>A value as an Observation or a part of one carries it.</summary>
/// <param name="Value">value[x], null when there is none.</param>
/// <param name="Absent">Why there is none.</param>
/// <param name="Components">The parts.</param>
/// <param name="Remark">What has no element to stand in and goes to the note, null when everything has.</param>
internal sealed record WrittenValue(DataType? Value, CodeableConcept? Absent, FhirList<ObservationComponent> Components, string? Remark);

/// <summary>
/// Values and parts. Vital signs carry quantities with the exact UCUM codes that R4 fixes. A part of a blood pressure that was not sent is written with a
/// reason for its absence, since the profile demands both.
/// </summary>
internal static class ObservationValues
{
    private static readonly LedgerEntry ValueLine = Line.To("Value", "Observation.value[x]");
    private static readonly LedgerEntry AbsentLine = Line.To("Value.Absent", "Observation.dataAbsentReason");
    private static readonly LedgerEntry InNote = Line.Moved("Value", "Observation.note", "The profile of this vital sign takes a quantity only; the value is absent 'as text'");
    private static readonly LedgerEntry Parts = Line.To("Components", "Observation.component");
    private static readonly CodeableConcept UnknownReason = Reason("unknown");
    private static readonly CodeableConcept AsText = Reason("as-text");

    // FHIR R4 vital signs fix these codes; other UCUM spellings of the same unit fail.
    private static readonly Dictionary<string, string[]> VitalUnits = new(StringComparer.Ordinal)
    {
        [Home.MeasurementKind.BloodPressure] = ["mm[Hg]"],
        [Home.MeasurementKind.HeartRate] = ["/min"],
        [Home.MeasurementKind.RespiratoryRate] = ["/min"],
        [Home.MeasurementKind.OxygenSaturation] = ["%"],
        [Home.MeasurementKind.BodyTemperature] = ["Cel", "[degF]"],
        [Home.MeasurementKind.BodyWeight] = ["g", "kg", "[lb_av]"],
        [Home.MeasurementKind.BodyHeight] = ["cm", "[in_i]"],
        [Home.MeasurementKind.Bmi] = ["kg/m2"],
    };

    /// <summary>The value and parts of a measurement.</summary>
    public static Result<WrittenValue> Of(Home.Measurement measurement, MeasurementTerms? kind, MappingLedger ledger)
    {
        var panel = kind is { Components.Count: > 0 };
        ledger.AddIf(measurement.Components.Count > 0, Parts);
        var value = measurement.Value;
        ledger.AddIf(value is { Absent: null }, ValueLine);
        ledger.AddIf(value is { Absent: not null }, AbsentLine);
        if (UnitFault(kind, value, "Value") is { } fault)
            return fault;
        var parts = new List<ObservationComponent>(measurement.Components.Count);
        foreach (var part in measurement.Components)
        {
            if (UnitFault(kind, part.Value, "Components.Value") is { } partFault)
                return partFault;
            parts.Add(ObservationParts.Of(part, measurement.Triage, kind, ledger));
        }

        if (panel)
            ObservationParts.AddMissing(parts, kind!, value?.Absent);
        if (kind?.Name == Home.MeasurementKind.Bmi && value is null or { Absent: not null })
            return ValuelessQuantity.Of(kind!.Unit!, value?.Absent);
        if (value is null)
            return new WrittenValue(null, parts.Count == 0 ? UnknownReason : null, parts.ToFhirList(), null);
        if (value.Absent is { } absent)
            return new WrittenValue(null, ReasonOf(absent), parts.ToFhirList(), null);
        var vital = kind?.VitalSignProfile is not null;
        var written = Value(value, kind, vital);
        if (written is not null && !panel)
            return new WrittenValue(written, null, parts.ToFhirList(), null);
        ledger.Add(InNote);
        return new WrittenValue(null, AsText, parts.ToFhirList(), $"Verdi: {InWords(value)}");
    }

    /// <summary>A value as value[x]; null when a vital sign cannot carry it.</summary>
    public static DataType? Value(Home.Measured value, MeasurementTerms? kind, bool vital) => value switch
    {
        { Quantity: { } quantity } => FhirWords.Quantity(quantity),
        { Integer: { } integer } => vital ? UnitedInteger(integer, kind!) : new FhirInteger(integer),
        { Code: { } code } when !vital => FhirWords.Concept(code),
        { Text: { } text } when !vital && FhirWords.Text(text) is not null => new FhirString(text),
        _ => null,
    };

    /// <summary>Why there is no value, as the source said or unknown.</summary>
    public static CodeableConcept ReasonOf(Home.Concept? absent) => FhirWords.Concept(absent) ?? UnknownReason;

    /// <summary>A value in words.</summary>
    public static string InWords(Home.Measured value) => value switch
    {
        { Quantity: { } q } => $"{q.Comparator}{FhirWords.Number(q.Value)} {q.DisplayUnit ?? q.Unit}",
        { Integer: { } i } => FhirWords.Number(i),
        { Code: { } code } => FhirWords.InWords(code),
        { Absent: { } absent } => $"mangler ({FhirWords.InWords(absent)})",
        _ => value.Text ?? "",
    };

    private static Quantity? UnitedInteger(int value, MeasurementTerms kind) =>
        kind.Unit is { } unit ? FhirWords.Quantity(new Home.Quantity(value, unit)) : null;

    private static HubError? UnitFault(MeasurementTerms? kind, Home.Measured? value, string path) =>
        kind?.VitalSignProfile is not null && value?.Quantity is { } quantity && VitalUnits.TryGetValue(kind.Name, out var units) && !units.Contains(quantity.Unit)
            ? MappingErrors.UnitNotAllowed.At(path, $"The profile of {kind.Name} allows {string.Join(", ", units)}")
            : null;

    private static CodeableConcept Reason(string code) => new() { Coding = [new Coding { System = CodeSystems.DataAbsentReason, Code = code }] };
}
