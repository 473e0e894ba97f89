using Hub.Fhir.Model;

namespace Hub.Mappings.Fhir.Reading;

/// <summary>An answered form for somebody who looks.</summary>
/// <param name="Response">The answers.</param>
/// <param name="Scores">Its scores, each derived from the answers.</param>
public sealed record ReadForm(QuestionnaireResponse Response, IReadOnlyList<Observation> Scores);
