using System.Collections.Frozen;
using Hub.Fhir.Model;

namespace Hub.Fhir.Terminology;

/// <summary>The measurement kinds of home follow-up, by name and by code. Sources of the codes: R4 vital signs, VkpObservation IG 0.5.2,
/// German MII spirometry and PRO modules, HL7 US Physical Activity, NILAR, DHO-R4. ISO/IEEE 11073-10101 as the HL7 PHD IG and LOINC's map of device codes use it. Where no source has a code, there is none.</summary>
public static class Measurements
{
    private static readonly FrozenDictionary<string, MeasurementTerms> ByName = MeasurementTable.All.ToFrozenDictionary(terms => terms.Name);

    private static readonly FrozenDictionary<(string System, string Code), MeasurementTerms> ByCode = MeasurementTable.All
        .SelectMany(terms => CodesOf(terms).Select(code => (code, terms)))
        .ToFrozenDictionary(pair => pair.code, pair => pair.terms);

    /// <summary>All kinds.</summary>
    public static IReadOnlyList<MeasurementTerms> All => MeasurementTable.All;

    /// <summary>The kind of a name, for example heart-rate; null when there is none.</summary>
    /// <param name="name">Name of the kind.</param>
    public static MeasurementTerms? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The kind a LOINC, SNOMED CT, NLK or 11073 code stands for; null when it is none of them. Codes of components are not kinds.</summary>
    /// <param name="system">Code system; the https spelling of LOINC is not accepted here.</param>
    /// <param name="code">The code.</param>
    public static MeasurementTerms? Find(string? system, string? code) =>
        system is null || code is null ? null : ByCode.GetValueOrDefault((system, code));

    /// <summary>The kind a code element stands for; the first coding that is known decides.</summary>
    /// <param name="code">Code element of an Observation, or null.</param>
    public static MeasurementTerms? Find(CodeableConcept? code)
    {
        foreach (var coding in (code?.Coding ?? []).AsSpan())
        {
            if (Find(coding.System, coding.Code) is { } terms)
                return terms;
        }

        return null;
    }

    /// <summary>The component of a kind that a code element stands for; null when it is none of them.</summary>
    /// <param name="terms">The kind.</param>
    /// <param name="code">Code element of the component, or null.</param>
    public static MeasurementComponent? FindComponent(MeasurementTerms terms, CodeableConcept? code) =>
        terms.Components.FirstOrDefault(component => code?.Coding.Any(coding =>
            (coding.System == CodeSystems.Loinc && coding.Code == component.Loinc)
            || (coding.System == CodeSystems.Snomed && coding.Code is { } snomed && snomed == component.Snomed)
            || (coding.System == CodeSystems.Mdc && coding.Code is { } mdc && mdc == component.Mdc)) == true);

    private static IEnumerable<(string System, string Code)> CodesOf(MeasurementTerms terms) =>
        terms.Loinc.Concat(terms.OtherLoinc).Select(code => (CodeSystems.Loinc, code))
            .Concat(terms.Snomed is null ? [] : [(CodeSystems.Snomed, terms.Snomed)])
            .Concat(terms.Nlk.Select(code => (CodeSystems.Nlk, code)))
            .Concat(terms.Mdc.Select(code => (CodeSystems.Mdc, code)));
}
