using Hub.Adapters.Json;
using Hub.Adapters.Values;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Hub.Fhir.Ucum;
using Quantity = Hub.Fhir.Model.Quantity;

namespace Hub.Adapters.FhirReading;

/// <summary>The value of an Observation or of one of its components.</summary>
internal static class ValueReader
{
    public static Measured? Read(
        DataType? value, CodeableConcept? absent, ValueRule rule, MeasurementTerms? terms, string? component, string path, Findings findings, List<OriginalValue> originals)
    {
        switch (value)
        {
            case null:
                return absent is null ? null : new Measured(Absent: Terms.Concept(absent));
            case Quantity { Value: { } number } quantity:
                return ReadQuantity(number, quantity, rule, terms, component, path, findings, originals);
            case CodeableConcept concept:
                return new Measured(Code: Terms.Concept(concept));
            case FhirString text:
                return new Measured(Text: text.Value);
            case FhirInteger integer when rule.Plausible?.Holds(integer.Value) != false:
                return new Measured(Integer: integer.Value);
            case FhirInteger:
                findings.Fail(IntakeErrors.Implausible, path);
                return null;
            case Quantity:
                findings.Fail(IntakeErrors.Missing, $"{path}Quantity.value");
                return null;
            default:
                findings.Fail(FhirErrors.NotTaken, path, "Quantity, CodeableConcept, string and integer are taken here.");
                return null;
        }
    }

    private static Measured? ReadQuantity(
        decimal number, Quantity quantity, ValueRule rule, MeasurementTerms? terms, string? component, string path, Findings findings, List<OriginalValue> originals)
    {
        if (UnitOf(quantity) is null && quantity is { System: CodeSystems.Mdc, Code: not null })
        {
            findings.Fail(IntakeErrors.UnknownUnit, $"{path}Quantity.code", "This code of ISO/IEEE 11073-10101 is no unit that is known here.");
            return null;
        }

        var unit = UnitOf(quantity) ?? (rule.Unit is null && !UcumUnits.IsValid(quantity.Unit) ? null : quantity.Unit);
        var field = quantity.Code is null ? "Quantity.unit" : "Quantity.code";
        if (ReadValue.In(number, unit, rule, findings, name => path + name, "Quantity.value", field) is not { } read)
            return null;

        if (AsSent(terms, unit) || read.Value == number)
            return new Measured(new Hub.Core.Content.Quantity(number, AsSent(terms, unit) ? unit! : read.Unit, Shown(quantity.Unit, AsSent(terms, unit) ? unit! : read.Unit), quantity.Comparator));
        originals.Add(new OriginalValue(component, number, unit!));
        return new Measured(read with { Comparator = quantity.Comparator });
    }

    /// <summary>Whether a unit other than the usual one is legal in the R4 profile of the kind, so that the value travels as it was sent.</summary>
    public static bool AsSent(MeasurementTerms? terms, string? unit) => (terms?.Name, unit) switch
    {
        (MeasurementKind.BodyWeight, "g" or "[lb_av]") => true,
        (MeasurementKind.BodyTemperature, "[degF]") => true,
        (MeasurementKind.BodyHeight, "[in_i]") => true,
        _ => false,
    };

    /// <summary>The unit of a quantity as a UCUM code, where it is one or a code of ISO/IEEE 11073-10101.</summary>
    public static string? UnitOf(Quantity quantity) => quantity.System == CodeSystems.Mdc ? MdcUnits.ToUcum(quantity.Code) : quantity.Code;

    private static string? Shown(string? written, string unit) => written == unit ? null : written;
}
