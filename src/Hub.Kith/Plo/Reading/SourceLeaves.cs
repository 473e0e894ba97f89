using System.Xml.Linq;
using Hub.Kith.Plo.Wire;

namespace Hub.Kith.Plo;

/// <summary>Lists every text and attribute of an element. Comments, white space between elements, namespace declarations and schema locations say nothing.</summary>
internal static class SourceLeaves
{
    public static IEnumerable<Leaf> Of(XElement root)
    {
        var open = new Stack<(XElement Element, string Path)>([(root, "/" + PloPath.Name(root.Name))]);
        while (open.TryPop(out var next))
        {
            foreach (var attribute in next.Element.Attributes().Where(static a => !a.IsNamespaceDeclaration && !IsSchemaLocation(a)))
                yield return new Leaf(PloPath.Attribute(next.Path, PloPath.AttributeName(attribute.Name)), attribute.Value);

            var text = next.Element.HasElements ? string.Concat(next.Element.Nodes().OfType<XText>().Select(static t => t.Value)) : next.Element.Value;
            if (!string.IsNullOrWhiteSpace(text)) yield return new Leaf(next.Path, next.Element.Value);

            var numbers = new Dictionary<XName, int>();
            foreach (var child in next.Element.Elements())
            {
                var number = numbers[child.Name] = numbers.GetValueOrDefault(child.Name) + 1;
                open.Push((child, PloPath.Child(next.Path, PloPath.Name(child.Name), number)));
            }
        }
    }

    private static bool IsSchemaLocation(XAttribute attribute) =>
        attribute.Name.NamespaceName == KithNamespaces.Xsi && attribute.Name.LocalName is "schemaLocation" or "noNamespaceSchemaLocation";
}
