using Hub.Core.Content;
using Hub.Core.Errors;
using Hub.Core.Mappings;
using Hub.Fhir.Json;
using Hub.Fhir.Model;
using Hub.Mappings.Fhir;
using Hub.Mappings.Fhir.Observations;
using Hub.Mappings.Fhir.Questionnaires;
using Hub.Mappings.Journal;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Reports;

/// <summary>Mapping <c>report.questionnaire</c>: an answered form for a DIPS journal, as a report (PDF in a DocumentReference), answers and scores in one transaction: all of it is taken, or none. The README beside this file has the parts.</summary>
public sealed class QuestionnaireReportMapping : IMapping
{
    /// <summary>Name in routes.</summary>
    public const string MappingName = "report.questionnaire";

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
        ledger.Add(Line.To("SourceId", "DocumentReference.identifier"));
        ledger.AddIf(envelope.Correlation is not null, Line.Left("Correlation", "The hub's own thread; the identifiers it is made of are carried"));
        var document = new JournalDocument(envelope, context, Name, subject.Value) { Title = ReportFile.TitleOf(form) };
        QuestionnairePart.Write(form, document, ledger);
        if (document.Errors.Count > 0)
            return MappingOutcome.Failed(document.Errors);
        var (file, id) = ReportFile.InDips(form, document, ledger);
        var report = new BundleEntry { FullUrl = $"urn:uuid:{context.Ids.For($"{Name}/report")}", Resource = file, Request = FormTransaction.Once(file, id) };
        var bundle = new Bundle { Type = BundleType.Transaction, Entry = [report, .. FormTransaction.Entries(form, document)] };
        return new MappingOutcome(new OutboundDocument(Name, ObservationMapping.FhirJsonType, FhirJson.ToBytes(bundle), document.Id), FormTransaction.Account(ledger.Lines), []);
    }
}
