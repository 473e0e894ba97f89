using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hub.Simulators.Planer;

/// <summary>The addresses of the register.</summary>
internal sealed class PlanerFace(PlanerRegister register)
{
    private static readonly string[] Levels = ["green", "yellow", "red"];

    public (int Status, JsonNode? Answer) Answer(string method, string path, string patient, byte[] body) => (method, path.Trim('/').Split('/')) switch
    {
        ("POST", ["plan"]) => Create(body),
        ("GET", ["plan"]) => Search(patient),
        ("GET", ["plan", var id]) => One(id, null),
        ("PUT", ["plan", var id]) => Update(id, body),
        ("GET", ["plan", var id, "history"]) => History(id),
        ("GET", ["plan", var id, "version", var version]) => int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? One(id, number) : Error(400, "invalid version"),
        _ => Error(404, "no such address"),
    };

    private (int, JsonNode?) Create(byte[] body)
    {
        if (Read(body) is not { } request || !IsWhole(request) || request["subject"] is not JsonObject || request["version"] is not null)
            return Error(422, "status, subject, updated_by and clinical_content are required; version is not");
        return (201, register.Create(request));
    }

    private (int, JsonNode?) Update(string id, byte[] body)
    {
        if (!Guid.TryParse(id, out _))
            return Error(400, "invalid UUID");
        if (Read(body) is not { } request || !IsWhole(request))
            return Error(422, "status, updated_by and clinical_content are required");
        if (request["version"] is not JsonValue version || version.GetValueKind() != JsonValueKind.Number)
            return Error(422, "version is required");
        if (request["subject"] is not null)
            return Error(422, "subject is read-only after create");
        return register.Update(id, version.GetValue<int>(), request) switch
        {
            (PlanerUpdate.Done, { } plan) => (200, plan),
            (PlanerUpdate.OtherVersion, _) => Error(409, "version mismatch"),
            _ => Error(404, "plan not found"),
        };
    }

    private (int, JsonNode?) Search(string patient) => patient.Length == 0 ? Error(400, "patient is required") : (200, new JsonArray([.. register.OfPatient(patient)]));

    private (int, JsonNode?) One(string id, int? version)
    {
        if (!Guid.TryParse(id, out _))
            return Error(400, "invalid UUID");
        return register.Find(id, version) is { } plan ? (200, plan) : Error(404, "plan or version not found");
    }

    private (int, JsonNode?) History(string id)
    {
        if (!Guid.TryParse(id, out _))
            return Error(400, "invalid UUID");
        return register.History(id) is { } versions ? (200, versions) : Error(404, "plan not found");
    }

    private static bool IsWhole(JsonObject request) => request["status"] is JsonValue && request["updated_by"] is JsonObject && request["clinical_content"] is JsonObject content
        && content["title"] is JsonValue && content["zones"] is JsonArray zones && zones.All(z => z?["level"]?.ToString() is { } level && Levels.Contains(level));

    private static JsonObject? Read(byte[] body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static (int, JsonNode?) Error(int status, string text) => (status, new JsonObject { ["error"] = text });
}
