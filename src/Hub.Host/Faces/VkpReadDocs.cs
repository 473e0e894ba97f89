using Hub.Host.Documentation;

namespace Hub.Host.Faces;

/// <summary>What the OpenAPI document says of the questions on the VKP face.</summary>
internal static class VkpReadDocs
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Text = "The partner needs inbound.reads and inbound.services in the tenant file, and names the service on whose behalf it asks in the header ServiceCodes (rt, ta, gps, md, dt, dho; several parted by commas). "
        + "The national id stands in the body. Every error is 400 with an OperationOutcome that has a code of vkp-operation-outcome-v090 (1.2, 1.3, 1.4, 2.1, 2.3, 2.4, 3, 3.1) and the hub's; details.text and diagnostics both say it. "
        + "A journal that did not answer is named by an OperationOutcome in the Bundle. A protected address is never given. Each look is in the audit log.";

    private const string Refused = """{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"forbidden","details":{"coding":[{"system":"http://ehelse.no/fhir/CodeSystem/vkp-operation-outcome-v090","code":"1.3","display":"ikke oppfylt tjenstlig behov"},{"system":"urn:hub:error","code":"HUB-VKP-003"}],"text":"The patient does not have a service on whose behalf was asked"},"diagnostics":"1.3 ikke oppfylt tjenstlig behov (HUB-VKP-003)"}]}""";

    /// <summary>Patients.</summary>
    public static readonly FaceDoc Patients = Doc("searchPatients", "Who is this patient, or who has the service (FHIR R4 Patient by no-basis)",
        "Parameter identifier (optional: without it, everybody who has the service; needs inbound.reads: enrolled). " + Text, "identifier=13116900216");

    /// <summary>Services.</summary>
    public static readonly FaceDoc Episodes = Doc("searchEpisodes", "Which services has the municipality granted (FHIR R4 EpisodeOfCare)",
        "Parameter patient.identifier (optional: without it, everybody who has the service; needs inbound.reads: enrolled). " + Text, "patient.identifier=13116900216");

    /// <summary>Plans.</summary>
    public static readonly FaceDoc Plans = Doc("askPlans", "The plan in force (FHIR R4 CarePlan)",
        "Parameters patient.identifier, and date with ge and le. Gives the plans that the tenant's journals hold: self-treatment plans, category 2 of vkp-careplan-category-v090. " + Text, "patient.identifier=13116900216&date=ge2026-03-01T00:00:00Z");

    /// <summary>Alarms.</summary>
    public static readonly FaceDoc Alarm = Doc("alarmContext", "What a response centre needs on an alarm, in one answer",
        "An operation of the hub's own. One collection Bundle, in order: Patient with address and key box (urn:hub:extension:key-box), a RelatedPerson for each contact in the order in which they are called (urn:hub:extension:call-order, has-key), "
        + "an EpisodeOfCare for each service, and an OperationOutcome that says whether all journals answered within lookups.alarmDeadline (default 2 s), and which of address, key box and contacts none of them has. Parameter identifier. " + Text, "identifier=13116900216");

    private static FaceDoc Doc(string id, string summary, string text, string example) => new(id, "VKP", summary, text)
    {
        Body = new BodyDoc([Form], $"\"{example}\""),
        Answers =
        [
            new(200, "What was found.", MediaTypes.FhirJson, """{"resourceType":"Bundle","type":"searchset","total":1,"entry":[]}"""),
            new(400, "The question is not answered; the OperationOutcome says why.", MediaTypes.FhirJson, Refused),
            new(401, "No key, or one that is not known.", MediaTypes.FhirJson),
            new(403, "The key does not belong to this address.", MediaTypes.FhirJson),
            new(429, "The partner asks faster than it may; Retry-After says when to come back.", MediaTypes.FhirJson),
        ],
    };
}
