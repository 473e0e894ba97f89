using System.Text.Json;
using Hub.Host.Security.Tokens;

namespace Hub.Host.Faces;

/// <summary>The CapabilityStatement of the read face (FHIR R4).</summary>
internal static class FhirCapabilities
{
    private const string Posted = "POST to _search only: what stands in an address is logged on the way";

    /// <summary>Resource types in the order of the alphabet.</summary>
    public static readonly IReadOnlyList<FhirResourceDoc> Resources =
    [
        PlanCapabilities.CarePlan,
        new("Observation", "Values and scores with the patient's thresholds, asked for at the vendor there and then")
        {
            Parameters =
            [
                ("patient", "reference", "patient.identifier=SYSTEM|NUMBER; required unless the token names a patient"),
                ("code", "token", "LOINC, SNOMED CT or NLK"),
                ("combo-code", "token", "Of the whole or of a component"),
                ("category", "token", "vital-signs, laboratory, activity, survey"),
                ("status", "token", "Of the Observation"),
                ("date", "date", "eq, ne, lt, gt, le, ge, sa, eb; several"),
            ],
            Operations = [("lastn", "http://hl7.org/fhir/OperationDefinition/Observation-lastn"), ("trend", "{base}/OperationDefinition/Observation-trend")],
        },
        PlanCapabilities.Provenance,
        new("QuestionnaireResponse", "Answered forms with their scores, asked for at the vendor there and then")
        {
            Parameters =
            [
                ("patient", "reference", "patient.identifier=SYSTEM|NUMBER; required unless the token names a patient"),
                ("questionnaire", "reference", "Canonical address, or the vendor's id of the form"),
                ("authored", "date", "eq, ne, lt, gt, le, ge, sa, eb; several"),
                ("status", "token", "Of the QuestionnaireResponse"),
            ],
            RevIncludes = ["Observation:derived-from"],
        },
    ];

    /// <summary>Writes it.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="address">Base address of the face.</param>
    /// <param name="server">The authorization server, null when not known.</param>
    public static void Write(Utf8JsonWriter json, string address, ServerAddresses? server)
    {
        json.WriteStartObject();
        json.WriteString("resourceType", "CapabilityStatement");
        json.WriteString("status", "active");
        json.WriteString("date", "2026-11-21");
        json.WriteString("kind", "instance");
        json.WriteStartObject("software");
        json.WriteString("name", "Hub");
        json.WriteEndObject();
        json.WriteStartObject("implementation");
        json.WriteString("description", "Home follow-up of one tenant, for treaters");
        json.WriteString("url", address);
        json.WriteEndObject();
        json.WriteString("fhirVersion", "4.0.1");
        json.WriteStartArray("format");
        json.WriteStringValue("application/fhir+json");
        json.WriteStringValue("json");
        json.WriteEndArray();
        json.WriteStartArray("rest");
        json.WriteStartObject();
        json.WriteString("mode", "server");
        json.WriteString("documentation", Posted);
        Security(json, server);
        json.WriteStartArray("resource");
        foreach (var resource in Resources)
            Resource(json, resource, address);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Security(Utf8JsonWriter json, ServerAddresses? server)
    {
        json.WriteStartObject("security");
        if (server is { Authorization: { } authorize, Token: { } token })
        {
            json.WriteStartArray("extension");
            json.WriteStartObject();
            json.WriteString("url", "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris");
            json.WriteStartArray("extension");
            Address(json, "authorize", authorize);
            Address(json, "token", token);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteStartArray("service");
        json.WriteStartObject();
        json.WriteStartArray("coding");
        json.WriteStartObject();
        json.WriteString("system", "http://terminology.hl7.org/CodeSystem/restful-security-service");
        json.WriteString("code", "SMART-on-FHIR");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("description", "Access tokens of HelseID's kind, plain or bound by DPoP. Access by organisation, role, consent and responsibility; each look is recorded.");
        json.WriteEndObject();
    }

    private static void Address(Utf8JsonWriter json, string name, Uri address)
    {
        json.WriteStartObject();
        json.WriteString("url", name);
        json.WriteString("valueUri", address.AbsoluteUri);
        json.WriteEndObject();
    }

    private static void Resource(Utf8JsonWriter json, FhirResourceDoc resource, string address)
    {
        json.WriteStartObject();
        json.WriteString("type", resource.Type);
        json.WriteString("documentation", resource.Text);
        Objects(json, "interaction", resource.Interactions, i => json.WriteString("code", i));
        if (resource.RevIncludes.Count > 0)
        {
            json.WriteStartArray("searchRevInclude");
            foreach (var include in resource.RevIncludes)
                json.WriteStringValue(include);
            json.WriteEndArray();
        }

        Objects(json, "searchParam", resource.Parameters, p =>
        {
            json.WriteString("name", p.Name);
            json.WriteString("type", p.Type);
            json.WriteString("documentation", p.Text);
        });
        Objects(json, "operation", resource.Operations, o =>
        {
            json.WriteString("name", o.Name);
            json.WriteString("definition", o.Definition.Replace("{base}", address, StringComparison.Ordinal));
        });
        json.WriteEndObject();
    }

    private static void Objects<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> write)
    {
        if (items.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
