using Hub.Host.Documentation;

namespace Hub.Host.Faces.Operators;

/// <summary>Documentation of the flow map and the charts.</summary>
internal static class FlowDocs
{
    private const string Edges = """
        {"tenant":"larvik","from":"2026-03-01T00:00:00+00:00","to":"2026-03-02T00:00:00+00:00","edges":[{"tenant":"larvik","source":"dignio","partner":"gerica","route":"measurements","content":"measurement","accepted":1840,"delivered":1838,"failed":1,"pending":1,"p50Ms":41,"p95Ms":310,"oldestPendingAt":"2026-03-01T23:58:11+00:00","health":"ok"}]}
        """;

    private const string Points = """
        {"tenant":"larvik","from":"2026-03-01T00:00:00+00:00","to":"2026-03-01T02:00:00+00:00","metric":"volume","unit":"count","points":[{"at":"2026-03-01T00:00:00+00:00","value":71},{"at":"2026-03-01T01:00:00+00:00","value":64}]}
        """;

    private static readonly QueryDoc[] Which =
    [
        new("tenant", "Only this tenant."), new("source", "Only from this partner."), new("partner", "Only to this partner."),
        new("from", "First moment: a day, or a moment with its offset. Default a day before 'to'."), new("to", "First moment after. Default now."),
    ];

    /// <summary>The flow map.</summary>
    public static readonly FaceDoc Flow = new("viewFlow", "Operators", "Who sends what to whom, and how it fares",
        "One edge per source, receiver, route and content, by when messages were taken in; receiver and route are missing for messages that no route wanted. Counts are exact; p50Ms and p95Ms are of a sample of about 4,000 messages and run from "
        + "acceptance or an operator's last act. 'health': paused where an operator lets deliveries wait now ('paused' says whether the tenant, the partner or the route is), silent where nothing came in on a configured route, down where something waits for a receiver that does not answer, or what is tried fails and nothing has arrived since, slow where something waits for more than 5 minutes or 5 of 100 take longer, else ok.")
    {
        Query = Which,
        Answers = [new(200, "The edges, those with most traffic first.", MediaTypes.Json, Edges), new(400, "A parameter is at fault.", MediaTypes.Problem), .. OperatorDocs.Doors],
    };

    /// <summary>The charts.</summary>
    public static readonly FaceDoc Series = new("viewSeries", "Operators", "Volume, delay, age and failures over time",
        "volume: messages taken in; failures: deliveries given up, by when they were; delay: milliseconds within which half (p50) and 95 of 100 (p95) arrived, by when they were taken in; age: for how many seconds the oldest delivery had waited "
        + "at the end of the step. Steps begin at multiples since midnight UTC. Delay and age rest on a sample of about 4,000 delivered messages; what has not arrived counts whole.")
    {
        Query = [.. Which, new("step", "5m, 1h (default) or 1d."), new("metric", "volume (default), delay, age or failures.")],
        Answers = [new(200, "One point per step; a delay is missing where nothing arrived.", MediaTypes.Json, Points), new(400, "A parameter is at fault.", MediaTypes.Problem), .. OperatorDocs.Doors],
    };
}
