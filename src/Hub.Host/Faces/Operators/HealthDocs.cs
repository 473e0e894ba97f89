using Hub.Host.Documentation;

namespace Hub.Host.Faces.Operators;

/// <summary>Documentation of the addresses about partners' health and alerts.</summary>
internal static class HealthDocs
{
    private const string Partner = """ "tenant":"larvik","partner":"journal","adapter":"gerica","direction":"out","state":"down","circuit":"open","since":"2026-03-01T08:15:00Z","waiting":12,"oldestWaitingAt":"2026-03-01T08:14:58Z","lastSuccessAt":"2026-03-01T08:14:50Z","lastFailureAt":"2026-03-01T08:16:00Z","lastError":"HUB-SEND-001","routes":["values"],"pauses":[],"certificates":[] """;

    public static readonly FaceDoc PartnerList = new("listPartners", "Operators", "How partners fare",
        "Over all nodes; what other nodes know is a few seconds old. state: ok, slow (deliveries wait longer than alerts.queueAge), down (circuit open or feed unreadable), paused (all its deliveries wait), silent (nothing came within expects), idle (nothing for a day). waiting is counted to 100,000 per partition; waitingPaused of these wait because somebody paused their route (or all of the partner), which makes nothing slow: oldestUnpausedAt is the oldest of the others. routes: those that deliver to it; pauses: those of its tenant, of itself and of these routes, as /ops/v1/pauses shows them.")
    {
        Query = [new("tenant", "Only this tenant.")],
        Answers =
        [
            new(200, "One entry for each configured partner.", MediaTypes.Json, "{\"partners\":[{" + Partner + "}]}"),
            new(400, "There is no such parameter.", MediaTypes.Problem), .. OperatorDocs.Doors,
        ],
    };

    public static readonly FaceDoc PartnerView = new("viewPartner", "Operators", "How one partner fares, and what happened last", "The latest tries of deliveries to it, newest first, at most 50.")
    {
        Answers =
        [
            new(200, "The partner.", MediaTypes.Json, "{" + Partner + """,  "attempts":[{"delivery":"4711.1","at":"2026-03-01T08:16:00Z","step":"attemptFailed","code":"HUB-SEND-001","durationMs":12}]}"""),
            new(404, "There is no such partner.", MediaTypes.Problem), .. OperatorDocs.Doors,
        ],
    };

    public static readonly FaceDoc AlertList = new("listAlerts", "Operators", "Alerts that are open",
        "Critical ones first, then the oldest. Each is told once when it opens, again after alerts.repeatAfter, and once when it closes. runbook is a page of this repository. text is Norwegian where Accept-Language prefers nb, nn or no.")
    {
        Query = [new("tenant", "Only this tenant.")],
        Answers =
        [
            new(200, "The alerts.", MediaTypes.Json,
                """{"alerts":[{"id":"partner-down/larvik/journal","group":"partner-down/larvik/journal","rule":"partner-down","severity":"critical","tenant":"larvik","partner":"journal","since":"2026-03-01T08:17:00Z","text":"larvik/journal is down since 2026-03-01 08:15:00 UTC","runbook":"ops/runbooks/partner-down.md"}]}"""),
            new(400, "There is no such parameter.", MediaTypes.Problem), .. OperatorDocs.Doors,
        ],
    };
}
