using System.Text;
using System.Xml;

namespace Hub.Kith.Xml;

/// <summary>
/// Reads bytes into elements. DTDs are refused, nothing outside the bytes is ever fetched, size, depth and number of nodes are bounded, and nothing
/// a sender can write makes it throw. The encoding is taken from the byte order mark or the declaration (UTF-8, UTF-16, ISO-8859-1, US-ASCII).
/// </summary>
public static class KithXml
{
    /// <summary>Reads a document.</summary>
    /// <param name="bytes">The document as it came.</param>
    /// <param name="limits">Bounds; the defaults when <see langword="null"/>.</param>
    public static KithXmlResult Read(ReadOnlyMemory<byte> bytes, KithXmlLimits? limits = null)
    {
        limits ??= KithXmlLimits.Default;
        if (bytes.Length > limits.MaxBytes) return Refused(KithCodes.TooLarge, $"The document is larger than {limits.MaxBytes} bytes.");
        if (bytes.IsEmpty) return Refused(KithCodes.NotXml, "The document is empty.");

        try
        {
            using var stream = StreamOf(bytes);
            using var reader = XmlReader.Create(stream, Settings(limits));
            var root = ElementTree.Build(reader, limits);
            return root is null
                ? Refused(KithCodes.TooLarge, $"The document is nested deeper than {limits.MaxDepth} elements or has more than {limits.MaxNodes} nodes.")
                : new KithXmlResult(root, DeclaredEncoding.Check(bytes.Span));
        }
        catch (XmlException e)
        {
            return Refused(CodeOf(e, bytes.Span), TextOf(e));
        }
        catch (Exception e) when (e is DecoderFallbackException or ArgumentException or NotSupportedException or InvalidOperationException)
        {
            return Refused(KithCodes.BadEncoding, "The bytes do not fit the encoding that the document declares.");
        }
    }

    /// <summary>The reader settings every reading of a document in this library uses.</summary>
    /// <param name="limits">Bounds.</param>
    internal static XmlReaderSettings Settings(KithXmlLimits limits) => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = limits.MaxBytes,
        MaxCharactersFromEntities = 1024,
        CheckCharacters = true,
        CloseInput = false,
    };

    /// <summary>A stream over the bytes without copying where that is possible.</summary>
    /// <param name="bytes">The bytes.</param>
    internal static MemoryStream StreamOf(ReadOnlyMemory<byte> bytes) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);

    private static KithXmlResult Refused(string code, string text) => new(null, [new KithFinding(code, "/", KithSeverity.Error, text)]);

    // XmlException has no codes; its texts may quote the document, so only the position is passed on.
    private static string TextOf(XmlException e) => $"Not readable XML at line {e.LineNumber}, position {e.LinePosition}.";

    private static string CodeOf(XmlException e, ReadOnlySpan<byte> bytes)
    {
        if (e.Message.Contains("DTD", StringComparison.Ordinal)) return KithCodes.DtdRefused;
        if (e.Message.Contains("MaxCharactersInDocument", StringComparison.Ordinal)) return KithCodes.TooLarge;
        return e.Message.Contains("ncoding", StringComparison.Ordinal) || DeclaredEncoding.IsBroken(bytes) ? KithCodes.BadEncoding : KithCodes.NotXml;
    }
}
