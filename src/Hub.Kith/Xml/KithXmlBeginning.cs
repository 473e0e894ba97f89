using System.Xml;
using System.Xml.Linq;

namespace Hub.Kith.Xml;

/// <summary>Reads as much of a broken document as stands before the fault, so that its sender can be told.</summary>
public static class KithXmlBeginning
{
    /// <summary>The root with all elements that were complete or begun before the fault; <see langword="null"/> when not even a root was there.</summary>
    /// <param name="bytes">The document.</param>
    /// <param name="limits">Bounds.</param>
    public static XElement? Read(ReadOnlyMemory<byte> bytes, KithXmlLimits? limits = null)
    {
        limits ??= KithXmlLimits.Default;
        if (bytes.IsEmpty || bytes.Length > limits.MaxBytes) return null;
        XElement? root = null;
        try
        {
            using var stream = KithXml.StreamOf(bytes);
            using var reader = XmlReader.Create(stream, KithXml.Settings(limits));
            ElementTree.Build(reader, limits, begun => root = begun);
        }
        catch (Exception e) when (e is XmlException or ArgumentException or NotSupportedException or InvalidOperationException)
        {
            // The fault itself was reported when the document was read; what stands before it is the result.
            return root;
        }

        return root;
    }
}
