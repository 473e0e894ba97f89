using Hub.Host.Documentation;
using Hub.Host.Faces.Operators;

namespace Hub.Host.Faces;

/// <summary>Documentation of the statistics.</summary>
internal static class StatisticsDocs
{
    public static readonly FaceDoc View = new("viewStatistics", "Operators", "What flowed, by day",
        "One line for each day (UTC, of acceptance), source, receiver, content and triage that had any; no personal data. A message that goes to two receivers counts with each; receiver '-' stands for messages that no route wanted. "
        + "failed are dead letters and discarded ones. Delays run from acceptance to the receipt that ended the delivery: half, and 95 of 100, took no longer (nearest rank).")
    {
        Query =
        [
            new("tenant", "The tenant; must be given."), new("from", "First day, yyyy-MM-dd; must be given."), new("to", "Last day, inclusive; must be given. At most 400 days."),
            new("format", "csv or json; without it the Accept header decides, and JSON is given."),
        ],
        Answers =
        [
            new(200, "The counts: JSON, or CSV by RFC 4180 (Accept: text/csv or format=csv) with a header line and the same names as columns.", MediaTypes.Json,
                """{"tenant":"larvik","from":"2026-03-01","to":"2026-03-01","lines":[{"day":"2026-03-01","source":"dignio","partner":"gerica","content":"measurement","triage":"green","messages":412,"deliveries":412,"delivered":411,"failed":0,"pending":1,"retried":3,"medianDelayMs":38,"p95DelayMs":120}]}"""),
            new(400, "A parameter is at fault.", MediaTypes.Problem), .. OperatorDocs.Doors,
        ],
    };
}
