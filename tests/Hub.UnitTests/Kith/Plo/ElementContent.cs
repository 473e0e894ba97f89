using System.Globalization;
using System.Xml.Linq;

namespace Hub.UnitTests.Kith.Plo;

/// <summary>The content of an element as text: names, attributes and values in order; prefixes, comments and space between elements left out.</summary>
public static class ElementContent
{
    public static string Of(XElement element, bool withoutComponentIds = false) => string.Join('\n', Lines(element, "", withoutComponentIds));

    private static IEnumerable<string> Lines(XElement element, string indent, bool withoutComponentIds)
    {
        var attributes = element.Attributes()
            .Where(a => !a.IsNamespaceDeclaration && a.Name.LocalName != "schemaLocation" && !(withoutComponentIds && a.Name.LocalName == "komponentID"))
            .OrderBy(a => a.Name.ToString(), StringComparer.Ordinal)
            .Select(a => $" {a.Name}={a.Value}");
        var text = element.HasElements ? "" : " " + Value(element.Value);
        yield return indent + element.Name + string.Concat(attributes) + text;
        foreach (var line in element.Elements().SelectMany(e => Lines(e, indent + " ", withoutComponentIds))) yield return line;
    }

    // Every kind of line break is written as CR LF.
    private static string Value(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\n", "\\n", StringComparison.Ordinal).ToString(CultureInfo.InvariantCulture);
}
