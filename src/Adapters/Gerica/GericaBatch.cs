using System.Buffers;
using System.Text.Json;
using Hub.Core.Adapters;

namespace Hub.Adapters.Gerica;

/// <summary>Writes a batch Bundle around finished observations (FHIR R4 http.html#batch). The observations go in as they are, byte by byte.</summary>
public static class GericaBatch
{
    /// <summary>System of the identifier that makes an entry recognisable.</summary>
    public const string DeliverySystem = "urn:hub:delivery";

    /// <summary>Address of an entry within the batch.</summary>
    /// <param name="item">The document.</param>
    /// <returns>A URN.</returns>
    public static string FullUrl(OutboundItem item) => $"urn:uuid:{item.Document.DocumentId}";

    /// <summary>Writes the Bundle.</summary>
    /// <param name="items">The observations.</param>
    /// <returns>The bytes.</returns>
    public static ReadOnlyMemory<byte> Write(IReadOnlyList<OutboundItem> items)
    {
        var size = 256;
        foreach (var item in items)
            size += item.Document.Body.Length + 256;
        var buffer = new ArrayBufferWriter<byte>(size);
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true });
        writer.WriteStartObject();
        writer.WriteString("resourceType"u8, "Bundle"u8);
        writer.WriteString("type"u8, "batch"u8);
        writer.WriteStartArray("entry"u8);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            // The element id carries the same key as the header of a single post, so that a document tried both ways is one to the journal.
            writer.WriteString("id"u8, item.IdempotencyKey);
            writer.WriteString("fullUrl"u8, FullUrl(item));
            writer.WritePropertyName("resource"u8);
            writer.WriteRawValue(item.Document.Body.Span, skipInputValidation: true);
            writer.WriteStartObject("request"u8);
            writer.WriteString("method"u8, "POST"u8);
            writer.WriteString("url"u8, "Observation"u8);
            writer.WriteString("ifNoneExist"u8, $"identifier={DeliverySystem}|{item.Document.DocumentId}");
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }
}
