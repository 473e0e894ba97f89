using Hub.Core.Content;
using Hub.Mappings.Fhir;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Journal;

/// <summary>Mapping <c>journal.alert</c>.</summary>
public sealed class AlertMapping : JournalMapping<Alert>
{
    /// <summary>Makes it.</summary>
    public AlertMapping()
        : base("journal.alert", ContentKind.Alert)
    {
    }

    private protected override void Write(Alert content, JournalDocument document, MappingLedger ledger)
    {
        document.Title = content.State == AlertState.Raised ? "Varsel fra digital hjemmeoppfølging" : "Varsel fra digital hjemmeoppfølging er lukket";
        document.Date = FhirTimes.Start(content.Time);
        document.Tag(content.Triage);
        document.Author(content.ClosedBy);
        AlertPart.Write(content, document, ledger);
    }
}
