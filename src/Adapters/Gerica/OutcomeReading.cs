using System.Text.Json;
using Hub.Adapters.Json;

namespace Hub.Adapters.Gerica;

/// <summary>
/// What an OperationOutcome says, in codes only: its texts may name the patient and are not kept. Codes of VKP's operation-outcome system
/// are sorted by class: 1 and 2 are about the request, 3 is the partner's own trouble.
/// </summary>
/// <param name="IsOutcome">True when the body is an OperationOutcome.</param>
/// <param name="Code">The most telling code, null when there is none that can be shown.</param>
/// <param name="Path">The element at fault, null when none is named.</param>
/// <param name="Temporary">True when the partner says that it may work later.</param>
/// <param name="PatientUnknown">True when the patient is not registered, or lacks the service.</param>
/// <param name="Duplicate">True when the partner refuses since it has this very document already.</param>
public sealed record OutcomeReading(bool IsOutcome, string? Code, string? Path, bool Temporary, bool PatientUnknown, bool Duplicate)
{
    private static readonly OutcomeReading None = new(false, null, null, false, false, false);

    // FHIR R4 issue-type: the group below 'transient', with 'timeout' and 'exception' of it.
    private static readonly HashSet<string> Transient = new(StringComparer.Ordinal)
    {
        "transient", "lock-error", "no-store", "exception", "timeout", "incomplete", "throttled", "3", "3.1",
    };

    private static readonly HashSet<string> Unknown = new(StringComparer.Ordinal) { "patient-unknown", "service-missing", "1.3", "2.1" };

    /// <summary>Reads a body.</summary>
    /// <param name="body">The bytes; anything that is not an OperationOutcome reads as none.</param>
    /// <returns>The reading.</returns>
    public static OutcomeReading Of(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
            return None;
        try
        {
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = 32 });
            using var document = JsonDocument.ParseValue(ref reader);
            return Of(document.RootElement);
        }
        catch (JsonException)
        {
            return None;
        }
    }

    /// <summary>Reads a resource.</summary>
    /// <param name="resource">The resource.</param>
    /// <returns>The reading.</returns>
    public static OutcomeReading Of(JsonElement resource)
    {
        if (resource.ValueKind != JsonValueKind.Object || Text(resource, "resourceType") != "OperationOutcome")
            return None;
        var codes = new List<string>();
        string? path = null;
        foreach (var issue in Items(resource, "issue"))
        {
            if (issue.TryGetProperty("details", out var details) && details.ValueKind == JsonValueKind.Object)
                codes.AddRange(Items(details, "coding").Select(c => Text(c, "code")).OfType<string>());
            if (Text(issue, "code") is { } type)
                codes.Add(type);
            path ??= Items(issue, "expression").Where(e => e.ValueKind == JsonValueKind.String).Select(e => JsonText.Read(e)).FirstOrDefault(IsPath);
        }

        var shown = codes.Find(Unknown.Contains) ?? codes.Find(Transient.Contains) ?? codes.Find(IsCode);
        var unknown = codes.Exists(Unknown.Contains);
        return new OutcomeReading(true, shown, path, !unknown && codes.Exists(Transient.Contains), unknown, codes.Contains("duplicate"));
    }

    // What is shown must not be able to carry a name or a national id: short, plain, and no long run of digits.
    private static bool IsCode(string code) =>
        code.Length is > 0 and <= 40 && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_') && !HasDigits(code, 5);

    private static bool IsPath(string? path) =>
        path is { Length: > 0 and <= 120 } && path.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '[' or ']' or '(' or ')' or '_') && !HasDigits(path, 5);

    private static bool HasDigits(string text, int run)
    {
        var length = 0;
        foreach (var c in text)
        {
            length = char.IsAsciiDigit(c) ? length + 1 : 0;
            if (length >= run)
                return true;
        }

        return false;
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? JsonText.Read(value) : null;

    private static JsonElement.ArrayEnumerator Items(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray()
            : default;
}
