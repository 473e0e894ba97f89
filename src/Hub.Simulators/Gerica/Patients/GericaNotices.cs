using System.Net.Http.Headers;
using System.Text.Json;
using Hub.Fhir.Json;

namespace Hub.Simulators.Gerica;

/// <summary>What the journal tells others by itself: somebody changed, a service was granted or ended. Written in the form that the hub's README for Gerica-like journals documents.</summary>
public static class GericaNotices
{
    /// <summary>Somebody's personalia changed.</summary>
    /// <param name="patient">Who, as of now.</param>
    /// <param name="id">Number of the notice.</param>
    /// <param name="at">When.</param>
    /// <returns>The bytes.</returns>
    public static byte[] Changed(RegisteredPatient patient, string id, DateTimeOffset at) => Write(id, "personalia.changed", at, json =>
    {
        json.WritePropertyName("patient");
        json.WriteRawValue(FhirJson.ToBytes(PatientResources.Person(patient)));
        json.WriteStartArray("episodes");
        foreach (var (service, from) in patient.Services)
            json.WriteRawValue(FhirJson.ToBytes(PatientResources.Service(patient, service, from)));
        json.WriteEndArray();
    });

    /// <summary>A service was granted.</summary>
    /// <param name="patient">Who.</param>
    /// <param name="service">VKP's short code.</param>
    /// <param name="id">Number of the notice.</param>
    /// <param name="at">When it was decided; it holds from then.</param>
    /// <returns>The bytes.</returns>
    public static byte[] Granted(RegisteredPatient patient, string service, string id, DateTimeOffset at) => Write(id, "service.granted", at, json => Episode(json, patient, service, at, null));

    /// <summary>A service was ended.</summary>
    /// <param name="patient">Who.</param>
    /// <param name="service">VKP's short code.</param>
    /// <param name="id">Number of the notice.</param>
    /// <param name="at">When it ended.</param>
    /// <param name="reason">Why, null when not said.</param>
    /// <returns>The bytes.</returns>
    public static byte[] Ended(RegisteredPatient patient, string service, string id, DateTimeOffset at, string? reason = null) => Write(id, "service.ended", at, json =>
    {
        Episode(json, patient, service, patient.Services.TryGetValue(service, out var from) ? from : at, at);
        if (reason is not null)
            json.WriteString("reason", reason);
    });

    /// <summary>Sends a notice to the hub.</summary>
    /// <param name="http">The way.</param>
    /// <param name="webhook">Address of the webhook.</param>
    /// <param name="key">The journal's key at the hub.</param>
    /// <param name="notice">The notice.</param>
    /// <returns>HTTP status of the answer.</returns>
    public static async Task<int> SendAsync(HttpClient http, Uri webhook, string key, byte[] notice)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook) { Content = new ByteArrayContent(notice) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var response = await http.SendAsync(request);
        return (int)response.StatusCode;
    }

    private static void Episode(Utf8JsonWriter json, RegisteredPatient patient, string service, DateTimeOffset from, DateTimeOffset? to)
    {
        json.WritePropertyName("episode");
        json.WriteRawValue(FhirJson.ToBytes(PatientResources.Service(patient, service, from, to)));
    }

    private static byte[] Write(string id, string type, DateTimeOffset at, Action<Utf8JsonWriter> body)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("noticeId", id);
            json.WriteString("type", type);
            json.WriteString("occurredAt", at);
            body(json);
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
