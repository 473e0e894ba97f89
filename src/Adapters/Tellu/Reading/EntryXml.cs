using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using System.Xml;
using Hub.Adapters.Json;
using Hub.Core.Errors;

namespace Hub.Adapters.Tellu.Reading;

/// <summary>Turns the XML form of an entry into its JSON form, so that one reader reads both. Elements are fields, an element that stands several times is a list, attributes are not part of the form.</summary>
internal static class EntryXml
{
    private const int MostCharacters = 4 * 1024 * 1024;
    private const int MostNodes = 100_000;

    /// <summary>How both readers of this form of XML are set up: no DTD, nothing fetched, bounded.</summary>
    public static XmlReaderSettings Settings { get; } = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostCharacters,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>Reads an entry; never throws for bad input.</summary>
    /// <param name="body">The bytes.</param>
    /// <param name="error">Why it cannot be read.</param>
    /// <returns>The entry in the JSON form, which the caller disposes; null when there is an error.</returns>
    public static JsonDocument? Open(ReadOnlyMemory<byte> body, out HubError? error)
    {
        error = null;
        if (body.Span.Trim(" \t\r\n"u8).IsEmpty)
        {
            error = IntakeErrors.EmptyBody.At();
            return null;
        }

        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body.ToArray(), writable: false), Settings);
            if (Build(reader, out error) is not { } root)
                return null;
            if (root.Name == "entry")
                return Written(root);
            error = IntakeErrors.BadFormat.At("/", "An element entry is expected here.");
            return null;
        }
        catch (Exception e) when (IsExpected(e))
        {
            error = ErrorOf(e, body.Span);
            return null;
        }
    }

    /// <summary>True for what bytes that are no XML make the reader do.</summary>
    public static bool IsExpected(Exception e) => e is XmlException or DecoderFallbackException or ArgumentException or NotSupportedException or InvalidOperationException;

    /// <summary>What it means. The exception's own words may quote the input.</summary>
    public static HubError ErrorOf(Exception e, ReadOnlySpan<byte> body)
    {
        if (e is not XmlException fault || (!Utf8.IsValid(body) && IsUtf8(body)))
            return IntakeErrors.WrongCharset.At(null, "The bytes do not fit the encoding that the document declares.");
        return fault.Message.Contains("DTD", StringComparison.Ordinal)
            ? IntakeErrors.MalformedXml.At(null, "A document type declaration is not taken.")
            : IntakeErrors.MalformedXml.At($"line {fault.LineNumber}, position {fault.LinePosition}");
    }

    // What a document does not declare, or declares as UTF-8, is UTF-8 (XML 1.0 section 4.3.3); one with a mark of UTF-16 never comes here for its bytes.
    private static bool IsUtf8(ReadOnlySpan<byte> body)
    {
        var head = Encoding.Latin1.GetString(body[..Math.Min(body.Length, 200)]);
        var declaration = head.StartsWith("<?xml", StringComparison.Ordinal) ? head[..Math.Max(0, head.IndexOf("?>", StringComparison.Ordinal))] : "";
        return !declaration.Contains("encoding", StringComparison.Ordinal) || declaration.Contains("utf-8", StringComparison.OrdinalIgnoreCase);
    }

    private static XmlField? Build(XmlReader reader, out HubError? error)
    {
        error = null;
        XmlField? root = null;
        var open = new Stack<XmlField>();
        for (var nodes = 0; reader.Read(); nodes++)
        {
            if (reader.Depth >= JsonInput.MaxDepth || nodes > MostNodes)
            {
                error = nodes > MostNodes ? IntakeErrors.TooLarge.At() : IntakeErrors.TooDeep.At();
                return null;
            }

            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    // A name in a namespace is another name.
                    var field = new XmlField(reader.NamespaceURI.Length == 0 ? reader.Name : "{}" + reader.LocalName) { HasAttributes = reader.HasAttributes };
                    if (open.TryPeek(out var parent))
                        parent.Fields.Add(field);
                    root ??= field;
                    if (!reader.IsEmptyElement)
                        open.Push(field);
                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when open.TryPeek(out var at):
                    at.Text.Append(reader.Value);
                    break;
            }
        }

        return root;
    }

    private static JsonDocument Written(XmlField root)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { SkipValidation = true }))
            root.Write(json);
        return JsonDocument.Parse(bytes.ToArray(), new JsonDocumentOptions { MaxDepth = JsonInput.MaxDepth * 2 });
    }
}
