using Hub.Host.Documentation;

namespace Hub.Host.Faces.Operators;

/// <summary>Documentation of the addresses that find and show messages.</summary>
internal static class MessageDocs
{
    private const string PageText = "Newest first. A page may hold fewer messages than asked for, even none, and still have a next one: each call looks at a bounded number of messages. It ends where 'next' is missing.";

    private const string Page = """
        {"messages":[{"id":"4711","tenant":"larvik","source":"dignio","sourceId":"evt-1","content":"measurement","triage":"green","acceptedAt":"2026-03-01T07:15:02+00:00","occurredAt":"2026-03-01T08:15:00+01:00","deliveries":[{"id":"4711.1","route":"measurements","partner":"gerica","mapping":"fhir.observation","state":"pending","attempts":2,"error":"HUB-SEND-005","due":"2026-03-01T07:20:00+00:00"}]}],"next":"4711"}
        """;

    private const string One = """
        {"id":"4711","tenant":"larvik","source":"dignio","sourceId":"evt-1","content":"measurement","triage":"green","acceptedAt":"2026-03-01T07:15:02+00:00","occurredAt":"2026-03-01T08:15:00+01:00","routes":[{"route":"measurements","partner":"gerica","verdict":"deliver"}],"notes":[],"deliveries":[{"id":"4711.1","route":"measurements","partner":"gerica","mapping":"fhir.observation","state":"pending","attempts":1,"generation":0,"snapshot":3,"due":"2026-03-01T07:20:00+00:00","error":"HUB-SEND-005","form":"fhir.observation","amend":"wrongState","timeline":[]}],"timeline":[{"at":"2026-03-01T07:15:02+00:00","step":"accepted"},{"at":"2026-03-01T07:15:03+00:00","step":"attemptFailed","delivery":"4711.1","code":"HUB-SEND-005","durationMs":31},{"at":"2026-03-01T07:20:00+00:00","step":"deadline","delivery":"4711.1","deadline":"nextTry"}]}
        """;

    /// <summary>The list.</summary>
    public static readonly FaceDoc List = new("listMessages", "Operators", "Messages by where they go, what they are and how they fare", PageText)
    {
        Query =
        [
            new("tenant", "Only this tenant."), new("source", "Sent by this partner."), new("partner", "With a delivery to this partner."),
            new("route", "With a delivery of this route."), new("content", "Kind of content: measurement, alert, note ..."), new("triage", "none, green, yellow, red."),
            new("state", "With a delivery in this state: pending, awaitingReceipt, delivered, deadLettered, discarded, held."),
            new("error", "With a delivery whose last error has this code."), new("correlation", "What ties messages together, exactly."),
            new("from", "Taken in at this moment or later: a day, or a moment with its offset."), new("to", "Taken in before this moment."),
            new("before", "Only messages with a lower number: the key of the next page."), new("limit", "1 to 200, default 50."),
        ],
        Answers = [new(200, "One page; next is missing on the last.", MediaTypes.Json, Page), new(400, "A parameter is at fault.", MediaTypes.Problem), .. OperatorDocs.Doors],
    };

    /// <summary>The search.</summary>
    public static readonly FaceDoc Search = new("searchMessages", "Operators", "Find messages by patient or by any id, with the filters of the list",
        "What is searched for stands in the body, never in the address. 'patient' needs 'tenant', 'sourceId' needs 'tenant' and 'source'. 'externalId' needs 'tenant' and finds what is called so anywhere: a source's id, "
        + "the MessageId or conversation of an ebXML message, the id of a KITH document, the reference that a receiver gave. " + PageText)
    {
        Body = new BodyDoc([MediaTypes.Json], """{"tenant":"larvik","patient":"13116900216","state":"deadLettered","limit":20}"""),
        Answers = [new(200, "One page.", MediaTypes.Json, Page), new(400, "A field is at fault.", MediaTypes.Problem), .. OperatorDocs.Bodies],
    };

    /// <summary>One message.</summary>
    public static readonly FaceDoc View = new("viewMessage", "Operators", "One message with its timeline",
        "No patient, no body. 'timeline' is one list from intake to the last receipt over all deliveries; what lies ahead stands at its end as step 'deadline': nextTry, receiptDue, holdEnds, pauseEnds, giveUp. A pause is a step, and the give-up time stands still meanwhile: while it has no end, none is told. 'amend' of a delivery says whether an edited document can be sent in its place: possible, wrongState (only what was given up or is held), noDocument, signed, partnerGone. Every view is in the audit log.")
    {
        Answers = [new(200, "The message, its routes' verdicts, its deliveries and the timeline.", MediaTypes.Json, One), new(404, "There is no such message.", MediaTypes.Problem), .. OperatorDocs.Doors],
    };
}
