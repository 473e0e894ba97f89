using Hub.Host.Documentation;

namespace Hub.Host.Faces;

/// <summary>Documentation of the face of shared plans.</summary>
internal static class PlanDocs
{
    private const string Area = "Shared plans";
    private const string Form = "application/x-www-form-urlencoded";
    private const string Example = """{"resourceType":"CarePlan","status":"active","intent":"plan","subject":{"identifier":{"system":"urn:oid:2.16.578.1.12.4.1.4.1","value":"13116900216"}}}""";

    private const string Versions = "If-Match names the version that was read (W/\"n\"); without it 428. FHIR R4 lets a server answer 412 when it no longer is the latest (http.html#concurrency); "
        + "this one answers 409 and shows both versions, since a person has to merge them. The reason stands in reason.text of a Provenance in the header X-Provenance (ASCII: other letters as JSON escapes), or in a note 'Endret fordi: ...'.";

    /// <summary>Search.</summary>
    public static readonly FaceDoc Search = new("searchPlans", Area, "The current version of a patient's plans", "The patient stands in the body, never in the address. _revinclude=Provenance:target adds who wrote it.")
    {
        Body = new BodyDoc([Form], "patient.identifier=urn:oid:2.16.578.1.12.4.1.4.1|13116900216"),
        Answers = [new(200, "A searchset; empty when the patient has no shared plan.", MediaTypes.FhirJson), new(400, "A parameter is at fault.", MediaTypes.FhirJson), .. Bodies],
    };

    /// <summary>Who wrote what.</summary>
    public static readonly FaceDoc Provenance = new("searchProvenance", Area, "Who wrote each version, when, why and from what", "target=CarePlan/ID for every version, CarePlan/ID/_history/n for one.")
    {
        Body = new BodyDoc([Form], "target=CarePlan/0f7a0e1e-3b7e-8c55-9d2c-6c1f4f0d2a11"),
        Answers = [new(200, "A searchset.", MediaTypes.FhirJson), new(400, "A parameter is at fault.", MediaTypes.FhirJson), new(404, "There is no such plan.", MediaTypes.FhirJson), .. Bodies],
    };

    /// <summary>Read.</summary>
    public static readonly FaceDoc Read = Look("readPlan", "The current version", "ETag is the version.");

    /// <summary>Every version.</summary>
    public static readonly FaceDoc History = Look("planHistory", "Every version, newest first", "Versions are never taken out.");

    /// <summary>One version.</summary>
    public static readonly FaceDoc Version = Look("readPlanVersion", "One version", "A version never changes.");

    /// <summary>Conflicts.</summary>
    public static readonly FaceDoc Conflicts = Look("planConflicts", "Edits that did not build on the latest version", "The latest version, the versions that the edits were made from, and each edit with its Provenance. The id of an edit is what $resolve names.");

    /// <summary>Create.</summary>
    public static readonly FaceDoc Create = new("createPlan", Area, "A patient's first shared plan", "A patient who has one already: 409 with that plan.")
    {
        Body = new BodyDoc([MediaTypes.FhirJson, MediaTypes.Json], Example),
        Answers = [new(201, "Version 1; Location says where.", MediaTypes.FhirJson), new(200, "It was written before.", MediaTypes.FhirJson), .. Writing],
    };

    /// <summary>Update.</summary>
    public static readonly FaceDoc Update = new("updatePlan", Area, "The next version", Versions)
    {
        Body = new BodyDoc([MediaTypes.FhirJson, MediaTypes.Json], Example),
        Answers = [new(200, "The version as it is now.", MediaTypes.FhirJson), new(428, "If-Match is missing.", MediaTypes.FhirJson), new(404, "There is no such plan.", MediaTypes.FhirJson), .. Writing],
    };

    /// <summary>Resolve.</summary>
    public static readonly FaceDoc Resolve = new("resolvePlanConflict", Area, "A version that merges conflicting edits", "The CarePlan is the merged version; the conflicts it names are then settled. " + Versions)
    {
        Query = [new("conflict", "Id of a conflict that the version settles; may be given several times.")],
        Body = new BodyDoc([MediaTypes.FhirJson, MediaTypes.Json], Example),
        Answers = [new(200, "The version as it is now.", MediaTypes.FhirJson), new(428, "If-Match is missing.", MediaTypes.FhirJson), new(404, "There is no such plan or open conflict.", MediaTypes.FhirJson), .. Writing],
    };

    private static AnswerDoc[] Doors =>
    [
        new(401, "No key, or one that is not known.", MediaTypes.FhirJson), new(403, "The key does not belong to this tenant, or may not see plans.", MediaTypes.FhirJson),
        new(429, "The caller asks faster than it may.", MediaTypes.FhirJson),
    ];

    private static AnswerDoc[] Bodies => [new(413, "The body is too large.", MediaTypes.FhirJson), new(415, "The media type is not read here.", MediaTypes.FhirJson), .. Doors];

    private static AnswerDoc[] Writing =>
    [
        new(400, "The JSON is not FHIR R4.", MediaTypes.FhirJson),
        new(409, "The version is not the latest: a collection Bundle with OperationOutcome, the latest version, the one that was read, and the plan as sent. Nothing was stored.", MediaTypes.FhirJson),
        new(422, "The CarePlan is no self-treatment plan, has an element that the shared plan has no place for, or gives no reason.", MediaTypes.FhirJson),
        .. Bodies,
    ];

    private static FaceDoc Look(string id, string summary, string text) => new(id, Area, summary, text)
    {
        Answers = [new(200, "The resource.", MediaTypes.FhirJson), new(404, "There is no such plan or version.", MediaTypes.FhirJson), .. Doors],
    };
}
