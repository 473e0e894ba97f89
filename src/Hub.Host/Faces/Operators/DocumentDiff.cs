using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Hub.Core.Errors;
using Hub.Core.Json;
using Hub.Host.Configuration.Snapshots;
using Hub.Host.Errors;

namespace Hub.Host.Faces.Operators;

/// <summary>What differs between a document and the one that shall take its place, line by line in a form for people. Pure.</summary>
internal static class DocumentDiff
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly XmlReaderSettings Careful = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 20 * 1024 * 1024 };

    /// <summary>Compares.</summary>
    /// <param name="before">What is stored.</param>
    /// <param name="after">What shall be sent.</param>
    /// <param name="mediaType">Media type of both.</param>
    /// <returns>The difference as <c>diff -u</c> writes it, empty when there is none; or why the new document is none of its media type.</returns>
    public static Result<string> Of(ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> after, string mediaType)
    {
        var type = MediaTypes.Split(mediaType).Type;
        try
        {
            if (type.EndsWith("json", StringComparison.Ordinal))
                return UnifiedDiff.Of(Json(before), Json(after), "document");
            if (type.EndsWith("xml", StringComparison.Ordinal))
                return UnifiedDiff.Of(Xml(before), Xml(after), "document");
        }
        catch (Exception fault) when (fault is JsonException or XmlException)
        {
            return HttpErrors.BadParameter.At("$.document", $"It is not well-formed {(type.EndsWith("json", StringComparison.Ordinal) ? "JSON" : "XML")}");
        }

        if (type.StartsWith("text/", StringComparison.Ordinal))
            return UnifiedDiff.Of(Encoding.UTF8.GetString(before.Span), Encoding.UTF8.GetString(after.Span), "document");
        return before.Span.SequenceEqual(after.Span) ? "" : $"{type}: {before.Length} bytes become {after.Length} bytes\n";
    }

    private static string Json(ReadOnlyMemory<byte> bytes)
    {
        using var document = SoundJson.Parse(bytes, new JsonDocumentOptions { AllowDuplicateProperties = false });
        return JsonSerializer.Serialize(document.RootElement, Indented) + "\n";
    }

    private static string Xml(ReadOnlyMemory<byte> bytes)
    {
        using var stream = new MemoryStream(bytes.ToArray());
        using var reader = XmlReader.Create(stream, Careful);
        return XDocument.Load(reader).ToString() + "\n";
    }
}
