using System.Text.Json;
using Hub.Core.Errors;
using Hub.Core.Json;
using Hub.Core.Tenants;
using Hub.Host.Errors;

namespace Hub.Host.Faces;

/// <summary>Small JSON bodies of the consent and operator APIs: an object of single values.</summary>
internal static class JsonBody
{
    private const int MaxBytes = 16 * 1024;
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    /// <summary>Reads an object with known properties.</summary>
    /// <param name="request">The request.</param>
    /// <param name="properties">Names that it may have.</param>
    /// <returns>The object, or every error.</returns>
    public static ValueTask<Result<JsonElement>> ReadAsync(HttpRequest request, params string[] properties) => ReadAsync(request, MaxBytes, properties);

    /// <summary>Reads an object with known properties that may be larger than usual.</summary>
    /// <param name="request">The request.</param>
    /// <param name="maxBytes">Largest body.</param>
    /// <param name="properties">Names that it may have.</param>
    /// <returns>The object, or every error.</returns>
    public static async ValueTask<Result<JsonElement>> ReadAsync(HttpRequest request, int maxBytes, params string[] properties)
    {
        if (MediaTypes.Split(request.ContentType).Type != MediaTypes.Json)
            return IntakeErrors.WrongMediaType.At(detail: "Send application/json");
        var body = await RequestBody.ReadAsync(request, maxBytes, InboundMode.Strict);
        if (!body.IsOk)
            return Result<JsonElement>.Failed(body.Errors);
        try
        {
            using var document = SoundJson.Parse(body.Value, Strict);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return IntakeErrors.MalformedJson.At("$", "The body must be a JSON object");
            var unknown = document.RootElement.EnumerateObject().Where(p => !properties.Contains(p.Name)).Select(p => HttpErrors.BadParameter.At($"$.{p.Name}", "There is no such field")).ToList();
            return unknown.Count > 0 ? Result<JsonElement>.Failed(unknown) : document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return IntakeErrors.MalformedJson.At();
        }
    }

    /// <summary>A text of the object.</summary>
    /// <param name="body">The object.</param>
    /// <param name="name">Property.</param>
    /// <param name="maxLength">Longest text.</param>
    /// <param name="errors">A missing or wrong value is added here.</param>
    /// <returns>The text; empty with an error.</returns>
    public static string Required(JsonElement body, string name, int maxLength, List<HubError> errors)
    {
        var text = Optional(body, name, maxLength, errors);
        if (text is null && errors.TrueForAll(e => e.Path != $"$.{name}"))
            errors.Add(IntakeErrors.Missing.At($"$.{name}"));
        return text ?? "";
    }

    /// <summary>A text of the object that may be left out.</summary>
    /// <param name="body">The object.</param>
    /// <param name="name">Property.</param>
    /// <param name="maxLength">Longest text.</param>
    /// <param name="errors">A wrong value is added here.</param>
    /// <returns>The text or null.</returns>
    public static string? Optional(JsonElement body, string name, int maxLength, List<HubError> errors)
    {
        if (!body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        if (value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text && text.Length <= maxLength)
            return text;
        errors.Add(HttpErrors.BadParameter.At($"$.{name}", $"Must be a text of 1 to {maxLength} characters"));
        return null;
    }
}
