using Hub.Core.Content;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;

namespace Hub.Mappings.Fhir.Questionnaires;

/// <summary>An answered form as a QuestionnaireResponse, and its scores as measurements.</summary>
internal static class FormWriting
{
    /// <summary>The answers.</summary>
    public static QuestionnaireResponse Response(QuestionnaireAnswers answers, Envelope envelope, Reference subject)
    {
        var identifiers = answers.Identifiers.Select(FhirWords.Identifier).Where(i => i.Value is not null).ToArray();
        var answerer = FhirParties.Reference(answers.Answerer);
        var isSource = IsSource(answers.Answerer);
        return new QuestionnaireResponse
        {
            Meta = new Meta { Profile = [VkpProfiles.QuestionnaireResponse] },
            Extension = identifiers.Skip(1).Select(i => new Extension { Url = HubExtensions.Identifier, Value = i }).ToFhirList(),
            Identifier = identifiers.FirstOrDefault(),
            Questionnaire = Canonical(answers, envelope),
            Status = answers.Status,
            Subject = subject,
            Authored = FhirTimes.Start(answers.Time),
            Author = isSource ? null : answerer,
            Source = answerer is null ? subject : isSource ? answerer : null,
            Item = QuestionnaireItems.Of(answers.Items),
        };
    }

    /// <summary>Whether somebody can be the source: QuestionnaireResponse.source takes people only; organisations and systems can be the author.</summary>
    public static bool IsSource(Party? answerer) => answerer?.Role is null or PartyRole.Patient or PartyRole.Practitioner or PartyRole.RelatedPerson;

    private static string Canonical(QuestionnaireAnswers answers, Envelope envelope)
    {
        var form = Uri.IsWellFormedUriString(answers.FormId, UriKind.Absolute) ? answers.FormId : HubIdentifiers.FormUri(envelope, answers.FormId);
        return FhirWords.Text(answers.FormVersion) is { } version ? $"{form}|{Uri.EscapeDataString(version)}" : form;
    }

    /// <summary>A score as the measurement that it is.</summary>
    public static Measurement AsMeasurement(FormScore score, QuestionnaireAnswers answers, Envelope envelope)
    {
        var kind = score.What == MeasurementKind.Other ? "form-score" : score.What;
        var unit = Measurements.Find(kind)?.Unit ?? "{score}";
        return new Measurement(kind, answers.Time)
        {
            Value = Measured.Of(score.Value, unit),
            Codes = new Concept(FhirWords.Text(score.ScaleId) is { } scale ? [new Hub.Core.Content.Coding($"{HubIdentifiers.FormUri(envelope, answers.FormId)}:scale", scale)] : [], score.Name),
            Interpretation = score.Interpretation,
            Thresholds = [.. Scale(score, unit), .. score.Thresholds],
        };
    }

    private static IEnumerable<Threshold> Scale(FormScore score, string unit)
    {
        if (score.Maximum is { } top)
            yield return new Threshold(Triage.None, Least(score, unit), new Hub.Core.Content.Quantity(top, unit), score.Minimum is null ? "Høyeste mulige skår" : "Mulige skår");
        else if (Least(score, unit) is { } least)
            yield return new Threshold(Triage.None, least, null, "Laveste mulige skår");
    }

    private static Hub.Core.Content.Quantity? Least(FormScore score, string unit) => score.Minimum is { } least ? new(least, unit) : null;
}
