using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Hub.Simulators.Gerica;

/// <summary>Writes FHIR answers. A refusal is an OperationOutcome: reason under details, class 1 to 3 as VKP's operation-outcome has it (3 = try again).</summary>
internal static class Answers
{
    /// <summary>Header that names the version of the interface.</summary>
    public const string VersionHeader = "Gerica-Api-Version";

    private const string MediaType = "application/fhir+json";

    private static readonly byte[] Taken = """{"resourceType":"OperationOutcome","issue":[{"severity":"information","code":"informational"}]}"""u8.ToArray();

    public static (byte[] Body, string? Location) Of(Verdict verdict, string baseUrl) =>
        verdict.Effect is { } effect ? (Taken, $"{baseUrl}/{effect.Location}") : (Outcome(verdict), null);

    public static async Task WriteAsync(HttpContext http, int status, byte[] body, string? location, bool replayed)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = MediaType;
        http.Response.ContentLength = body.Length;
        if (location is not null)
            http.Response.Headers.Location = location;
        if (replayed)
            http.Response.Headers["Idempotent-Replayed"] = "true";
        await http.Response.Body.WriteAsync(body);
    }

    /// <summary>A page for people, where an answer for systems is due.</summary>
    public static async Task PageAsync(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync("<!doctype html><title>Vedlikehold</title><h1>Systemet er under vedlikehold</h1>");
    }

    public static Task RefuseAsync(HttpContext http, int status, string reason, int retryAfterSeconds = 0)
    {
        if (retryAfterSeconds > 0)
            http.Response.Headers.RetryAfter = retryAfterSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (status == 401)
            http.Response.Headers.WWWAuthenticate = "Bearer";
        return WriteAsync(http, status, Outcome(Verdict.No(status, reason)), null, false);
    }

    public static byte[] Outcome(Verdict verdict)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
            WriteOutcome(json, verdict);
        return buffer.ToArray();
    }

    public static void WriteOutcome(Utf8JsonWriter json, Verdict verdict)
    {
        json.WriteStartObject();
        json.WriteString("resourceType", "OperationOutcome");
        json.WriteStartArray("issue");
        foreach (var complaint in verdict.Complaints.DefaultIfEmpty(new Complaint("", verdict.Reason ?? "")))
            Issue(json, verdict, complaint);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Issue(Utf8JsonWriter json, Verdict verdict, Complaint complaint)
    {
        json.WriteStartObject();
        json.WriteString("severity", "error");
        json.WriteString("code", verdict.Status switch
        {
            401 => "login",
            409 when verdict.Reason == "duplicate" => "duplicate",
            409 => "conflict",
            422 when verdict.Reason == "patient-unknown" => "not-found",
            422 when verdict.Reason == "invalid" => "invalid",
            429 => "throttled",
            >= 500 => "transient",
            _ => "business-rule",
        });
        json.WriteStartObject("details");
        json.WriteStartArray("coding");
        Coding(json, "urn:gerica:outcome", verdict.Reason ?? "other");
        Coding(json, "http://ehelse.no/fhir/CodeSystem/vkp-operation-outcome-v090", Class(verdict));
        json.WriteEndArray();
        json.WriteEndObject();
        if (complaint.Path.Length > 0)
        {
            json.WriteString("diagnostics", $"{complaint.Path} {complaint.Text}");
            json.WriteStartArray("expression");
            json.WriteStringValue(complaint.Path);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void Coding(Utf8JsonWriter json, string system, string code)
    {
        json.WriteStartObject();
        json.WriteString("system", system);
        json.WriteString("code", code);
        json.WriteEndObject();
    }

    private static string Class(Verdict verdict) => verdict.Status switch
    {
        401 or 403 => "1",
        422 when verdict.Reason == "service-missing" => "1.3",
        422 when verdict.Reason == "patient-unknown" => "2.1",
        429 or >= 500 => "3",
        _ => "2",
    };
}
