using Hub.Core.Content;
using Hub.Mappings.Fhir;
using Hub.Mappings.Ledger;

namespace Hub.Mappings.Journal;

/// <summary>Mapping <c>journal.trend</c>.</summary>
public sealed class TrendMapping : JournalMapping<MeasurementTrend>
{
    /// <summary>Makes it.</summary>
    public TrendMapping()
        : base("journal.trend", ContentKind.Trend)
    {
    }

    private protected override void Write(MeasurementTrend content, JournalDocument document, MappingLedger ledger)
    {
        document.Title = "Målinger fra digital hjemmeoppfølging";
        document.Date = FhirTimes.Start(content.Time);
        document.Author(content.Author);
        TrendPart.Write(content, document, ledger);
    }
}
