using System.Text;
using System.Xml.Linq;

namespace Hub.UnitTests.Kith;

/// <summary>The content of XML as lines that can be compared: names with namespace, attributes in order of name, text; prefixes, comments and blanks between elements left out.</summary>
internal static class XmlContent
{
    public static string Of(XElement root)
    {
        var lines = new StringBuilder();
        Append(root, 0, lines);
        return lines.ToString();
    }

    private static void Append(XElement element, int depth, StringBuilder lines)
    {
        lines.Append(' ', depth).Append(element.Name);
        foreach (var attribute in element.Attributes().Where(Means).OrderBy(a => a.Name.ToString(), StringComparer.Ordinal))
            lines.Append(' ').Append(attribute.Name).Append('=').Append(attribute.Value.Trim());
        lines.Append('\n');
        var mixed = element.Nodes().OfType<XText>().Any(t => !string.IsNullOrWhiteSpace(t.Value));
        if (mixed)
        {
            var text = string.Concat(element.Nodes().OfType<XText>().Select(t => t.Value)).ReplaceLineEndings("\n").Trim();
            lines.Append(' ', depth + 1).Append(text).Append('\n');
        }

        foreach (var child in element.Elements()) Append(child, depth + 1, lines);
    }

    private static bool Means(XAttribute attribute) =>
        !attribute.IsNamespaceDeclaration && attribute.Name.NamespaceName != "http://www.w3.org/2001/XMLSchema-instance";
}
