using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Fhir.Json;
using Hub.Fhir.Model;
using Hub.Mappings.Fhir.Observations;
using Hub.Mappings.Journal;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Fhir.Questionnaires;

/// <summary>An answered form as a QuestionnaireResponse with an Observation for each score, in one transaction. Mapping name <c>fhir.questionnaire</c>; the README beside this file has the table.</summary>
public sealed class QuestionnaireResponseMapping : IMapping
{
    /// <summary>Name in tenant files.</summary>
    public const string FormName = "fhir.questionnaire";

    private static readonly LedgerEntry SourceId = Line.To("SourceId", "QuestionnaireResponse.extension(urn:hub:extension:identifier)");
    private static readonly LedgerEntry Correlation = Line.Left("Correlation", "The hub's own thread; the identifiers it is made of are carried");

    /// <inheritdoc/>
    public string Name => FormName;

    /// <inheritdoc/>
    public IReadOnlySet<ContentKind> Accepts { get; } = new HashSet<ContentKind> { ContentKind.Questionnaire };

    /// <inheritdoc/>
    public MappingOutcome Map(Envelope envelope, MappingContext context)
    {
        if (envelope.Content is not QuestionnaireAnswers answers)
            return MappingOutcome.Failed(MappingErrors.WrongKind.At("Content"));
        var ledger = new MappingLedger(envelope);
        var subject = FhirSubject.Of(envelope, context, ledger);
        if (!subject.IsOk)
            return MappingOutcome.Failed(subject.Errors);
        ledger.Add(SourceId);
        ledger.AddIf(envelope.Correlation is not null, Correlation);
        var document = new JournalDocument(envelope, context, FormName, subject.Value);
        QuestionnairePart.Write(answers, document, ledger);
        if (document.Errors.Count > 0)
            return MappingOutcome.Failed(document.Errors);
        var bundle = new Bundle { Type = BundleType.Transaction, Entry = FormTransaction.Entries(answers, document).ToFhirList() };
        return new MappingOutcome(new OutboundDocument(FormName, ObservationMapping.FhirJsonType, FhirJson.ToBytes(bundle), document.Id), FormTransaction.Account(ledger.Lines), []);
    }
}
