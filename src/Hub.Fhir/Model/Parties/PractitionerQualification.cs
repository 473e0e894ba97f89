namespace Hub.Fhir.Model;

/// <summary>An authorisation or training. FHIR R4 PractitionerQualification.</summary>
public sealed record PractitionerQualification : BackboneElement
{
    /// <summary>Identifiers.</summary>
    [FhirElement("identifier")]
    public FhirList<Identifier> Identifier { get; init; } = [];

    /// <summary>What it is.</summary>
    [FhirElement("code", Min = 1)]
    public CodeableConcept? Code { get; init; }

    /// <summary>When it is valid.</summary>
    [FhirElement("period")]
    public Period? Period { get; init; }

    /// <summary>Who granted it.</summary>
    [FhirElement("issuer")]
    public Reference? Issuer { get; init; }
}
