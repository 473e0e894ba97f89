using System.Buffers;
using System.Text;
using System.Text.Json;
using Hub.Fhir.Json.Reading;
using Hub.Fhir.Json.Shapes;
using Hub.Fhir.Model;

namespace Hub.Fhir.Json;

/// <summary>FHIR R4 JSON in and out. Source: FHIR R4, json.html.</summary>
public static class FhirJson
{
    /// <summary>Deepest nesting that is read.</summary>
    public const int MaxDepth = 64;

    /// <summary>Most errors, repairs or unmodelled elements that are collected; hostile input cannot make the answer grow beyond that.</summary>
    public const int MaxIssues = 200;

    /// <summary>Reads one resource. Never throws for bad input.</summary>
    /// <param name="utf8">The bytes of the JSON text.</param>
    /// <param name="mode">Strict or lenient.</param>
    public static FhirReadResult Read(ReadOnlySpan<byte> utf8, FhirReadMode mode = FhirReadMode.Strict) => DocumentReader.Read(utf8, mode);

    /// <summary>Reads one resource from text. Never throws for bad input.</summary>
    /// <param name="json">The JSON text.</param>
    /// <param name="mode">Strict or lenient.</param>
    public static FhirReadResult Read(string json, FhirReadMode mode = FhirReadMode.Strict) => DocumentReader.Read(Encoding.UTF8.GetBytes(json), mode);

    /// <summary>Writes a resource, compact, UTF-8 without byte-order mark.</summary>
    /// <param name="output">Where the bytes go.</param>
    /// <param name="resource">The resource.</param>
    public static void Write(IBufferWriter<byte> output, Resource resource)
    {
        using var lease = WriterLease.Take();
        lease.Writer.Reset(output);
        WriteResource(lease.Writer, resource);
        lease.Writer.Flush();
    }

    /// <summary>Writes a resource inside a JSON text that somebody else is writing.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="resource">The resource.</param>
    public static void Write(Utf8JsonWriter writer, Resource resource) => WriteResource(writer, resource);

    /// <summary>Writes a resource to a new array.</summary>
    /// <param name="resource">The resource.</param>
    public static byte[] ToBytes(Resource resource)
    {
        using var lease = WriterLease.Take();
        lease.Writer.Reset(lease.Buffer);
        WriteResource(lease.Writer, resource);
        lease.Writer.Flush();
        return lease.Buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes a resource to a text.</summary>
    /// <param name="resource">The resource.</param>
    public static string ToText(Resource resource)
    {
        using var lease = WriterLease.Take();
        lease.Writer.Reset(lease.Buffer);
        WriteResource(lease.Writer, resource);
        lease.Writer.Flush();
        return Encoding.UTF8.GetString(lease.Buffer.WrittenSpan);
    }

    internal static void WriteResource(Utf8JsonWriter writer, Resource resource)
    {
        if (resource is UnmodelledResource raw)
            writer.WriteRawValue(raw.Json, skipInputValidation: true);
        else
            ResourceShapes.Of(resource).Write(writer, resource);
    }
}
