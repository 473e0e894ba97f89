using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Fhir.Json;
using Hub.Mappings.Fhir;
using Hub.Mappings.Fhir.Observations;
using Hub.Mappings.Journal;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Reports;

/// <summary>Mapping <c>report.document</c>: an answered form as a report for people (PDF) and for systems (answers and scores), in one document Bundle for journals that take such documents. The README beside this file has the parts.</summary>
public sealed class ReportDocumentMapping : IMapping
{
    /// <summary>Name in routes.</summary>
    public const string MappingName = "report.document";

    /// <inheritdoc/>
    public string Name => MappingName;

    /// <inheritdoc/>
    public IReadOnlySet<ContentKind> Accepts { get; } = new HashSet<ContentKind> { ContentKind.Questionnaire };

    /// <inheritdoc/>
    public MappingOutcome Map(Envelope envelope, MappingContext context)
    {
        if (envelope.Content is not QuestionnaireAnswers form)
            return MappingOutcome.Failed(MappingErrors.WrongKind.At("Content"));
        var ledger = new MappingLedger(envelope);
        var subject = FhirSubject.Of(envelope, context, ledger);
        if (!subject.IsOk)
            return MappingOutcome.Failed(subject.Errors);
        ledger.Add(Line.To("SourceId", "Composition.identifier"));
        ledger.AddIf(envelope.Correlation is not null, Line.Left("Correlation", "The hub's own thread; the identifiers it is made of are carried"));
        var document = new JournalDocument(envelope, context, Name, subject.Value)
        {
            Title = ReportFile.TitleOf(form),
            Date = FhirTimes.Start(form.Time),
            Status = form.Status switch { "entered-in-error" => "entered-in-error", "amended" => "amended", "in-progress" => "preliminary", _ => "final" },
        };
        document.Author(form.Answerer);
        var entries = QuestionnairePart.Write(form, document, ledger);
        ReportFile.Add(form, document, entries[0], ledger);
        return document.Errors.Count > 0
            ? MappingOutcome.Failed(document.Errors)
            : new MappingOutcome(new OutboundDocument(Name, ObservationMapping.FhirJsonType, FhirJson.ToBytes(document.ToBundle()), document.Id), ledger.Lines, []);
    }
}
