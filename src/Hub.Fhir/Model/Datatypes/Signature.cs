namespace Hub.Fhir.Model;

/// <summary>A signature over other content. FHIR R4 Signature.</summary>
public sealed record Signature : DataType
{
    /// <summary>What the signature is meant to say.</summary>
    [FhirElement("type", Min = 1)]
    public FhirList<Coding> Type { get; init; } = [];

    /// <summary>When it was made.</summary>
    [FhirElement("when", "instant", Min = 1)]
    public FhirDateTime? When { get; init; }

    /// <summary>Who signed.</summary>
    [FhirElement("who", Min = 1)]
    public Reference? Who { get; init; }

    /// <summary>Who is represented.</summary>
    [FhirElement("onBehalfOf")]
    public Reference? OnBehalfOf { get; init; }

    /// <summary>MIME type of what was signed.</summary>
    [FhirElement("targetFormat", "code")]
    public string? TargetFormat { get; init; }

    /// <summary>MIME type of the signature.</summary>
    [FhirElement("sigFormat", "code")]
    public string? SigFormat { get; init; }

    /// <summary>The signature in base64.</summary>
    [FhirElement("data", "base64Binary")]
    public string? Data { get; init; }
}
