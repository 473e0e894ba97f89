using Hub.Fhir.Model;

namespace Hub.Fhir.Terminology;

/// <summary>Codes, units and profiles of one kind of home measurement.</summary>
public sealed record MeasurementTerms
{
    /// <summary>Stable name, for example oxygen-saturation.</summary>
    public required string Name { get; init; }

    /// <summary>Text for people, Norwegian.</summary>
    public required string Display { get; init; }

    /// <summary>Category of the Observation: vital-signs, activity, laboratory or survey.</summary>
    public required string Category { get; init; }

    /// <summary>LOINC codes; the first is the one to send, all of it that R4 vital signs or VKP ask for; empty where there is none.</summary>
    public FhirList<string> Loinc { get; init; } = [];

    /// <summary>LOINC codes that mean the same thing in another property (mass for moles): recognised, never sent, as the code must follow the unit.</summary>
    public FhirList<string> OtherLoinc { get; init; } = [];

    /// <summary>How many of <see cref="Loinc"/> are sent together; default 1.</summary>
    public int LoincSent { get; init; } = 1;

    /// <summary>SNOMED CT code, or null where the sources have none.</summary>
    public string? Snomed { get; init; }

    /// <summary>NLK codes, laboratory tests only; the first is the one to send.</summary>
    public FhirList<string> Nlk { get; init; } = [];

    /// <summary>Codes of ISO/IEEE 11073-10101 that personal health devices use for it: recognised, never sent by themselves.</summary>
    public FhirList<string> Mdc { get; init; } = [];

    /// <summary>Canonical UCUM unit, or null when the value is coded or in components.</summary>
    public string? Unit { get; init; }

    /// <summary>UCUM units that are taken in and converted to <see cref="Unit"/>; the canonical one included.</summary>
    public FhirList<string> AcceptedUnits { get; init; } = [];

    /// <summary>Molar mass in g/mol, where mass and moles may be converted; null otherwise.</summary>
    public decimal? MolarMass { get; init; }

    /// <summary>URL of the R4 vital-signs profile, or null.</summary>
    public string? VitalSignProfile { get; init; }

    /// <summary>URL of the VkpObservation profile.</summary>
    public required string VkpProfile { get; init; }

    /// <summary>Values outside this are most likely a unit slip; null where nothing can be said.</summary>
    public PlausibleRange? Plausible { get; init; }

    /// <summary>Parts of the measurement; empty for one value.</summary>
    public FhirList<MeasurementComponent> Components { get; init; } = [];

    /// <summary>The code element to send: LOINC, SNOMED CT and NLK codes that exist, and the text.</summary>
    public CodeableConcept Code => _code ??= new CodeableConcept
    {
        Coding = Loinc.Take(LoincSent).Select(code => new Coding { System = CodeSystems.Loinc, Code = code })
            .Concat(Snomed is null ? [] : [new Coding { System = CodeSystems.Snomed, Code = Snomed }])
            .Concat(Nlk.Take(1).Select(code => new Coding { System = CodeSystems.Nlk, Code = code }))
            .ToFhirList(),
        Text = Display,
    };

    private CodeableConcept? _code;
}
