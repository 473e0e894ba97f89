using System.Buffers;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Hub.Core.Mappings;

namespace Hub.Host.Simulation;

/// <summary>Compares documents by what they say: order of members and blanks between elements count for nothing. Pure.</summary>
internal static class DocumentForm
{
    /// <summary>Whether two documents say the same.</summary>
    /// <param name="a">The one.</param>
    /// <param name="b">The other.</param>
    /// <returns>True when form, media type and content are the same.</returns>
    public static bool IsSame(OutboundDocument a, OutboundDocument b)
    {
        if (a.Form != b.Form || a.MediaType != b.MediaType)
            return false;
        if (a.Body.Span.SequenceEqual(b.Body.Span))
            return true;
        try
        {
            return a.MediaType.Contains("json", StringComparison.Ordinal) ? Json(a.Body).AsSpan().SequenceEqual(Json(b.Body))
                : a.MediaType.Contains("xml", StringComparison.Ordinal) && XNode.DeepEquals(Xml(a.Body), Xml(b.Body));
        }
        catch (Exception e) when (e is JsonException or XmlException)
        {
            return false;
        }
    }

    private static byte[] Json(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        var buffer = new ArrayBufferWriter<byte>(body.Length);
        using (var json = new Utf8JsonWriter(buffer))
            Write(json, document.RootElement);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter json, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var member in element.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal))
                {
                    json.WritePropertyName(member.Name);
                    Write(json, member.Value);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                    Write(json, item);
                json.WriteEndArray();
                break;
            default:
                // Digits as they are: 1.0 is not 1 in a measurement.
                element.WriteTo(json);
                break;
        }
    }

    private static XDocument Xml(ReadOnlyMemory<byte> body)
    {
        using var stream = new MemoryStream(body.ToArray(), writable: false);
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true });
        return XDocument.Load(reader);
    }
}
