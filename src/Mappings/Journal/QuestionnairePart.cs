using Hub.Core.Content;
using Hub.Core.Mappings;
using Hub.Fhir.Model;
using Hub.Fhir.Terminology;
using Hub.Mappings.Fhir;
using Hub.Mappings.Fhir.Questionnaires;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Journal;

/// <summary>An answered form: a QuestionnaireResponse, an Observation for each score, and everything in words.</summary>
internal static class QuestionnairePart
{
    private static readonly LedgerEntry FormId = Line.To("FormId", "QuestionnaireResponse.questionnaire");
    private static readonly LedgerEntry FormVersion = Line.To("FormVersion", "QuestionnaireResponse.questionnaire");
    private static readonly LedgerEntry FormTitle = Line.To("FormTitle", "Composition.section.title");
    private static readonly LedgerEntry Time = Line.To("Time", "QuestionnaireResponse.authored");
    private static readonly LedgerEntry Status = Line.To("Status", "QuestionnaireResponse.status");
    private static readonly LedgerEntry Items = Line.To("Items", "QuestionnaireResponse.item");
    private static readonly LedgerEntry Scores = Line.To("Scores", "Observation");
    private static readonly LedgerEntry Answerer = Line.To("Answerer", "QuestionnaireResponse.source");
    private static readonly LedgerEntry AnswererAsAuthor = Line.To("Answerer", "QuestionnaireResponse.author");
    private static readonly LedgerEntry Identifiers = Line.To("Identifiers", "QuestionnaireResponse.identifier");
    private static readonly LedgerEntry TriageLine = Line.To("Triage", "Composition.meta.tag");

    /// <summary>Writes the form.</summary>
    /// <returns>References to its entries.</returns>
    public static IReadOnlyList<Reference> Write(QuestionnaireAnswers answers, JournalDocument document, MappingLedger ledger)
    {
        Account(answers, ledger);
        document.Tag(answers.Triage);
        document.Corrects(answers, ledger);
        var form = document.Add(FormWriting.Response(answers, document.Envelope, document.Subject));
        var scores = answers.Scores.SelectMany(s => JournalParts.Measurement(FormWriting.AsMeasurement(s, answers, document.Envelope), document, ledger.Under("Scores.As", "Bundle.entry"), [form]));
        Reference[] entries = [form, .. scores];
        document.Sections.Add(JournalSections.Of(
            VkpCompositionSections.Event, FhirWords.Text(answers.FormTitle) ?? "Besvart skjema", QuestionnaireWords.Of(answers), entries));
        return entries;
    }

    private static void Account(QuestionnaireAnswers answers, MappingLedger ledger)
    {
        ledger.Add(FormId);
        ledger.Add(Time);
        ledger.Add(Status);
        ledger.AddIf(answers.FormVersion is not null, FormVersion);
        ledger.AddIf(answers.FormTitle is not null, FormTitle);
        ledger.AddIf(answers.Items.Count > 0, Items);
        ledger.AddIf(answers.Scores.Count > 0, Scores);
        ledger.AddIf(answers.Answerer is not null, FormWriting.IsSource(answers.Answerer) ? Answerer : AnswererAsAuthor);
        ledger.AddIf(answers.Identifiers.Count > 0, Identifiers);
        ledger.AddIf(answers.Triage != Triage.None, TriageLine);
    }
}
