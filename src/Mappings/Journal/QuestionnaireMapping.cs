using Hub.Core.Content;
using Hub.Mappings.Fhir;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Journal;

/// <summary>Mapping <c>journal.questionnaire</c>.</summary>
public sealed class QuestionnaireMapping : JournalMapping<QuestionnaireAnswers>
{
    /// <summary>Makes it.</summary>
    public QuestionnaireMapping()
        : base("journal.questionnaire", ContentKind.Questionnaire)
    {
    }

    private protected override void Write(QuestionnaireAnswers content, JournalDocument document, MappingLedger ledger)
    {
        document.Title = FhirWords.Text(content.FormTitle) is { } title ? $"Besvart skjema: {title}" : "Besvart skjema";
        document.Date = FhirTimes.Start(content.Time);
        QuestionnairePart.Write(content, document, ledger);
    }
}
