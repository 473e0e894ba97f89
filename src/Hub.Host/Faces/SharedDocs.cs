using Hub.Host.Documentation;

namespace Hub.Host.Faces;

/// <summary>Documentation of the face that many tenants share.</summary>
internal static class SharedDocs
{
    private const string Taken = """{"resourceType":"Bundle","type":"batch-response","entry":[{"fullUrl":"urn:uuid:6d1f2b1e-2a53-4b0e-9b0f-6c1a9f6f0c11","response":{"status":"202 Accepted","location":"Observation/4711","outcome":{"resourceType":"OperationOutcome","issue":[{"severity":"information","code":"informational","details":{"text":"Accepted"},"diagnostics":"messages: 4711"}]}}},{"fullUrl":"urn:uuid:0b1d9a55-4f0a-4a0a-8f6b-0f6f2f1f7a02","response":{"status":"403 Forbidden","outcome":{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"forbidden","details":{"coding":[{"system":"urn:hub:error","code":"HUB-AUTH-006"}],"text":"The organisation is not served over this connection"},"diagnostics":"HUB-AUTH-006: The organisation is not served over this connection"}]}}}]}""";

    /// <summary>Bundles of many tenants.</summary>
    public static readonly FaceDoc Bundle = new("sendForMany", "Shared connections", "Send a batch or transaction Bundle for many organisations (FHIR R4)",
        "One connection and one key for all tenants of a vendor. Each entry goes to the tenant whose organisation number it names (Patient.managingOrganization; else the Organization among its performers, authors or custodian; "
        + "else a tag on the Bundle), provided that this tenant has chosen the connection. An unknown organisation and one that has not chosen it are answered alike. A batch is answered entry by entry; "
        + "a transaction is about one organisation and is taken in whole or not at all. Idempotent by identifier: the same content again answers 200.")
    {
        Body = new BodyDoc([MediaTypes.FhirJson, MediaTypes.Json], """{"resourceType":"Bundle","type":"batch","entry":[]}"""),
        Answers =
        [
            new(200, "The Bundle was answered: a batch entry by entry, a transaction as taken in.", MediaTypes.FhirJson, Taken),
            new(400, "The Bundle is at fault, or anything in a transaction is; nothing was taken in.", MediaTypes.FhirJson),
            new(401, "No key, or one that is not known.", MediaTypes.FhirJson),
            new(403, "The key does not belong to this connection, or the organisation of a transaction is not served over it.", MediaTypes.FhirJson),
            new(409, "Something in a transaction was accepted before with other content; nothing was taken in.", MediaTypes.FhirJson),
            new(413, "The body or the Bundle is larger than this connection may send.", MediaTypes.FhirJson),
            new(415, "The media type or encoding is not read here.", MediaTypes.FhirJson),
            new(429, "The connection sends faster than it may; Retry-After says when to come back.", MediaTypes.FhirJson),
            new(503, "Nothing can be promised right now; Retry-After says when to send the same again.", MediaTypes.FhirJson),
        ],
    };
}
