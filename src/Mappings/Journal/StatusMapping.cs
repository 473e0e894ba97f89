using Hub.Core.Content;
using Hub.Mappings.Fhir;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Journal;

/// <summary>Mapping <c>journal.status</c>.</summary>
public sealed class StatusMapping : JournalMapping<PatientStatus>
{
    /// <summary>Makes it.</summary>
    public StatusMapping()
        : base("journal.status", ContentKind.Status)
    {
    }

    private protected override void Write(PatientStatus content, JournalDocument document, MappingLedger ledger)
    {
        document.Title = "Status i digital hjemmeoppfølging";
        document.Date = FhirTimes.Start(content.Time);
        document.Author(content.DecidedBy);
        StatusPart.Write(content, document, ledger);
    }
}
