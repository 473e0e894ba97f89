using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hub.Host.Scenarios;

/// <summary>Bundles as a gateway of the Siemens kind sends them: values with 11073 codes, each patient with the municipality it belongs to.</summary>
internal static class SiemensBundles
{
    private const string Mdc = "urn:iso:std:iso:11073:10101";

    /// <summary>A batch of oxygen saturations, each of one patient.</summary>
    /// <param name="values">Organisation number, national id, id of the reading, when, and the value.</param>
    /// <returns>The Bundle.</returns>
    public static string Batch(params IReadOnlyList<(string Orgnr, string NationalId, string Id, DateTimeOffset At, decimal Value)> values)
    {
        var entries = new JsonArray();
        for (var i = 0; i < values.Count; i++)
        {
            var patient = $"urn:uuid:00000000-0000-4000-8000-{(i * 2) + 1:000000000000}";
            entries.Add(Entry(patient, "Patient", Patient(values[i].Orgnr, values[i].NationalId)));
            entries.Add(Entry($"urn:uuid:00000000-0000-4000-8000-{(i * 2) + 2:000000000000}", "Observation", Saturation(patient, values[i].Id, values[i].At, values[i].Value)));
        }

        return new JsonObject { ["resourceType"] = "Bundle", ["type"] = "batch", ["entry"] = entries }.ToJsonString();
    }

    private static JsonObject Entry(string url, string type, JsonObject resource) => new()
    {
        ["fullUrl"] = url,
        ["resource"] = resource,
        ["request"] = new JsonObject { ["method"] = "POST", ["url"] = type },
    };

    private static JsonObject Patient(string orgnr, string nationalId) => new()
    {
        ["resourceType"] = "Patient",
        ["identifier"] = new JsonArray(Identifier("urn:oid:2.16.578.1.12.4.1.4.1", nationalId)),
        ["name"] = new JsonArray(new JsonObject { ["family"] = "Prøve", ["given"] = new JsonArray("Solveig") }),
        ["managingOrganization"] = new JsonObject { ["identifier"] = Identifier("urn:oid:2.16.578.1.12.4.1.4.101", orgnr) },
    };

    private static JsonObject Saturation(string patient, string id, DateTimeOffset at, decimal value) => new()
    {
        ["resourceType"] = "Observation",
        ["identifier"] = new JsonArray(Identifier("urn:example:gateway:reading", id)),
        ["status"] = "final",
        ["category"] = new JsonArray(Code("http://terminology.hl7.org/CodeSystem/observation-category", "vital-signs")),
        ["code"] = Code(Mdc, "150456"),
        ["subject"] = new JsonObject { ["reference"] = patient },
        ["effectiveDateTime"] = at.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture),
        ["valueQuantity"] = new JsonObject { ["value"] = JsonNode.Parse(value.ToString(CultureInfo.InvariantCulture)), ["unit"] = "%", ["system"] = "http://unitsofmeasure.org", ["code"] = "%" },
    };

    private static JsonObject Code(string system, string code) => new() { ["coding"] = new JsonArray(new JsonObject { ["system"] = system, ["code"] = code }) };

    private static JsonObject Identifier(string system, string value) => new() { ["system"] = system, ["value"] = value };

    /// <summary>Status of each entry of an answer.</summary>
    /// <param name="answer">A batch-response Bundle.</param>
    /// <returns>The statuses, in order.</returns>
    public static IReadOnlyList<string> Statuses(string answer)
    {
        using var bundle = JsonDocument.Parse(answer);
        return [.. bundle.RootElement.GetProperty("entry").EnumerateArray().Select(e => e.GetProperty("response").GetProperty("status").GetString()!)];
    }
}
