using Hub.Core.Content;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Hub.Mappings.Fhir;
using Hub.Mappings.Journal;
using Hub.Mappings.Ledger;
using Coding = Hub.Fhir.Model.Coding;

namespace Hub.Mappings.Reports;

/// <summary>The report as a file of the document: a Binary with the PDF, a DocumentReference that tells what it is, and a section that names it.</summary>
internal static class ReportFile
{
    // LOINC: Questionnaire response Document.
    private const string QuestionnaireDocument = "74465-6";
    private const string DipsTypes = "http://dips.no/fhir/namingsystem/dips-documenttypeid";
    private const string DipsDailyNote = "1050";

    /// <summary>Writes the file.</summary>
    public static void Write(QuestionnaireAnswers form, JournalDocument document, Reference answers, string? patientName, MappingLedger ledger)
    {
        var pdf = ReportPdf.Write(form, document.Envelope, document.Context, patientName);
        ledger.Add(Line.To("Items", "Binary.data (PDF)"));
        ledger.AddIf(form.Scores.Count > 0, Line.To("Scores", "Binary.data (PDF)"));
        var binary = document.Add(new Binary { ContentType = "application/pdf", Data = Convert.ToBase64String(pdf) });
        var file = document.Add(new DocumentReference
        {
            Identifier = [HubIdentifiers.OfDelivery(document.Id)],
            Status = form.Status == "entered-in-error" ? DocumentReferenceStatus.EnteredInError : DocumentReferenceStatus.Current,
            DocStatus = document.Status,
            Type = TypeOf(document),
            Subject = document.Subject,
            Date = FhirDateTime.FromInstant(document.Envelope.AcceptedAt),
            Author = document.Authors.ToFhirList(),
            RelatesTo = FhirWords.Text(form.Corrects) is { } corrected
                ? [new DocumentReferenceRelatesTo { Code = DocumentRelationshipType.Replaces, Target = new Reference { Type = "DocumentReference", Identifier = HubIdentifiers.OfEvent(document.Envelope, corrected) } }]
                : [],
            Description = document.Title,
            Content =
            [
                new DocumentReferenceContent
                {
                    Attachment = new Attachment { ContentType = "application/pdf", Url = binary.Target, Title = document.Title, Size = pdf.Length, Creation = FhirDateTime.FromInstant(document.Envelope.AcceptedAt) },
                },
            ],
            Context = new DocumentReferenceContext { Period = FhirTimes.Period(form.Time), Related = [answers] },
        });
        document.Sections.Add(JournalSections.Of(VkpCompositionSections.Event, "Rapport", "Rapporten følger som PDF.", [file]));
    }

    // The receiver's own number of the kind of document, where it is a DIPS journal or the tenant names one.
    private static CodeableConcept TypeOf(JournalDocument document)
    {
        var options = document.Context.Target.Options;
        var own = FhirWords.Text(options.GetValueOrDefault("documentType")) ?? (document.Context.Target.Adapter == "dips" ? DipsDailyNote : null);
        var name = FhirWords.Text(options.GetValueOrDefault("documentTypeName")) ?? (own == DipsDailyNote ? "Daglig notat" : null);
        Coding loinc = new() { System = CodeSystems.Loinc, Code = QuestionnaireDocument };
        return new CodeableConcept
        {
            Coding = own is null ? [loinc] : [new Coding { System = DipsTypes, Code = own, Display = name }, loinc],
            Text = "Rapport fra skjema",
        };
    }
}
