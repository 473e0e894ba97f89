using Hub.Host.Documentation;

namespace Hub.Host.Faces;

/// <summary>Documentation of the partner faces.</summary>
internal static class FaceDocs
{
    private const string Problem409 = """{"type":"urn:hub:error:HUB-INTAKE-017","title":"This event id was accepted before with other content","status":409,"code":"HUB-INTAKE-017","errors":[{"code":"HUB-INTAKE-017","text":"This event id was accepted before with other content","action":"Send a correction under a new event id that names the old one."}]}""";
    private const string Problem400 = """{"type":"urn:hub:error:HUB-INTAKE-010","title":"The time has no UTC offset","status":400,"code":"HUB-INTAKE-010","errors":[{"code":"HUB-INTAKE-010","path":"$.occurredAt","text":"The time has no UTC offset","action":"Send the time with its offset, such as 2026-03-01T08:15:00+01:00."}]}""";
    private const string Outcome400 = """{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"required","details":{"coding":[{"system":"urn:hub:error","code":"HUB-INTAKE-007"}],"text":"A required field is missing"},"diagnostics":"HUB-INTAKE-007 at Composition.date: A required field is missing","expression":["Composition.date"]}]}""";
    private const string Accepted = """{"entries":[{"label":"evt-1","status":"accepted","messages":["4711"]}]}""";
    private const string Repeated = """{"entries":[{"label":"evt-1","status":"repeated","messages":["4711"]}]}""";
    private const string Mixed = """{"entries":[{"label":"evt-1","status":"accepted","messages":["4711"]},{"label":"evt-2","status":"refused","messages":[],"errors":[{"code":"HUB-INTAKE-012","path":"$.events[1].measurement.unit","text":"The unit % is expected here.","action":"Send the UCUM unit that the documentation lists for this measurement."}]}]}""";
    private const string OutcomeTaken = """{"resourceType":"OperationOutcome","issue":[{"severity":"information","code":"informational","details":{"coding":[{"system":"urn:hub:answer","code":"accepted"}],"text":"Accepted"},"diagnostics":"messages: 4711"}]}""";
    private const string BatchTaken = """{"resourceType":"Bundle","type":"batch-response","entry":[{"fullUrl":"urn:uuid:6d1f2b1e-2a53-4b0e-9b0f-6c1a9f6f0c11","response":{"status":"202","outcome":{"resourceType":"OperationOutcome","issue":[{"severity":"information","code":"informational","details":{"text":"Accepted"},"diagnostics":"messages: 4711"}]}}}]}""";

    /// <summary>The webhook.</summary>
    public static readonly FaceDoc Webhook = new("sendEvents", "Partners", "Send one event or a batch",
        "JSON in the form that the partner's adapter reads (schemas/). Idempotent by the vendor's event id. A single event stands or falls as a whole; a batch is answered entry by entry.")
    {
        Body = new BodyDoc([MediaTypes.Json], "{}"),
        Answers =
        [
            new(202, "Everything is durably stored, and something of it is new.", MediaTypes.Json, Accepted),
            new(200, "Everything was stored before with the same content; nothing new was stored.", MediaTypes.Json, Repeated),
            new(207, "Entries of a batch fared differently; each says how.", MediaTypes.Json, Mixed),
            new(400, "The message is at fault; every fault is listed with its path. Sending it again cannot help.", MediaTypes.Problem, Problem400),
            new(409, "The event id was accepted before with other content; nothing was stored. Send a correction under a new id.", MediaTypes.Problem, Problem409),
            .. Common(MediaTypes.Problem),
        ],
    };

    /// <summary>Bundles on the VKP face.</summary>
    public static readonly FaceDoc VkpBundle = new("sendBundle", "VKP", "Send a document, batch or collection Bundle (FHIR R4)",
        "A document Bundle is one message: 202, or 200 when it was stored before. A batch or collection of Observations is answered entry by entry in a batch-response Bundle "
        + "with HTTP 200; each entry's status is 202, 200, 409 or 400. text/plain is taken from partners in lenient mode; what was repaired is listed as warnings.")
    {
        Body = new BodyDoc([MediaTypes.FhirJson, MediaTypes.Json], """{"resourceType":"Bundle","type":"document","entry":[]}"""),
        Answers =
        [
            new(202, "A document is durably stored.", MediaTypes.FhirJson, OutcomeTaken),
            new(200, "A batch was answered entry by entry, or the same document was stored before.", MediaTypes.FhirJson, BatchTaken),
            new(400, "The Bundle is at fault; every fault names element and rule.", MediaTypes.FhirJson, Outcome400),
            new(409, "The document's id was accepted before with other content.", MediaTypes.FhirJson),
            .. Common(MediaTypes.FhirJson),
        ],
    };

    /// <summary>Single observations on the VKP face.</summary>
    public static readonly FaceDoc VkpObservation = new("sendObservation", "VKP", "Send one Observation (FHIR R4)", "Idempotent by the Observation's identifier.")
    {
        Body = new BodyDoc([MediaTypes.FhirJson, MediaTypes.Json], """{"resourceType":"Observation","identifier":[{"system":"urn:vendor:measurement","value":"4711"}],"status":"final","category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"vital-signs"}]}],"code":{"coding":[{"system":"http://loinc.org","code":"8867-4"}]},"subject":{"identifier":{"system":"urn:oid:2.16.578.1.12.4.1.4.1","value":"13116900216"}},"effectiveDateTime":"2026-03-01T08:15:00+01:00","valueQuantity":{"value":72,"unit":"/min","system":"http://unitsofmeasure.org","code":"/min"}}"""),
        Answers =
        [
            new(202, "The observation is durably stored.", MediaTypes.FhirJson, OutcomeTaken),
            new(200, "It was stored before with the same content.", MediaTypes.FhirJson),
            new(400, "The observation is at fault; every fault names element and rule.", MediaTypes.FhirJson, Outcome400),
            new(409, "Its identifier was accepted before with other content.", MediaTypes.FhirJson),
            .. Common(MediaTypes.FhirJson),
        ],
    };

    /// <summary>Messages of the message network.</summary>
    public static readonly FaceDoc Ebxml = new("sendMessage", "Message network", "Send a signed ebXML message (ebXML MS 2.0, HIS 1037)",
        "PLO, dialogmelding and AppRec from partners in the address register, as multipart/related or text/xml. There is no key: the signature must be that of the sender's register entry. "
        + "Idempotent by sender and eb:MessageId: the same message again gets the same answer. Answers are messages of their own unless the message asks for SyncReply.")
    {
        Body = new BodyDoc(["multipart/related", "text/xml"], "\"(MIME)\""),
        NeedsKey = false,
        Answers =
        [
            new(202, "Taken; the acknowledgment or error follows as a message of its own.", null),
            new(200, "The signed answer, where the message asks for SyncReply.", "text/xml"),
            new(400, "The message cannot be answered as ebXML; the body is a SOAP Fault.", "text/xml"),
            new(403, "The sender is no partner of this tenant.", MediaTypes.Problem),
            new(413, "The message is larger than the network takes.", MediaTypes.Problem),
            new(503, "Nothing can be promised right now; Retry-After says when to send the same again.", MediaTypes.Problem),
        ],
    };

    private static AnswerDoc[] Common(string mediaType) =>
    [
        new(401, "No key, or one that is not known.", mediaType),
        new(403, "The key does not belong to this address, or may not send this kind.", mediaType),
        new(413, "The body or the batch is larger than this partner may send.", mediaType),
        new(415, "The media type or encoding is not read here.", mediaType),
        new(429, "The partner sends faster than it may; Retry-After says when to come back.", mediaType),
        new(503, "Nothing can be promised right now; Retry-After says when to send the same again.", mediaType),
    ];
}
