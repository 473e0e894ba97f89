using Hub.Host.Documentation;
using Hub.Host.Faces.Operators;

namespace Hub.Host.Faces;

/// <summary>Documentation of the addresses about feeds and what they brought.</summary>
internal static class FeedDocs
{
    private const string Reason = """{"reason":"the vendor's clock was an hour ahead"}""";

    public static readonly FaceDoc FeedList = new("listFeeds", "Operators", "The partners that the hub fetches from", "Over all nodes: who reads each feed, when it was last read to its end, and what stops it.")
    {
        Query = [new("tenant", "Only this tenant.")],
        Answers =
        [
            new(200, "One entry for each partner with inbound.auth: poll.", MediaTypes.Json,
                """{"feeds":[{"tenant":"bodo","partner":"tellu","adapter":"tellu","everySeconds":60,"state":"idle","lastSuccess":"2026-03-01T08:15:00Z","lagSeconds":12,"node":"hub-1","nextAt":"2026-03-01T08:15:54Z"}]}"""),
            new(400, "There is no such parameter.", MediaTypes.Problem), .. OperatorDocs.Doors,
        ],
    };

    public static readonly FaceDoc RefusedList = new("listRefused", "Operators", "Input of feeds that was refused for good",
        "Newest first, without bodies. What a feed brings has no sender who waits for an answer: it is kept until somebody has it taken in or discards it. An entry of a batch that is refused keeps the batch.")
    {
        Query =
        [
            new("tenant", "The tenant; must be given."), new("partner", "Only from this partner."),
            new("state", "open (default), taken, discarded, or an error code."), new("before", "The value of next of the page before."), new("limit", "1 to 200, default 50."),
        ],
        Answers =
        [
            new(200, "One page; next is missing on the last.", MediaTypes.Json,
                """{"refused":[{"tenant":"bodo","key":"tellu.0d3c5c1e7b0b4f6c9a7f0a6f2d1c8b4e","state":"HUB-INTAKE-013","refusedAt":"2026-03-01T08:15:00Z","partner":"tellu","label":"e-4711","mediaType":"application/json","bytes":412,"taken":0,"errors":[{"code":"HUB-INTAKE-013","path":"$.value","text":"The value cannot be right in this unit"}]}]}"""),
            new(400, "A parameter is at fault.", MediaTypes.Problem), .. OperatorDocs.Doors,
        ],
    };

    public static readonly FaceDoc RefusedRetry = Acting("retryRefused", "Take refused input in after all",
        "Sends it through the intake again, with the configuration of now; entries that were taken in before are repeats. The answer says its state: taken, or the code for which it is still refused.");

    public static readonly FaceDoc RefusedDiscard = Acting("discardRefused", "Discard refused input", "Its bytes are no longer kept.");

    private static FaceDoc Acting(string id, string summary, string text) => new(id, "Operators", summary, text)
    {
        Body = new BodyDoc([MediaTypes.Json], Reason),
        Answers =
        [
            new(200, "Done; written with its audit entry in the same transaction.", MediaTypes.Json, """{"key":"tellu.0d3c5c1e7b0b4f6c9a7f0a6f2d1c8b4e","state":"taken","messages":["4711"],"errors":[]}"""),
            new(400, "The reason is missing.", MediaTypes.Problem), new(404, "There is no such refused input.", MediaTypes.Problem),
            new(409, "It was taken in or discarded already.", MediaTypes.Problem), .. OperatorDocs.Bodies,
        ],
    };
}
