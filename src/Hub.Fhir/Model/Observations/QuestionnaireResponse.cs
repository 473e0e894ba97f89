namespace Hub.Fhir.Model;

/// <summary>Answers to a form. FHIR R4 QuestionnaireResponse.</summary>
public sealed record QuestionnaireResponse : DomainResource
{
    /// <summary>Business identifier.</summary>
    [FhirElement("identifier")]
    public Identifier? Identifier { get; init; }

    /// <summary>Order or plan it fulfils.</summary>
    [FhirElement("basedOn")]
    public FhirList<Reference> BasedOn { get; init; } = [];

    /// <summary>Larger event it belongs to.</summary>
    [FhirElement("partOf")]
    public FhirList<Reference> PartOf { get; init; } = [];

    /// <summary>The form that was answered.</summary>
    [FhirElement("questionnaire", "canonical")]
    public string? Questionnaire { get; init; }

    /// <summary>State of the answers.</summary>
    [FhirElement("status", "code", Min = 1, Codes = typeof(QuestionnaireResponseStatus))]
    public string? Status { get; init; }

    /// <summary>Whom the answers are about.</summary>
    [FhirElement("subject")]
    public Reference? Subject { get; init; }

    /// <summary>Encounter they were given in.</summary>
    [FhirElement("encounter")]
    public Reference? Encounter { get; init; }

    /// <summary>When the answers were recorded.</summary>
    [FhirElement("authored")]
    public FhirDateTime? Authored { get; init; }

    /// <summary>Who recorded them.</summary>
    [FhirElement("author")]
    public Reference? Author { get; init; }

    /// <summary>Who gave them.</summary>
    [FhirElement("source")]
    public Reference? Source { get; init; }

    /// <summary>Groups and questions.</summary>
    [FhirElement("item")]
    public FhirList<QuestionnaireResponseItem> Item { get; init; } = [];
}
