using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Hub.Simulators.Siemens;

/// <summary>What the vendor can be asked about: the resources of Bundles that it has made. Numbers keep their digits.</summary>
public sealed class Archive
{
    private const string Fnr = "urn:oid:2.16.578.1.12.4.1.4.1";
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<Held>> _byPatient = new(StringComparer.Ordinal);
    private int _next;

    /// <summary>Keeps what a Bundle holds about patients: Observations and QuestionnaireResponses. The same identifier again makes a new version.</summary>
    /// <param name="bundle">A transaction or batch as it is sent to the hub.</param>
    public void Keep(ReadOnlyMemory<byte> bundle)
    {
        using var document = JsonDocument.Parse(bundle);
        var entries = document.RootElement.GetProperty("entry").EnumerateArray().ToList();
        var patients = entries.Where(e => TypeOf(e) == "Patient").ToDictionary(e => e.GetProperty("fullUrl").GetString()!, e => e.GetProperty("resource").GetProperty("identifier")[0].GetProperty("value").GetString()!);
        foreach (var entry in entries.Where(e => TypeOf(e) is "Observation" or "QuestionnaireResponse"))
        {
            var resource = entry.GetProperty("resource");
            if (resource.GetProperty("subject").TryGetProperty("reference", out var subject) && patients.TryGetValue(subject.GetString()!, out var patient))
                Keep(resource, patient);
        }
    }

    internal IReadOnlyList<Held> Of(string patient, string type)
    {
        lock (_gate)
            return _byPatient.TryGetValue(patient, out var held) ? [.. held.Where(h => h.Type == type)] : [];
    }

    private void Keep(JsonElement resource, string patient)
    {
        var type = resource.GetProperty("resourceType").GetString()!;
        var identifier = resource.TryGetProperty("identifier", out var ids) ? ids.GetRawText() : null;
        lock (_gate)
        {
            if (!_byPatient.TryGetValue(patient, out var held))
                _byPatient[patient] = held = [];
            var before = identifier is null ? -1 : held.FindIndex(h => h.Type == type && h.Json.TryGetProperty("identifier", out var own) && own.GetRawText() == identifier);
            var id = before >= 0 ? held[before].Id : string.Create(CultureInfo.InvariantCulture, $"{type[..3].ToLowerInvariant()}-{++_next}");
            var version = before >= 0 ? held[before].Version + 1 : 1;
            var kept = new Held(type, id, version, patient, Stored(resource, id, version, patient));
            if (before >= 0)
                held[before] = kept;
            else
                held.Add(kept);
        }
    }

    // As a server gives it out: with its own id and version, and the patient by national id.
    private static JsonElement Stored(JsonElement resource, string id, int version, string patient)
    {
        var written = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(written))
        {
            json.WriteStartObject();
            json.WriteString("resourceType", resource.GetProperty("resourceType").GetString());
            json.WriteString("id", id);
            json.WriteStartObject("meta");
            json.WriteString("versionId", version.ToString(CultureInfo.InvariantCulture));
            json.WriteEndObject();
            foreach (var property in resource.EnumerateObject().Where(p => p.Name is not ("resourceType" or "id" or "meta" or "subject" or "device" or "extension" or "derivedFrom" or "source")))
            {
                json.WritePropertyName(property.Name);
                json.WriteRawValue(JsonMarshal.GetRawUtf8Value(property.Value), skipInputValidation: true);
            }

            json.WriteStartObject("subject");
            json.WriteStartObject("identifier");
            json.WriteString("system", Fnr);
            json.WriteString("value", patient);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        using var document = JsonDocument.Parse(written.WrittenMemory);
        return document.RootElement.Clone();
    }

    private static string? TypeOf(JsonElement entry) => entry.TryGetProperty("resource", out var resource) ? resource.GetProperty("resourceType").GetString() : null;
}
