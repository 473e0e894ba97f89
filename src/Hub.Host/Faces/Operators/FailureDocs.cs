using Hub.Host.Documentation;

namespace Hub.Host.Faces.Operators;

/// <summary>Documentation of the failure groups.</summary>
internal static class FailureDocs
{
    private const string Groups = """
        {"groups":[{"tenant":"larvik","partner":"gerica","route":"measurements","code":"HUB-SEND-005","title":"The partner answered that it cannot take the message right now","count":412,"deadLettered":12,"firstSeen":"2026-03-01T07:15:02+00:00","lastSeen":"2026-03-01T09:02:11+00:00","retriable":true,"exampleMessages":["4711","4712","4713"]}]}
        """;

    /// <summary>The groups.</summary>
    public static readonly FaceDoc List = new("listFailures", "Operators", "What fails in the same way: same receiver, route and code",
        "Deliveries that were given up, and those with an error that are still tried, held or wait for a receipt; not those that arrived or were discarded. The largest group first. 'firstSeen' and 'lastSeen' are when a delivery was given up, "
        + "or was taken in as long as it is still tried. 'retriable' says whether the same document may be taken later without anything being changed.")
    {
        Query =
        [
            new("tenant", "Only this tenant."), new("partner", "To this partner."), new("route", "Of this route."), new("code", "With this code."),
            new("from", "Seen at this moment or later: a day, or a moment with its offset."), new("to", "Seen before this moment."),
        ],
        Answers = [new(200, "The groups.", MediaTypes.Json, Groups), new(400, "A parameter is at fault.", MediaTypes.Problem), .. OperatorDocs.Doors],
    };
}
