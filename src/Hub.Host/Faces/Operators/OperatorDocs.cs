using Hub.Host.Documentation;

namespace Hub.Host.Faces.Operators;

/// <summary>Documentation of the consent, operator and health addresses.</summary>
internal static class OperatorDocs
{
    private const string Act = """{"reason":"the journal was closed by mistake"}""";

    public static readonly FaceDoc ConsentSet = new("setConsent", "Consents", "Register or withdraw a consent",
        "The patient stands in the body, never in the address. Open to operators, and to partners of the tenant with inbound.consents: true.")
    {
        Body = new BodyDoc([MediaTypes.Json], """{"patient":"13116900216","purpose":"share-with-hospital","granted":true}"""),
        Answers = [new(204, "Registered; the history is kept."), new(400, "A field is at fault.", MediaTypes.Problem), new(404, "There is no such tenant; told to operators only.", MediaTypes.Problem), .. Bodies],
    };

    public static readonly FaceDoc ConsentSearch = new("searchConsents", "Consents", "The purposes a patient has consented to", "The patient stands in the body, never in the address.")
    {
        Body = new BodyDoc([MediaTypes.Json], """{"patient":"13116900216"}"""),
        Answers = [new(200, "The purposes granted right now.", MediaTypes.Json, """{"granted":["share-with-hospital"]}"""), new(400, "A field is at fault.", MediaTypes.Problem), new(404, "There is no such tenant; told to operators only.", MediaTypes.Problem), .. Bodies],
    };

    public static readonly FaceDoc Redeliver = Acting("redeliver", "Send the same bytes again", "For a delivery that has ended or is held. Same bytes, same ids: a receiver that has it drops the repeat.");
    public static readonly FaceDoc Remap = Acting("remap", "Map again, then send", "For a dead-lettered or held delivery: the document is made anew under new ids.");
    public static readonly FaceDoc Park = Acting("park", "Hold a delivery", "For a pending delivery: it is not sent until it is released; those behind it go on. After the give-up time of its route it is a dead letter. A send already under way is not called back: `underWay` in the answer says that this node was sending it, or that it was sent and not answered; the timeline shows what comes of it.");
    public static readonly FaceDoc Release = Acting("release", "Let a held delivery go", "It is sent as if it had just been taken in.");
    public static readonly FaceDoc Discard = Acting("discard", "Take a delivery out", "It counts as dead-lettered. A send already under way is not called back: `underWay` in the answer says that this node was sending it, or that it was sent and not answered; the timeline shows what comes of it.");
    public static readonly FaceDoc Replay = Acting("replay", "Send the raw message through the current routes again", "Adds a delivery for every route that wants it now.");

    public static readonly FaceDoc Ledger = new("viewLedger", "Operators", "accepted = delivered + dead-lettered + pending", "Read in one snapshot of the database.")
    {
        Query = [new("tenant", "Only this tenant.")],
        Answers = [new(200, "The counts.", MediaTypes.Json), new(400, "There is no such parameter.", MediaTypes.Problem), .. Doors],
    };

    public static readonly FaceDoc Status = new("viewStatus", "Operators", "This node, its partitions and the configuration", "Errors of a configuration that was not taken are listed.")
    {
        Answers = [new(200, "The state of this node.", MediaTypes.Json), .. Doors],
    };

    public static readonly FaceDoc Live = new("live", "Health", "Whether the process runs", "") { NeedsKey = false, Answers = [new(200, "It does.", MediaTypes.Json)] };

    public static readonly FaceDoc Ready = new("ready", "Health", "Whether the node can take messages in", "")
    {
        NeedsKey = false,
        Answers = [new(200, "It can.", MediaTypes.Json), new(503, "It cannot, or is about to stop (leaving) and answers for a while yet; the checks say why.", MediaTypes.Json)],
    };

    public static readonly FaceDoc Metrics = new("metrics", "Health", "Metrics in Prometheus text", "") { NeedsKey = false, Answers = [new(200, "The page.", MediaTypes.Text)] };

    internal static AnswerDoc[] Doors =>
    [
        new(401, "No key, or one that is not known.", MediaTypes.Problem), new(403, "The key does not open this.", MediaTypes.Problem),
        new(503, "The database does not answer; Retry-After says when to ask again.", MediaTypes.Problem),
    ];

    internal static AnswerDoc[] Bodies =>
    [
        new(413, "The body is larger than 16 kB.", MediaTypes.Problem), new(415, "The body is not application/json.", MediaTypes.Problem), .. Doors,
    ];


    private static FaceDoc Acting(string id, string summary, string text) => new(id, "Operators", summary, text)
    {
        Body = new BodyDoc([MediaTypes.Json], Act),
        Answers =
        [
            new(200, "Done; written with its audit entry in the same transaction.", MediaTypes.Json),
            new(400, "The reason is missing.", MediaTypes.Problem), new(404, "There is no such thing.", MediaTypes.Problem),
            new(409, "Its state does not allow this.", MediaTypes.Problem), .. Bodies,
        ],
    };
}
