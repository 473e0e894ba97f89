using Hub.Fhir.Model;
using Hub.Fhir.Terminology;

namespace Hub.Simulators.Siemens;

/// <summary>Codes of personal health devices (HL7 PHD IG 2.0.0) beside those of LOINC.</summary>
internal static class PhdCodes
{
    private static readonly CodeableConcept Phd = Of("http://hl7.org/fhir/uv/phd/CodeSystem/PhdObservationCategories", "phd-observation");

    private static readonly CodeableConcept Vital = Of(CodeSystems.ObservationCategory, ObservationCategories.VitalSigns);

    public static CodeableConcept Of(string system, string code) => new() { Coding = [new Coding { System = system, Code = code }] };

    public static CodeableConcept Both(string mdc, string loinc) => new() { Coding = [new Coding { System = CodeSystems.Mdc, Code = mdc }, new Coding { System = CodeSystems.Loinc, Code = loinc }] };

    public static FhirList<CodeableConcept> Categories(bool isVital) => isVital ? [Phd, Vital] : [Phd];

    public static Quantity Amount(decimal value, string unit) => new() { Value = value, Unit = unit, System = CodeSystems.Ucum, Code = unit };
}
