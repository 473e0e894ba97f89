using System.Text.Json;

namespace Hub.Simulators.Gerica;

/// <summary>A batch of Observations, each entry for itself (FHIR R4 http, batch). The idempotency key of an entry is its element id, or else the identifier of the Observation in the system <c>urn:hub:delivery</c>.</summary>
internal static class LabBatch
{
    public static byte[]? Answer(JsonElement bundle, string client, JournalDesk desk, FaultPlan faults, string baseUrl, AccessTokens tokens)
    {
        if (!bundle.Is("resourceType", "Bundle") || !bundle.Is("type", "batch"))
            return null;
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("resourceType", "Bundle");
            json.WriteString("type", "batch-response");
            json.WriteStartArray("entry");
            var no = 0;
            foreach (var entry in bundle.Items("entry"))
            {
                var ended = faults.TokenEndsAfter > 0 && no++ >= faults.TokenEndsAfter;
                if (ended)
                    tokens.ExpireAll();
                Entry(json, entry, ended ? Verdict.No(401, "token") : Take(entry, client, desk, faults), baseUrl);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }
        return buffer.ToArray();
    }

    private static Verdict Take(JsonElement entry, string client, JournalDesk desk, FaultPlan faults)
    {
        if (Chance.Hits(faults.ErrorRate))
            return Verdict.No(500, "internal");
        if (entry.Member("request") is not { } request || !request.Is("method", "POST") || !request.Is("url", "Observation"))
            return Verdict.No(422, "invalid", new Complaint("Bundle.entry.request", "is not POST Observation"));
        if (entry.Member("resource") is not { } resource)
            return Verdict.No(422, "invalid", new Complaint("Bundle.entry.resource", "is missing"));
        return desk.Observation(resource, client, entry.Text("id"), faults);
    }

    private static void Entry(Utf8JsonWriter json, JsonElement entry, Verdict verdict, string baseUrl)
    {
        json.WriteStartObject();
        if (entry.Text("fullUrl") is { } url)
            json.WriteString("fullUrl", url);
        json.WriteStartObject("response");
        json.WriteString("status", verdict.Status switch
        {
            200 => "200 OK",
            201 => "201 Created",
            401 => "401 Unauthorized",
            409 => "409 Conflict",
            422 => "422 Unprocessable Entity",
            _ => "500 Internal Server Error",
        });
        if (verdict.Effect is { } effect)
        {
            json.WriteString("location", $"{baseUrl}/{effect.Location}");
        }
        else
        {
            json.WritePropertyName("outcome");
            Answers.WriteOutcome(json, verdict);
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
