using System.Globalization;
using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Fhir.Model;
using Hub.Mappings.Fhir.Observations;
using Hub.Mappings.Fhir.Questionnaires;
using Hub.Mappings.Journal;
using Hub.Mappings.Ledger;
using Measurement = Hub.Core.Content.Measurement;

namespace Hub.Mappings.Fhir.Reading;

/// <summary>Contents as resources for somebody who looks: what is pushed and what is looked at is written by the same hands. Ids come from tenant, source and the source's own id, so that the same event has the same id whenever it is looked at.</summary>
public static class ReadResources
{
    /// <summary>A measurement.</summary>
    /// <param name="envelope">The measurement.</param>
    /// <param name="context">For whom.</param>
    /// <returns>The Observation, or why it cannot be written.</returns>
    public static Result<Observation> Observation(Envelope envelope, MappingContext context)
    {
        if (envelope.Content is not Measurement measurement)
            return MappingErrors.WrongKind.At("Content");
        var ledger = new MappingLedger(envelope);
        var subject = FhirSubject.Of(envelope, context, ledger);
        if (!subject.IsOk)
            return Result<Observation>.Failed(subject.Errors);
        var written = ObservationWriting.Write(measurement, new ObservationFrame(envelope, subject.Value, [HubIdentifiers.OfEvent(envelope, envelope.SourceId)], null), ledger);
        return written.IsOk ? written.Value with { Id = IdOf(envelope, "observation") } : written;
    }

    /// <summary>An answered form.</summary>
    /// <param name="envelope">The answers.</param>
    /// <param name="context">For whom.</param>
    /// <returns>The QuestionnaireResponse with an Observation for each score, or why one of them cannot be written.</returns>
    public static Result<ReadForm> Form(Envelope envelope, MappingContext context)
    {
        if (envelope.Content is not QuestionnaireAnswers answers)
            return MappingErrors.WrongKind.At("Content");
        var ledger = new MappingLedger(envelope);
        var subject = FhirSubject.Of(envelope, context, ledger);
        if (!subject.IsOk)
            return Result<ReadForm>.Failed(subject.Errors);
        var response = FormWriting.Response(answers, envelope, subject.Value) with { Id = IdOf(envelope, "form") };
        response = response with
        {
            Text = NarrativeText.FromText($"{FhirWords.Text(answers.FormTitle) ?? "Besvart skjema"}\n{QuestionnaireWords.Of(answers)}"),
            Identifier = response.Identifier ?? HubIdentifiers.OfEvent(envelope, envelope.SourceId),
        };
        var from = new Reference { Type = "QuestionnaireResponse", Identifier = response.Identifier, Display = FhirWords.Text(answers.FormTitle) };
        var scores = new List<Observation>(answers.Scores.Count);
        foreach (var score in answers.Scores)
        {
            var frame = new ObservationFrame(envelope, subject.Value, [], null) { DerivedFrom = [from] };
            var written = ObservationWriting.Write(FormWriting.AsMeasurement(score, answers, envelope), frame, ledger);
            if (!written.IsOk)
                return Result<ReadForm>.Failed(written.Errors);
            scores.Add(written.Value with { Id = IdOf(envelope, string.Create(CultureInfo.InvariantCulture, $"score/{scores.Count}")) });
        }

        return new ReadForm(response, scores);
    }

    private static string IdOf(Envelope envelope, string what) =>
        new DocumentIds(Guid.Empty, 0, 0, $"{envelope.Tenant}/{envelope.Source}").For($"{what}/{envelope.SourceId}").ToString();
}
