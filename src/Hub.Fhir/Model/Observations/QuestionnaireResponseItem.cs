namespace Hub.Fhir.Model;

/// <summary>A group or a question of a form. FHIR R4 QuestionnaireResponseItem.</summary>
public sealed record QuestionnaireResponseItem : BackboneElement
{
    /// <summary>Id of the item in the form.</summary>
    [FhirElement("linkId", Min = 1)]
    public string? LinkId { get; init; }

    /// <summary>Definition of the item.</summary>
    [FhirElement("definition", "uri")]
    public string? Definition { get; init; }

    /// <summary>The question as it was shown.</summary>
    [FhirElement("text")]
    public string? Text { get; init; }

    /// <summary>Answers to the question.</summary>
    [FhirElement("answer")]
    public FhirList<QuestionnaireResponseAnswer> Answer { get; init; } = [];

    /// <summary>Nested items of a group.</summary>
    [FhirElement("item")]
    public FhirList<QuestionnaireResponseItem> Item { get; init; } = [];
}
