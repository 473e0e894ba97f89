using System.Globalization;
using System.Text.Json;
using Hub.Core.Adapters;
using Hub.Core.Errors;
using Hub.Core.Intake;
using Hub.Host.Errors;

namespace Hub.Host.Faces;

/// <summary>An intake answer in FHIR R4: OperationOutcome for documents and single resources, batch-response for batches (FHIR R4 3.1.0.11.2).</summary>
internal static class VkpAnswer
{
    private const string CodeSystem = "urn:hub:error";
    private const string RepairSystem = "urn:hub:repair";

    /// <summary>Writes the answer.</summary>
    /// <param name="response">Where to.</param>
    /// <param name="answer">The answer.</param>
    /// <returns>When it is on its way.</returns>
    public static Task WriteAsync(HttpResponse response, IntakeAnswer answer)
    {
        if (answer.Errors.Count > 0)
            return RefuseAsync(response, answer.Errors);
        if (answer.IsBatch)
            return JsonAnswer.WriteAsync(response, StatusCodes.Status200OK, MediaTypes.FhirJson, answer.Entries, Batch);
        return JsonAnswer.WriteAsync(response, AnswerStatus.Of(answer), MediaTypes.FhirJson, answer.Entries, static (json, entries) => Outcome(json, entries));
    }

    /// <summary>Answers with errors.</summary>
    /// <param name="response">Where to.</param>
    /// <param name="errors">At least one.</param>
    /// <returns>When it is on its way.</returns>
    public static Task RefuseAsync(HttpResponse response, params IReadOnlyList<HubError> errors)
    {
        var status = ErrorStatus.Of(errors);
        Problem.Hints(response, status);
        return JsonAnswer.WriteAsync(response, status, MediaTypes.FhirJson, errors, static (json, list) =>
        {
            Open(json);
            foreach (var error in list)
                Issue(json, error);
            Close(json);
        });
    }

    private static void Batch(Utf8JsonWriter json, IReadOnlyList<EntryAnswer> entries)
    {
        json.WriteStartObject();
        json.WriteString("resourceType", "Bundle");
        json.WriteString("type", "batch-response");
        if (entries.Count > 0)
            json.WriteStartArray("entry");
        foreach (var entry in entries)
        {
            json.WriteStartObject();
            if (entry.Label.StartsWith("urn:", StringComparison.Ordinal) || entry.Label.StartsWith("http", StringComparison.Ordinal))
                json.WriteString("fullUrl", entry.Label);
            json.WriteStartObject("response");
            json.WriteString("status", AnswerStatus.Of(entry).ToString(CultureInfo.InvariantCulture));
            json.WritePropertyName("outcome");
            Outcome(json, [entry]);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        if (entries.Count > 0)
            json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Says of an entry that it was read as a part of others.</summary>
    /// <param name="json">Where to.</param>
    public static void WriteUsed(Utf8JsonWriter json)
    {
        Open(json);
        WriteIssue(json, "information", "informational", "urn:hub:answer", "used", "Read together with the entries that refer to it; nothing of its own was stored", "used", null);
        Close(json);
    }

    /// <summary>Writes what became of entries as one OperationOutcome.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="entries">The entries.</param>
    public static void Outcome(Utf8JsonWriter json, IReadOnlyList<EntryAnswer> entries)
    {
        Open(json);
        foreach (var entry in entries)
        {
            if (entry.Status is EntryStatus.Accepted or EntryStatus.Repeated)
                Taken(json, entry);
            foreach (var error in entry.Errors.Count == 0 && entry.Status == EntryStatus.Conflict ? [IntakeErrors.ChangedRepeat.At()] : entry.Errors)
                Issue(json, error);
            foreach (var repair in entry.Repairs)
                Issue(json, repair);
        }

        Close(json);
    }

    private static void Taken(Utf8JsonWriter json, EntryAnswer entry)
    {
        var numbers = string.Join(" ", entry.MessageIds.Select(m => m.ToString(CultureInfo.InvariantCulture)));
        var text = entry.Status == EntryStatus.Accepted ? "Accepted" : "Accepted before; nothing new was stored";
        WriteIssue(json, "information", "informational", "urn:hub:answer", AnswerStatus.Name(entry.Status), text, $"messages: {numbers}", null);
    }

    private static void Issue(Utf8JsonWriter json, HubError error) => WriteIssue(
        json, "error", IssueType(error), CodeSystem, error.Code, error.Text, error.Path is null ? $"{error.Code}: {error.Text}" : $"{error.Code} at {error.Path}: {error.Text}", error.Path);

    private static void Issue(Utf8JsonWriter json, Repair repair) => WriteIssue(
        json, "warning", "invariant", RepairSystem, repair.Rule, repair.What, repair.Path.Length == 0 ? $"repaired: {repair.What}" : $"repaired at {repair.Path}: {repair.What}", repair.Path);

    // Element order and names as FHIR R4 OperationOutcome has them; clients in the field read either details.text or diagnostics.
    private static void WriteIssue(
        Utf8JsonWriter json, string severity, string type, string system, string code, string text, string diagnostics, string? expression)
    {
        json.WriteStartObject();
        json.WriteString("severity", severity);
        json.WriteString("code", type);
        json.WriteStartObject("details");
        json.WriteStartArray("coding");
        json.WriteStartObject();
        json.WriteString("system", system);
        json.WriteString("code", code);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteString("text", text);
        json.WriteEndObject();
        json.WriteString("diagnostics", diagnostics);
        if (!string.IsNullOrEmpty(expression) && !expression.StartsWith("line ", StringComparison.Ordinal))
        {
            json.WriteStartArray("expression");
            json.WriteStringValue(expression);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static string IssueType(HubError error) => ErrorStatus.Of(error) switch
    {
        StatusCodes.Status401Unauthorized => "login",
        StatusCodes.Status403Forbidden => "forbidden",
        StatusCodes.Status404NotFound => "not-found",
        StatusCodes.Status409Conflict => "conflict",
        StatusCodes.Status413PayloadTooLarge => "too-long",
        StatusCodes.Status415UnsupportedMediaType or StatusCodes.Status501NotImplemented or StatusCodes.Status405MethodNotAllowed => "not-supported",
        StatusCodes.Status429TooManyRequests => "throttled",
        StatusCodes.Status500InternalServerError => "exception",
        StatusCodes.Status503ServiceUnavailable => "transient",
        _ => error.Code == IntakeErrors.Missing.Code ? "required" : "invalid",
    };

    private static void Open(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("resourceType", "OperationOutcome");
        json.WriteStartArray("issue");
    }

    private static void Close(Utf8JsonWriter json)
    {
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
