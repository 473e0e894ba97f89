using System.Xml;
using System.Xml.Linq;

namespace Hub.Adapters.Profil;

/// <summary>XML of the interface: one namespace, no DTD, no outside entities, bounded.</summary>
internal static class ProfilXml
{
    private const int MostCharacters = 32 * 1024 * 1024;
    private const int MostLevels = 64;

    /// <summary>Namespace of every element. Schema: <c>schemas/profil-like.xsd</c>.</summary>
    public static XNamespace Space { get; } = "urn:hub:profil-like:4";

    /// <summary>Reads a document.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="fault">Line and column of what is wrong; null when nothing is.</param>
    /// <returns>The root element; null when it is not XML.</returns>
    public static XElement? Read(ReadOnlyMemory<byte> bytes, out string? fault)
    {
        try
        {
            using (var levels = Open(bytes))
            {
                while (levels.Read())
                {
                    if (levels.Depth > MostLevels)
                    {
                        fault = $"nested deeper than {MostLevels} levels";
                        return null;
                    }
                }
            }

            using var reader = Open(bytes);
            fault = null;
            return XDocument.Load(reader).Root;
        }
        catch (XmlException e)
        {
            // The exception's own words may quote the input.
            fault = $"line {e.LineNumber}, column {e.LinePosition}";
            return null;
        }
    }

    /// <summary>The bytes of an element.</summary>
    public static byte[] Write(XElement element)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize }))
            element.Save(writer);
        return bytes.ToArray();
    }

    private static XmlReader Open(ReadOnlyMemory<byte> bytes) => XmlReader.Create(new MemoryStream(bytes.ToArray(), writable: false), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostCharacters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CloseInput = true,
    });
}
