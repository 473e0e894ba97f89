using System.Xml.Linq;
using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>Lists every text and attribute of an element. Comments, white space between elements, namespace declarations and schema locations say nothing.</summary>
internal static class SourceFields
{
    public static IEnumerable<PloField> Of(XElement root) => Of(root, "/" + PloPath.Name(root.Name));

    public static IEnumerable<PloField> Of(XElement root, string path)
    {
        var open = new Stack<(XElement Element, string Path)>([(root, path)]);
        while (open.TryPop(out var next))
        {
            foreach (var attribute in next.Element.Attributes().Where(static a => !a.IsNamespaceDeclaration && !IsSchemaLocation(a)))
                yield return new PloField(PloPath.Attribute(next.Path, PloPath.AttributeName(attribute.Name)), attribute.Value);

            var text = next.Element.HasElements ? string.Concat(next.Element.Nodes().OfType<XText>().Select(static t => t.Value)) : next.Element.Value;
            if (!string.IsNullOrWhiteSpace(text)) yield return new PloField(next.Path, next.Element.Value);

            foreach (var child in Children(next.Element, next.Path).Reverse()) open.Push(child);
        }
    }

    private static IEnumerable<(XElement Element, string Path)> Children(XElement parent, string path)
    {
        var numbers = new Dictionary<XName, int>();
        foreach (var child in parent.Elements())
        {
            var number = numbers[child.Name] = numbers.GetValueOrDefault(child.Name) + 1;
            yield return (child, PloPath.Child(path, PloPath.Name(child.Name), number));
        }
    }

    private static bool IsSchemaLocation(XAttribute attribute) =>
        attribute.Name.NamespaceName == KithNamespaces.Xsi && attribute.Name.LocalName is "schemaLocation" or "noNamespaceSchemaLocation";
}
