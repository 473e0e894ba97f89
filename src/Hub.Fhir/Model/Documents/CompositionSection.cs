namespace Hub.Fhir.Model;

/// <summary>A section of a document; it has text, entries or sections (cmp-1). FHIR R4 CompositionSection.</summary>
public sealed record CompositionSection : BackboneElement
{
    /// <summary>Heading.</summary>
    [FhirElement("title")]
    public string? Title { get; init; }

    /// <summary>Kind of section.</summary>
    [FhirElement("code")]
    public CodeableConcept? Code { get; init; }

    /// <summary>Who wrote it.</summary>
    [FhirElement("author")]
    public FhirList<Reference> Author { get; init; } = [];

    /// <summary>Whom it is about when that is not the subject.</summary>
    [FhirElement("focus")]
    public Reference? Focus { get; init; }

    /// <summary>The text.</summary>
    [FhirElement("text")]
    public Narrative? Text { get; init; }

    /// <summary>How the entries came to be.</summary>
    [FhirElement("mode", "code", Codes = typeof(ListMode))]
    public string? Mode { get; init; }

    /// <summary>Order of the entries.</summary>
    [FhirElement("orderedBy")]
    public CodeableConcept? OrderedBy { get; init; }

    /// <summary>Resources the section rests on.</summary>
    [FhirElement("entry")]
    public FhirList<Reference> Entry { get; init; } = [];

    /// <summary>Why the section is empty.</summary>
    [FhirElement("emptyReason")]
    public CodeableConcept? EmptyReason { get; init; }

    /// <summary>Nested sections.</summary>
    [FhirElement("section")]
    public FhirList<CompositionSection> Section { get; init; } = [];
}
