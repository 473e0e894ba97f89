using System.Text.Json;

namespace Hub.Core.Json;

/// <summary>Reads JSON whose texts can all be read: escapes may spell half of a surrogate pair (RFC 8259 section 8.2), which the parser lets by and every later look at the text throws at.</summary>
public static class SoundJson
{
    /// <summary>Parses.</summary>
    /// <param name="json">The bytes.</param>
    /// <param name="options">How strictly.</param>
    /// <returns>The document.</returns>
    /// <exception cref="JsonException">It is no JSON, or a text or name in it holds half of a surrogate pair.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> json, JsonDocumentOptions options)
    {
        var reader = new Utf8JsonReader(json.Span, new JsonReaderOptions { MaxDepth = options.MaxDepth });
        while (reader.Read())
        {
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || !reader.ValueIsEscaped)
                continue;
            try
            {
                reader.GetString();
            }
            catch (InvalidOperationException fault)
            {
                throw new JsonException("The text holds half of a surrogate pair.", fault);
            }
        }

        return JsonDocument.Parse(json, options);
    }
}
