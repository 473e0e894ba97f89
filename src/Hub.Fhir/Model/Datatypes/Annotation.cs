namespace Hub.Fhir.Model;

/// <summary>A comment with author and time. FHIR R4 Annotation.</summary>
public sealed record Annotation : DataType
{
    /// <summary>Who wrote it.</summary>
    [FhirChoice("author", "Reference", "string")]
    public DataType? Author { get; init; }

    /// <summary>When it was written.</summary>
    [FhirElement("time")]
    public FhirDateTime? Time { get; init; }

    /// <summary>The comment.</summary>
    [FhirElement("text", "markdown", Min = 1)]
    public string? Text { get; init; }
}
