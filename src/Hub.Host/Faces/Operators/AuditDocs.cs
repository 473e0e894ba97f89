using Hub.Host.Documentation;

namespace Hub.Host.Faces.Operators;

/// <summary>Documentation of the addresses about callers, the audit log and bodies.</summary>
internal static class AuditDocs
{
    public static readonly FaceDoc Me = new("viewMe", "Operators", "Who calls", "The name, role and reach of the key or token: operator (all tenants), administrator and viewer (one tenant), vendor (one partner's traffic).")
    {
        Answers = [new(200, "The caller; tenant and partner are missing where it reaches all.", MediaTypes.Json, """{"name":"ola","role":"vendor","tenant":"bodo","partner":"tellu"}"""), .. OperatorDocs.Doors],
    };

    public static readonly FaceDoc List = new("listAudit", "Operators", "The audit log, newest first",
        "Who looked at what and who did what, with the reason where one was asked for; no personal data. Callers of one tenant see the entries about it. The entries form a hash chain, which 'hub audit verify' checks.")
    {
        Query =
        [
            new("tenant", "Only about this tenant."), new("who", "Only by this name, such as operator:kari, token:ola or cli:drift."), new("action", "Only this action, such as message.view."),
            new("target", "Only what was done to this: a message, a delivery, a token."), new("from", "First moment, such as 2026-03-01T08:15:00Z."), new("to", "First moment after."),
            new("before", "Only entries with a lower number: the value of next of the page before."), new("limit", "1 to 200, default 50."),
        ],
        Answers =
        [
            new(200, "One page; next is missing on the last.", MediaTypes.Json,
                """{"entries":[{"seq":"812","at":"2026-03-01T08:15:00+00:00","who":"token:ola","action":"delivery.redeliver","tenant":"larvik","target":"4711.1","reason":"the journal was closed by mistake"}]}"""),
            new(400, "A parameter is at fault.", MediaTypes.Problem), .. OperatorDocs.Doors,
        ],
    };

    public static readonly FaceDoc Bodies = new("openBodies", "Operators", "What a message brought in and what was sent",
        "For administrators of the message's tenant only; the purpose is written in the audit log before anything is shown. A message of a batch shows the batch.")
    {
        Body = new BodyDoc([MediaTypes.Json], """{"purpose":"the home nurse asks why the reading is missing"}"""),
        Answers =
        [
            new(200, "The bytes in base64. raw is missing once retention has taken it; a delivery without a document yet is not listed.", MediaTypes.Json,
                """{"raw":{"mediaType":"application/json","base64":"e30="},"documents":[{"delivery":"4711.1","form":"fhir.observation","mediaType":"application/fhir+json","base64":"e30="}]}"""),
            new(400, "The purpose is missing.", MediaTypes.Problem), new(404, "There is no such message.", MediaTypes.Problem),
            new(409, "A body cannot be opened: its key is gone.", MediaTypes.Problem), .. OperatorDocs.Bodies,
        ],
    };
}
