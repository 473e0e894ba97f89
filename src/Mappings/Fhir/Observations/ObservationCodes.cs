using System.Collections.Concurrent;
using Hub.Core.Mappings;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Hub.Mappings.Ledger;
using Home = Hub.Core.Content;

namespace Hub.Mappings.Fhir.Observations;

/// <summary>
/// What was measured: our codes for the kind first, then the source's codings that add something. A code that the source gave for the same kind in the same
/// system stands instead of ours, except in vital signs, where R4 fixes the LOINC code. A code is never made up.
/// </summary>
internal static class ObservationCodes
{
    private static readonly LedgerEntry What = Line.To("What", "Observation.code");
    private static readonly LedgerEntry Codes = Line.To("Codes", "Observation.code");
    private static readonly LedgerEntry OtherProperty = Line.Left("Codes", "A code for the value as mass or moles, which no longer fits the unit that the value was converted to");
    private static readonly LedgerEntry CategoriesLine = Line.To("Categories", "Observation.category");
    private static readonly ConcurrentDictionary<string, FhirList<string>> ProfileLists = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, FhirList<CodeableConcept>> CategoryLists = new(StringComparer.Ordinal);

    // LOINC codes that R4 counts as vital signs though the hub has no kind for them: they need the category.
    private static readonly string[] OtherVitalSigns = ["85353-1", "9843-4"];

    /// <summary>The code; null when neither the kind nor the source says anything.</summary>
    public static CodeableConcept? Of(Home.Measurement measurement, MeasurementTerms? kind, MappingLedger ledger)
    {
        ledger.Add(What);
        var source = measurement.Codes;
        var byMass = kind is not null && IsByMass(measurement, kind);
        if (source.Codings.Count == 0 && FhirWords.Text(source.Text) is null)
            return byMass ? CodeByMass(kind!) : kind?.Code;
        ledger.Add(Codes);
        if (kind is null)
            return FhirWords.Concept(source);
        if (byMass)
            return Merge(CodeByMass(kind), source.Codings, FhirWords.Text(source.Text), _ => true);
        var fitting = source.Codings.Where(c => !IsOtherProperty(kind, c)).ToArray();
        ledger.AddIf(fitting.Length < source.Codings.Count, OtherProperty);
        return Merge(kind.Code, fitting, FhirWords.Text(source.Text), keepOurs: c => Stands(c, kind, fitting));
    }

    /// <summary>The code of a part.</summary>
    public static CodeableConcept? OfPart(Home.MeasurementComponent part, MeasurementTerms? kind)
    {
        var ours = kind?.Components.FirstOrDefault(c => c.Name == part.Name);
        var text = FhirWords.Text(part.Codes.Text);
        if (ours is null)
            return Foreign(part, text);
        return part.Codes.Codings.Count == 0 && text is null ? CodeOf(ours) : Merge(CodeOf(ours), part.Codes.Codings, text, _ => true);
    }

    // A part that the hub has no codes for keeps the source's, and its name where that says more.
    private static CodeableConcept? Foreign(Home.MeasurementComponent part, string? text)
    {
        var name = FhirWords.Text(part.Name);
        var shown = name is null || name == text ? text : text is null ? name : $"{text} ({name})";
        return shown is null && part.Codes.Codings.Count == 0 ? null : new CodeableConcept { Coding = FhirWords.Codings(part.Codes.Codings), Text = shown };
    }

    /// <summary>Our code of a part.</summary>
    public static CodeableConcept CodeOf(MeasurementComponent part) => new()
    {
        Coding = part.Snomed is null
            ? [new Coding { System = CodeSystems.Loinc, Code = part.Loinc }]
            : [new Coding { System = CodeSystems.Loinc, Code = part.Loinc }, new Coding { System = CodeSystems.Snomed, Code = part.Snomed }],
        Text = part.Display,
    };

    /// <summary>The profiles of the kind: R4 vital signs where there is one, and VkpObservation.</summary>
    public static FhirList<string> Profiles(MeasurementTerms? kind) => ProfileLists.GetOrAdd(
        kind?.Name ?? "",
        static (_, terms) => terms?.VitalSignProfile is { } vital ? [vital, terms.VkpProfile] : [terms?.VkpProfile ?? MeasurementProfiles.VkpObservation],
        kind);

    /// <summary>The category of the kind, then the source's where they say something else.</summary>
    public static FhirList<CodeableConcept> Categories(Home.Measurement measurement, MeasurementTerms? kind, MappingLedger ledger)
    {
        ledger.AddIf(measurement.Categories.Count > 0, CategoriesLine);
        var category = kind?.Category
            ?? (IsOtherVitalSign(measurement) ? ObservationCategories.VitalSigns : null);
        var ours = category is null ? [] : CategoryLists.GetOrAdd(
            category, static code => [new CodeableConcept { Coding = [new Coding { System = CodeSystems.ObservationCategory, Code = code }] }]);
        if (measurement.Categories.Count == 0)
            return ours;
        var theirs = measurement.Categories.Select(FhirWords.Concept).OfType<CodeableConcept>().ToArray();
        var standsIn = theirs.Any(t => t.Coding.Any(c => c.System == CodeSystems.ObservationCategory && c.Code == category));
        return (standsIn ? theirs : ours.Concat(theirs)).ToFhirList();
    }

    /// <summary>True for a code that R4 counts as a vital sign though the hub has no kind for it.</summary>
    public static bool IsOtherVitalSign(Home.Measurement measurement) =>
        measurement.Codes.Codings.Any(c => c.System == CodeSystems.Loinc && OtherVitalSigns.Contains(c.Code));

    // A value that is still in mass units must not carry a code for moles: the code follows the unit.
    private static bool IsByMass(Home.Measurement measurement, MeasurementTerms kind) =>
        kind.OtherLoinc.Count > 0 && measurement.Value?.Quantity is { } quantity && quantity.Unit.Contains("g/", StringComparison.Ordinal);

    private static CodeableConcept CodeByMass(MeasurementTerms kind) => kind.Code with
    {
        Coding = kind.Code.Coding.Where(c => c.System == CodeSystems.Snomed)
            .Prepend(new Coding { System = CodeSystems.Loinc, Code = kind.OtherLoinc[0] }).ToFhirList(),
    };

    private static bool IsOtherProperty(MeasurementTerms kind, Home.Coding coding) =>
        coding.System == CodeSystems.Loinc && kind.OtherLoinc.Contains(coding.Code);

    private static bool Stands(Coding ours, MeasurementTerms kind, IReadOnlyList<Home.Coding> source) =>
        kind.VitalSignProfile is not null
        || !source.Any(s => s.System == ours.System && s.Code != ours.Code && Measurements.Find(s.System, s.Code) == kind);

    private static CodeableConcept Merge(CodeableConcept ours, IReadOnlyList<Home.Coding> source, string? text, Func<Coding, bool> keepOurs)
    {
        var codings = new List<Coding>(ours.Coding.Count + source.Count);
        foreach (var our in ours.Coding)
        {
            if (keepOurs(our))
                codings.Add(source.FirstOrDefault(s => s.System == our.System && s.Code == our.Code) is { } same ? FhirWords.Coding(same) : our);
        }

        foreach (var coding in source.Select(FhirWords.Coding))
        {
            var known = codings.Exists(c => c.System == coding.System && c.Code == coding.Code);
            if (!known && (coding.Code is not null || coding.Display is not null))
                codings.Add(coding);
        }

        return new CodeableConcept { Coding = codings.ToFhirList(), Text = text ?? ours.Text };
    }
}
