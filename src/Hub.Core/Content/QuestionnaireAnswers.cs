using Hub.Core.Identities;

namespace Hub.Core.Content;

/// <summary>An answered form.</summary>
/// <param name="FormId">The form: canonical URL or the vendor's id.</param>
/// <param name="Time">When it was answered.</param>
/// <param name="Items">Questions and answers in order.</param>
public sealed record QuestionnaireAnswers(string FormId, ClinicalTime Time, IReadOnlyList<AnsweredItem> Items) : HomeContent
{
    /// <inheritdoc/>
    public override ContentKind Kind => ContentKind.Questionnaire;

    /// <inheritdoc/>
    public override string? Category => FormId;

    /// <summary>Title of the form, null when the source gave none.</summary>
    public string? FormTitle { get; init; }

    /// <summary>Version of the form, null when the source gave none.</summary>
    public string? FormVersion { get; init; }

    /// <summary>Scores of the form; the measurement kinds <see cref="MeasurementKind.CatScore"/> and the like name them.</summary>
    public IReadOnlyList<FormScore> Scores { get; init; } = [];

    /// <summary>FHIR questionnaire response status: in-progress, completed, amended, entered-in-error, stopped.</summary>
    public string Status { get; init; } = "completed";

    /// <summary>Who answered, null when it was the patient alone.</summary>
    public Party? Answerer { get; init; }

    /// <summary>Business identifiers of the answer.</summary>
    public IReadOnlyList<Identifier> Identifiers { get; init; } = [];
}

/// <summary>One question with its answers and what hangs below it.</summary>
/// <param name="LinkId">The form's id of the question.</param>
/// <param name="Question">The question in words; null where the wording is licensed or was not sent.</param>
/// <param name="Answers">The answers.</param>
/// <param name="Items">Nested questions.</param>
public sealed record AnsweredItem(string LinkId, string? Question, IReadOnlyList<Answer> Answers, IReadOnlyList<AnsweredItem> Items);

/// <summary>One answer; exactly one field is set.</summary>
/// <param name="Text">Free text.</param>
/// <param name="Number">A decimal number.</param>
/// <param name="Integer">A whole number.</param>
/// <param name="Boolean">Yes or no.</param>
/// <param name="Code">A chosen option.</param>
/// <param name="Quantity">A number with a unit.</param>
/// <param name="Date">A date or time, in FHIR form.</param>
public sealed record Answer(
    string? Text = null,
    decimal? Number = null,
    int? Integer = null,
    bool? Boolean = null,
    Coding? Code = null,
    Quantity? Quantity = null,
    string? Date = null);

/// <summary>A score computed from a form.</summary>
/// <param name="What">Measurement kind of the score, or <see cref="MeasurementKind.Other"/>.</param>
/// <param name="Value">The score.</param>
/// <param name="Name">Name of the score, null when the form has just one.</param>
/// <param name="Maximum">Highest possible score, null when unknown.</param>
public sealed record FormScore(string What, decimal Value, string? Name = null, decimal? Maximum = null)
{
    /// <summary>The form's own id of the scale, null when the source gave none.</summary>
    public string? ScaleId { get; init; }

    /// <summary>Lowest possible score, null when unknown.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>Cut-offs of the scale, lowest first; in the unit of the score.</summary>
    public IReadOnlyList<Threshold> Thresholds { get; init; } = [];

    /// <summary>The source's reading of the score, null when it gave none.</summary>
    public Concept? Interpretation { get; init; }

    /// <summary>True for the score of a part of the form, false for that of the whole form.</summary>
    public bool IsPart { get; init; }
}
