using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Hub.Simulators.Dips;

/// <summary>Writes answers; a refusal is an OperationOutcome with its words where the style says.</summary>
internal static class Replies
{
    public static async Task WriteAsync(HttpContext http, int status, JsonNode? body, string mediaType = "application/fhir+json")
    {
        http.Response.StatusCode = status;
        if (body is null)
            return;
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body);
        http.Response.ContentType = mediaType;
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes);
    }

    public static Task RefuseAsync(HttpContext http, int status, string issue, string words, DipsFaults faults)
    {
        Wait(http, status, faults);
        return WriteAsync(http, status, Outcome("error", issue, words, faults.Style));
    }

    /// <summary>The web page of whatever stands before the journal.</summary>
    public static Task PageAsync(HttpContext http, int status, DipsFaults faults)
    {
        Wait(http, status, faults);
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html";
        return http.Response.WriteAsync("<html><body><h1>Vedlikehold</h1></body></html>");
    }

    public static JsonObject Outcome(string severity, string issue, string words, OutcomeStyle style)
    {
        var one = new JsonObject { ["severity"] = severity, ["code"] = issue };
        if (style is OutcomeStyle.Text or OutcomeStyle.Both)
            one["details"] = new JsonObject { ["text"] = words };
        if (style is OutcomeStyle.Diagnostics or OutcomeStyle.Both)
            one["diagnostics"] = words;
        return new JsonObject { ["resourceType"] = "OperationOutcome", ["issue"] = new JsonArray(one) };
    }

    private static void Wait(HttpContext http, int status, DipsFaults faults)
    {
        if (status is 429 or 503 && faults.RetryAfterSeconds > 0)
            http.Response.Headers.RetryAfter = faults.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
    }
}
