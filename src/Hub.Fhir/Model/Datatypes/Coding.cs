namespace Hub.Fhir.Model;

/// <summary>One code from one code system. FHIR R4 Coding.</summary>
public sealed record Coding : DataType
{
    /// <summary>Code system.</summary>
    [FhirElement("system", "uri")]
    public string? System { get; init; }

    /// <summary>Version of the code system.</summary>
    [FhirElement("version")]
    public string? Version { get; init; }

    /// <summary>The code, compared as text.</summary>
    [FhirElement("code", "code")]
    public string? Code { get; init; }

    /// <summary>The code system's text for the code.</summary>
    [FhirElement("display")]
    public string? Display { get; init; }

    /// <summary>True when a person chose exactly this code.</summary>
    [FhirElement("userSelected")]
    public bool? UserSelected { get; init; }
}
