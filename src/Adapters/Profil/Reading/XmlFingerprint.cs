using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace Hub.Adapters.Profil.Reading;

/// <summary>SHA-256 over what an element says: prefixes, the order of attributes, comments and blanks between elements make no difference.</summary>
internal static class XmlFingerprint
{
    public static byte[] Of(XElement element)
    {
        var text = new StringBuilder();
        Write(element, text);
        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }

    // The length in front keeps two different values from ever writing the same text.
    private static void Write(XElement element, StringBuilder to)
    {
        Piece(to, '<', element.Name.ToString());
        foreach (var attribute in element.Attributes().Where(a => !a.IsNamespaceDeclaration).OrderBy(a => a.Name.ToString(), StringComparer.Ordinal))
        {
            Piece(to, '@', attribute.Name.ToString());
            Piece(to, '=', attribute.Value);
        }

        if (!element.HasElements)
            Piece(to, 't', element.Value);
        foreach (var child in element.Elements())
            Write(child, to);
        to.Append('>');
    }

    private static void Piece(StringBuilder to, char mark, string value) => to.Append(mark).Append(value.Length).Append(':').Append(value);
}
