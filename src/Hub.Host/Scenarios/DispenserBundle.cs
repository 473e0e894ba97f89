using System.Globalization;
using System.Text.Json.Nodes;

namespace Hub.Host.Scenarios;

/// <summary>A document Bundle as a response centre journals it through VKP: medicine was taken out of a dispenser.</summary>
internal static class DispenserBundle
{
    private const string Event = "urn:uuid:00000000-0000-4000-8000-000000000002";

    /// <summary>Writes one.</summary>
    /// <param name="id">Id of the document.</param>
    /// <param name="nationalId">Whose medicine it is.</param>
    /// <param name="name">Name of the patient.</param>
    /// <param name="at">When it was taken out.</param>
    /// <returns>The Bundle.</returns>
    public static string Write(Guid id, string nationalId, string name, DateTimeOffset at)
    {
        var time = at.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["resourceType"] = "Bundle",
            ["identifier"] = new JsonObject { ["system"] = "urn:ietf:rfc:3986", ["value"] = $"urn:uuid:{id}" },
            ["type"] = "document",
            ["timestamp"] = time,
            ["entry"] = new JsonArray(
                new JsonObject { ["fullUrl"] = "urn:uuid:00000000-0000-4000-8000-000000000001", ["resource"] = Composition(nationalId, name, time) },
                new JsonObject { ["fullUrl"] = Event, ["resource"] = Dispense(id, nationalId, time) }),
        }.ToJsonString();
    }

    private static JsonObject Composition(string nationalId, string name, string time) => new()
    {
        ["resourceType"] = "Composition",
        ["status"] = "final",
        ["type"] = Code("http://loinc.org", "34133-9"),
        ["category"] = new JsonArray(Code("http://ehelse.no/fhir/CodeSystem/vkp-composition-category-v090", "1")),
        ["subject"] = new JsonObject { ["identifier"] = Patient(nationalId), ["display"] = name },
        ["date"] = time,
        ["author"] = new JsonArray(new JsonObject { ["type"] = "Device", ["display"] = "Dispensertjenesten" }),
        ["title"] = "Medisin utlevert",
        ["event"] = new JsonArray(new JsonObject
        {
            ["code"] = new JsonArray(Code("http://ehelse.no/fhir/CodeSystem/vkp-composition-event-v090", "0")),
            ["period"] = new JsonObject { ["start"] = time },
        }),
        ["section"] = new JsonArray(new JsonObject
        {
            ["title"] = "Beskrivelse av hendelse",
            ["code"] = Code("http://ehelse.no/fhir/CodeSystem/vkp-composition-section-v090", "1.2"),
            ["text"] = new JsonObject { ["status"] = "generated", ["div"] = "<div xmlns=\"http://www.w3.org/1999/xhtml\">Medisin utlevert uassistert.</div>" },
            ["entry"] = new JsonArray(new JsonObject { ["reference"] = Event }),
        }),
    };

    private static JsonObject Dispense(Guid id, string nationalId, string time) => new()
    {
        ["resourceType"] = "MedicationDispense",
        ["identifier"] = new JsonArray(new JsonObject { ["system"] = "urn:ietf:rfc:3986", ["value"] = $"urn:uuid:{id}" }),
        ["status"] = "completed",
        ["category"] = Code("http://ehelse.no/fhir/CodeSystem/vkp-medicationdispense-events-v090", "1.1"),
        ["medicationCodeableConcept"] = new JsonObject { ["text"] = "Ukjent medisin" },
        ["subject"] = new JsonObject { ["identifier"] = Patient(nationalId) },
        ["performer"] = new JsonArray(new JsonObject { ["actor"] = new JsonObject { ["identifier"] = new JsonObject { ["system"] = "urn:example:serial", ["value"] = "PP000533" }, ["display"] = "Multidosedispenser" } }),
        ["whenHandedOver"] = time,
    };

    private static JsonObject Patient(string nationalId) => new() { ["system"] = "urn:oid:2.16.578.1.12.4.1.4.1", ["value"] = nationalId };

    private static JsonObject Code(string system, string code) => new() { ["coding"] = new JsonArray(new JsonObject { ["system"] = system, ["code"] = code }) };
}
