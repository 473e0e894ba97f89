namespace Hub.Fhir.Model;

/// <summary>Name of a person. FHIR R4 HumanName.</summary>
public sealed record HumanName : DataType
{
    /// <summary>What the name is used for.</summary>
    [FhirElement("use", "code", Codes = typeof(NameUse))]
    public string? Use { get; init; }

    /// <summary>The whole name as it is displayed.</summary>
    [FhirElement("text")]
    public string? Text { get; init; }

    /// <summary>Family name.</summary>
    [FhirElement("family")]
    public string? Family { get; init; }

    /// <summary>Given names, middle names included, in order.</summary>
    [FhirElement("given")]
    public FhirList<string> Given { get; init; } = [];

    /// <summary>Parts before the name.</summary>
    [FhirElement("prefix")]
    public FhirList<string> Prefix { get; init; } = [];

    /// <summary>Parts after the name.</summary>
    [FhirElement("suffix")]
    public FhirList<string> Suffix { get; init; } = [];

    /// <summary>When the name was in use.</summary>
    [FhirElement("period")]
    public Period? Period { get; init; }
}
