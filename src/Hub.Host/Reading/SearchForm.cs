using System.Text;
using System.Text.Json;
using Hub.Core.Errors;
using Hub.Core.Json;
using Hub.Host.Faces;
using Microsoft.AspNetCore.WebUtilities;

namespace Hub.Host.Reading;

/// <summary>The parameters of a search or operation, from the body: a form, or a Parameters resource. Never from the address, which is logged on the way.</summary>
/// <param name="Pairs">Names and values in their order.</param>
internal sealed record SearchForm(IReadOnlyList<KeyValuePair<string, string>> Pairs)
{
    private const int MostBytes = 64 * 1024;
    private const int MostPairs = 100;

    // What may stand in an address, since it says nothing about anybody.
    private static readonly string[] InAddress = ["_format", "_pretty", "_page"];

    /// <summary>Every value of a parameter.</summary>
    /// <param name="names">Its names.</param>
    /// <returns>The values.</returns>
    public IEnumerable<string> All(params string[] names) => Pairs.Where(p => names.Contains(p.Key)).Select(p => p.Value);

    /// <summary>Reads a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The parameters, or what is wrong.</returns>
    public static async ValueTask<Result<SearchForm>> ReadAsync(HttpRequest request)
    {
        if (request.Query.Keys.Any(k => !InAddress.Contains(k)))
            return ReadErrors.IdInAddress.At();
        var (type, charset) = MediaTypes.Split(request.ContentType);
        if (charset is not null && !charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            return IntakeErrors.WrongCharset.At(detail: "The Content-Type names a charset other than UTF-8");
        if (request.ContentLength == 0 || (request.ContentLength is null && type.Length == 0))
            return new SearchForm([]);
        if (type is not ("application/x-www-form-urlencoded" or MediaTypes.FhirJson or MediaTypes.Json))
            return IntakeErrors.WrongMediaType.At(detail: "Parameters are sent as application/x-www-form-urlencoded, or as a Parameters resource");
        var body = await RequestBody.ReadAsync(request, MostBytes, Core.Tenants.InboundMode.Strict);
        if (!body.IsOk)
            return Result<SearchForm>.Failed(body.Errors);
        return type is MediaTypes.FhirJson or MediaTypes.Json ? Resource(body.Value) : Form(body.Value);
    }

    private static Result<SearchForm> Form(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var reader = new FormReader(Encoding.UTF8.GetString(body.Span)) { ValueCountLimit = MostPairs };
            return new SearchForm([.. reader.ReadForm().SelectMany(p => p.Value.Select(v => KeyValuePair.Create(p.Key, v ?? "")))]);
        }
        catch (InvalidDataException)
        {
            return ReadErrors.BadParameter.At(detail: "The form cannot be read");
        }
    }

    // Of a Parameters resource only what a form could say as well.
    private static Result<SearchForm> Resource(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = SoundJson.Parse(body, new JsonDocumentOptions { MaxDepth = 8, AllowDuplicateProperties = false });
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("resourceType", out var type) || !type.ValueEquals("Parameters"))
                return ReadErrors.BadParameter.At("resourceType", "A Parameters resource is expected");
            if (!json.RootElement.TryGetProperty("parameter", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > MostPairs)
                return new SearchForm([]);
            var pairs = new List<KeyValuePair<string, string>>();
            foreach (var parameter in list.EnumerateArray())
            {
                if (Pair(parameter) is not { } pair)
                    return ReadErrors.BadParameter.At($"parameter[{pairs.Count}]", "A parameter has a name and one simple value, a Coding or an Identifier");
                pairs.Add(pair);
            }

            return new SearchForm(pairs);
        }
        catch (JsonException)
        {
            return IntakeErrors.MalformedJson.At();
        }
    }

    private static KeyValuePair<string, string>? Pair(JsonElement parameter)
    {
        if (parameter.ValueKind != JsonValueKind.Object || !parameter.TryGetProperty("name", out var name) || name.ValueKind != JsonValueKind.String)
            return null;
        var value = parameter.EnumerateObject().Where(m => m.Name.StartsWith("value", StringComparison.Ordinal)).Select(m => Text(m.Value)).ToArray();
        return value is [{ } text] ? KeyValuePair.Create(name.GetString()!, text) : null;
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        JsonValueKind.Object when Member(value, "system") is var system && (Member(value, "code") ?? Member(value, "value")) is { } code => system is null ? code : $"{system}|{code}",
        _ => null,
    };

    private static string? Member(JsonElement value, string name) => value.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
}
