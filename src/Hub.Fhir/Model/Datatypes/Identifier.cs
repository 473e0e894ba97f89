namespace Hub.Fhir.Model;

/// <summary>A business identifier: a number or name that a register or a system gives something. FHIR R4 Identifier.</summary>
public sealed record Identifier : DataType
{
    /// <summary>What the identifier is meant for.</summary>
    [FhirElement("use", "code", Codes = typeof(IdentifierUse))]
    public string? Use { get; init; }

    /// <summary>Kind of identifier, when the system alone does not say it.</summary>
    [FhirElement("type")]
    public CodeableConcept? Type { get; init; }

    /// <summary>The register or naming system the value is unique in.</summary>
    [FhirElement("system", "uri")]
    public string? System { get; init; }

    /// <summary>The identifier itself, as text; leading zeros count.</summary>
    [FhirElement("value")]
    public string? Value { get; init; }

    /// <summary>When the identifier was in use.</summary>
    [FhirElement("period")]
    public Period? Period { get; init; }

    /// <summary>The organisation that issued it.</summary>
    [FhirElement("assigner")]
    public Reference? Assigner { get; init; }
}
