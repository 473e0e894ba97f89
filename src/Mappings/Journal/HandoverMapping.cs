using Hub.Core.Content;
using Hub.Mappings.Fhir;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Journal;

/// <summary>Mapping <c>journal.handover</c>.</summary>
public sealed class HandoverMapping : JournalMapping<CareHandover>
{
    /// <summary>Makes it.</summary>
    public HandoverMapping()
        : base("journal.handover", ContentKind.Handover)
    {
    }

    private protected override void Write(CareHandover content, JournalDocument document, MappingLedger ledger)
    {
        document.Title = "Overføring av ansvar for oppfølging";
        // The transfer may lie ahead; when it is written is when it was taken in.
        document.Date = content.Time.Start <= document.Envelope.AcceptedAt ? FhirTimes.Start(content.Time) : null;
        document.Author(content.Author);
        HandoverPart.Write(content, document, ledger);
    }
}
