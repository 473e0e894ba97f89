using Hub.Host.Documentation;

namespace Hub.Host.Faces;

/// <summary>Documentation of the FHIR read face.</summary>
internal static class FhirDocs
{
    private const string Area = "FHIR";
    private const string Form = "application/x-www-form-urlencoded";
    private const string FormExample = "\"patient.identifier=urn:oid:2.16.578.1.12.4.1.4.1|13116900216&code=http://loinc.org|8867-4&date=ge2026-02-01&_count=50\"";
    private const string Partial = """{"resourceType":"Bundle","type":"searchset","link":[{"relation":"self","url":"https://hub.example.no/fhir/larvik/Observation/_search"}],"entry":[{"resource":{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"timeout","details":{"coding":[{"system":"urn:hub:error","code":"HUB-LOOKUP-002"}],"text":"All values from 'dignio' since 2026-02-01T00:00:00+01:00 are missing: The system that has the answer did not answer in time"}}]},"search":{"mode":"outcome"}}]}""";

    /// <summary>Observations.</summary>
    public static readonly FaceDoc Search = Posted("searchObservations", "Search for values and scores",
        "Asked for at the vendor there and then; nothing is stored beyond some seconds in memory. patient.identifier (or patient, subject), code, combo-code, category, status, date (eq ne lt gt le ge sa eb, several), _count (at most 1000), "
        + "_sort (-date or date). A parameter that is not known is refused. A further page is at the link next, an opaque address that is good for ten minutes and for this reader. A total stands there only when it is known. "
        + "Where a partner did not answer, or not with everything, the Bundle has an OperationOutcome that says whose values of which period are missing; where nobody answered, the answer is 502, 503 or 504.");

    /// <summary>A further page of observations.</summary>
    public static readonly FaceDoc NextPage = Followed("nextObservations", "Follow the link to a further page");

    /// <summary>The last of each code.</summary>
    public static readonly FaceDoc LastN = Posted("lastObservations", "The last values of each code (FHIR R4 $lastn)", "As the search, and max: how many of each code, at most 100; default 1.");

    /// <summary>A trend.</summary>
    public static readonly FaceDoc Trend = Posted("observationTrend", "Values of a period with the patient's thresholds, their least, greatest and mean",
        "As the search, and start, end, and by: day (default), week, month or period. Defined at OperationDefinition/Observation-trend.");

    /// <summary>Answered forms.</summary>
    public static readonly FaceDoc Forms = Posted("searchForms", "Search for answered forms with their scores",
        "patient.identifier (or patient, subject), questionnaire, authored, status, _count (at most 200), _sort (-authored or authored). The scores go along as Observations derived from the form.");

    /// <summary>A further page of forms.</summary>
    public static readonly FaceDoc NextForms = Followed("nextForms", "Follow the link to a further page");

    /// <summary>The CapabilityStatement.</summary>
    public static readonly FaceDoc Metadata = Open("fhirMetadata", "CapabilityStatement of the read face");

    /// <summary>SMART discovery.</summary>
    public static readonly FaceDoc Smart = Open("smartConfiguration", "Where a viewer logs its user in (SMART App Launch 2.0)");

    /// <summary>The definition of the trend.</summary>
    public static readonly FaceDoc TrendDefinition = Open("trendDefinition", "OperationDefinition of $trend");

    private static FaceDoc Posted(string id, string summary, string text) => new(id, Area, summary, text)
    {
        Body = new BodyDoc([Form, MediaTypes.FhirJson], FormExample),
        Answers =
        [
            new(200, "What was found, and what is missing.", MediaTypes.FhirJson, Partial),
            new(400, "A parameter is not known or has the wrong form, or stands in the address.", MediaTypes.FhirJson),
            .. Refusals(),
        ],
    };

    private static FaceDoc Followed(string id, string summary) => new(id, Area, summary, "The address is opaque: the question in it is sealed. Without it, searching by GET is refused.")
    {
        Query = [new QueryDoc("_page", "As given in the link next.")],
        Answers =
        [
            new(200, "The page.", MediaTypes.FhirJson),
            new(400, "The address has no page in it, or has a question in it.", MediaTypes.FhirJson),
            new(410, "The link is too old, or somebody else's.", MediaTypes.FhirJson),
            .. Refusals(),
        ],
    };

    private static FaceDoc Open(string id, string summary) => new(id, Area, summary, "For anybody.")
    {
        NeedsKey = false,
        Answers = [new(200, "The document.", MediaTypes.FhirJson)],
    };

    private static AnswerDoc[] Refusals() =>
    [
        new(401, "No access token, or one that is not valid; WWW-Authenticate says why.", MediaTypes.FhirJson),
        new(403, "Organisation, role, consent, responsibility or scope do not allow it. The look is recorded as refused.", MediaTypes.FhirJson),
        new(404, "No partner of the tenant can answer such a question.", MediaTypes.FhirJson),
        new(502, "The partners failed, or gave an answer that cannot be understood.", MediaTypes.FhirJson),
        new(503, "No partner answers, or the hub cannot record the look now.", MediaTypes.FhirJson),
        new(504, "No partner answered in time.", MediaTypes.FhirJson),
    ];
}
