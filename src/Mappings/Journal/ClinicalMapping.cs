using Hub.Core.Content;
using Hub.Mappings.Fhir;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Journal;

/// <summary>Mapping <c>journal.clinical</c>: a message of the national message network for the journal.</summary>
public sealed class ClinicalMapping : JournalMapping<ClinicalMessage>
{
    /// <summary>Makes it.</summary>
    public ClinicalMapping()
        : base("journal.clinical", ContentKind.Clinical)
    {
    }

    private protected override void Write(ClinicalMessage content, JournalDocument document, MappingLedger ledger)
    {
        document.Title = FhirWords.Text(content.Title) ?? content.MessageType;
        document.Date = FhirTimes.Start(content.Time);
        ClinicalPart.Write(content, document, ledger);
    }
}
