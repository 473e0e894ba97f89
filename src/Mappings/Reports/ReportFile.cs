using Hub.Core.Content;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Hub.Mappings.Dips;
using Hub.Mappings.Fhir;
using Hub.Mappings.Journal;
using Hub.Mappings.Ledger;
using Coding = Hub.Fhir.Model.Coding;

namespace Hub.Mappings.Reports;

/// <summary>The report as a file, and what it is: a Binary with a DocumentReference and a section that names it, or a DocumentReference of the kind that DIPS takes, with the file inside.</summary>
internal static class ReportFile
{
    // LOINC: Questionnaire response Document.
    private const string QuestionnaireDocument = "74465-6";
    private const string Pdf = "application/pdf";
    private const string DailyNote = "1050";

    /// <summary>Title of the report.</summary>
    public static string TitleOf(QuestionnaireAnswers form) => FhirWords.Text(form.FormTitle) is { } title ? $"Rapport: {title}" : "Rapport fra skjema";

    /// <summary>Adds it to a document Bundle.</summary>
    public static void Add(QuestionnaireAnswers form, JournalDocument document, Reference answers, MappingLedger ledger)
    {
        var pdf = Write(form, document, ledger, "Binary.data");
        var binary = document.Add(new Binary { ContentType = Pdf, Data = Convert.ToBase64String(pdf) });
        var file = document.Add(new DocumentReference
        {
            Identifier = [HubIdentifiers.OfDelivery(document.Id)],
            Status = StatusOf(form),
            DocStatus = document.Status,
            Type = new CodeableConcept { Coding = [new Coding { System = CodeSystems.Loinc, Code = QuestionnaireDocument }], Text = "Rapport fra skjema" },
            Subject = document.Subject,
            Date = FhirDateTime.FromInstant(document.Envelope.AcceptedAt),
            Author = document.Authors.ToFhirList(),
            RelatesTo = Replaced(form, document),
            Description = document.Title,
            Content = [new DocumentReferenceContent { Attachment = new Attachment { ContentType = Pdf, Url = binary.Target, Title = document.Title, Size = pdf.Length, Creation = FhirDateTime.FromInstant(document.Envelope.AcceptedAt) } }],
            Context = new DocumentReferenceContext { Period = FhirTimes.Period(form.Time), Related = [answers] },
        });
        document.Sections.Add(JournalSections.Of(VkpCompositionSections.Event, "Rapport", "Rapporten følger som PDF.", [file]));
    }

    /// <summary>A document as DIPS takes it, with the identifier that it is made once by.</summary>
    public static (DocumentReference File, Identifier Id) InDips(QuestionnaireAnswers form, JournalDocument document, MappingLedger ledger)
    {
        var context = document.Context;
        var pdf = Write(form, document, ledger, "DocumentReference.content.attachment.data");
        var authenticator = DipsParties.Authenticator(context);
        var options = context.Target.Options;
        var type = FhirWords.Text(options.GetValueOrDefault("documentType")) ?? DailyNote;
        var id = FhirWords.Identifier(DipsNames.ExternalId, document.Id);
        return (new DocumentReference
        {
            Extension = [new Extension { Url = DipsNames.EventTime, Value = new FhirTime(FhirTimes.Start(form.Time)) }],
            Identifier = [id, HubIdentifiers.OfEvent(document.Envelope, document.Envelope.SourceId)],
            Status = StatusOf(form),
            // Nobody at the hospital has read it unless somebody there is named as having approved it.
            DocStatus = authenticator is null ? CompositionStatus.Preliminary : CompositionStatus.Final,
            Type = new CodeableConcept { Coding = [new Coding { System = DipsNames.DocumentTypeId, Code = type, Display = FhirWords.Text(options.GetValueOrDefault("documentTypeName")) ?? (type == DailyNote ? "Daglig notat" : null) }] },
            Subject = document.Subject,
            Date = FhirDateTime.FromInstant(document.Envelope.AcceptedAt),
            Author = [DipsParties.Author(context, form.Answerer)],
            Authenticator = authenticator,
            Custodian = DipsParties.Custodian(context),
            RelatesTo = Replaced(form, document),
            Description = document.Title,
            Content = [new DocumentReferenceContent { Attachment = new Attachment { ContentType = Pdf, Data = Convert.ToBase64String(pdf), Title = document.Title } }],
        }, id);
    }

    private static byte[] Write(QuestionnaireAnswers form, JournalDocument document, MappingLedger ledger, string place)
    {
        ledger.AddIf(form.Items.Count > 0, Line.To("Items", $"{place} (PDF)"));
        ledger.AddIf(form.Scores.Count > 0, Line.To("Scores", $"{place} (PDF)"));
        return ReportPdf.Write(form, document.Envelope, document.Context, document.Subject.Display);
    }

    private static string StatusOf(QuestionnaireAnswers form) => form.Status == "entered-in-error" ? DocumentReferenceStatus.EnteredInError : DocumentReferenceStatus.Current;

    private static FhirList<DocumentReferenceRelatesTo> Replaced(QuestionnaireAnswers form, JournalDocument document) => FhirWords.Text(form.Corrects) is { } corrected
        ? [new DocumentReferenceRelatesTo { Code = DocumentRelationshipType.Replaces, Target = new Reference { Type = "DocumentReference", Identifier = HubIdentifiers.OfEvent(document.Envelope, corrected) } }]
        : [];
}
