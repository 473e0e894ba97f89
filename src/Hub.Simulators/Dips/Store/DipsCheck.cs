using System.Text.Json.Nodes;

namespace Hub.Simulators.Dips;

/// <summary>What DIPS demands of a new resource, as its implementation guide says.</summary>
internal static class DipsCheck
{
    private const string Profile = "http://dips.no/fhir/StructureDefinition/DIPSVitalSignsObservation";

    private static readonly string[] NotInVitalSigns =
    [
        "implicitRules", "language", "text", "contained", "basedOn", "partOf", "focus", "issued", "dataAbsentReason", "interpretation", "specimen", "device", "hasMember", "derivedFrom",
    ];

    private static readonly string[] NotInDocuments = ["meta", "implicitRules", "language", "category", "securityLabel"];

    /// <summary>The first rule that is broken; null for a good resource.</summary>
    public static string? Fault(string type, JsonObject resource) => type switch
    {
        "Observation" => Observation(resource),
        "DocumentReference" => Document(resource),
        "QuestionnaireResponse" => Nodes.Text(resource, "status") is null ? "QuestionnaireResponse.status is required" : null,
        "CarePlan" => Nodes.Text(resource, "status") is null || Nodes.Text(resource, "intent") is null ? "CarePlan.status and intent are required" : null,
        _ => $"{type} cannot be created",
    };

    private static string? Observation(JsonObject resource)
    {
        if (Nodes.Text(resource, "status") is null || resource["code"] is null || resource["category"] is not JsonArray { Count: > 0 })
            return "Observation.status, category and code are required";
        var profiles = (resource["meta"]?["profile"] as JsonArray)?.Select(p => p?.GetValue<string>()).ToArray() ?? [];
        if (!profiles.Any(p => p?.StartsWith(Profile, StringComparison.Ordinal) == true))
            return null;
        var forbidden = NotInVitalSigns.FirstOrDefault(resource.ContainsKey);
        return forbidden is not null ? $"Observation.{forbidden} is not allowed"
            : resource["performer"] is not JsonArray { Count: > 0 } ? "Observation.performer is required"
            : Nodes.Text(resource, "effectiveDateTime") is null ? "Observation.effectiveDateTime is required"
            : resource["note"] is JsonArray { Count: > 1 } || Nodes.Items(resource, "note").Any(n => n.Count != 1) ? "Observation.note is one text"
            : resource["referenceRange"] is JsonArray { Count: > 1 } ? "Observation.referenceRange is at most one"
            : resource["component"] is null && resource["valueQuantity"] is null && resource["valueCodeableConcept"] is null && resource["valueInteger"] is null ? "Observation.value is required"
            : null;
    }

    private static string? Document(JsonObject resource)
    {
        var forbidden = NotInDocuments.FirstOrDefault(resource.ContainsKey);
        var contents = Nodes.Items(resource, "content").Select(c => c["attachment"]).ToArray();
        return forbidden is not null ? $"DocumentReference.{forbidden} is not allowed"
            : !Nodes.Items(resource["type"], "coding").Any(c => Nodes.Text(c, "system") == "http://dips.no/fhir/namingsystem/dips-documenttypeid") ? "DocumentReference.type is required"
            : resource["author"] is not JsonArray { Count: 1 } || resource["custodian"] is null ? "DocumentReference.author and custodian are required"
            : contents.Length == 0 || contents.Any(a => Nodes.Text(a, "contentType") is null || Nodes.Text(a, "data") is null) ? "DocumentReference.content.attachment is required"
            : null;
    }
}
