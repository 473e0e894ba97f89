using System.Xml;
using System.Xml.Linq;

namespace Hub.Kith.Xml;

/// <summary>Builds elements from a reader without recursion and within bounds, which <see cref="XDocument"/> itself does not offer.</summary>
internal static class ElementTree
{
    /// <summary>Builds the root element, or gives <see langword="null"/> when a bound is passed. White space is kept; comments and instructions within it too.</summary>
    /// <param name="reader">Reader at the beginning.</param>
    /// <param name="limits">Bounds.</param>
    /// <param name="begun">Told of the root as soon as it begins.</param>
    public static XElement? Build(XmlReader reader, KithXmlLimits limits, Action<XElement>? begun = null)
    {
        XElement? root = null, current = null;
        var nodes = 0;
        while (reader.Read())
        {
            if (reader.Depth > limits.MaxDepth || (nodes += 1 + reader.AttributeCount) > limits.MaxNodes) return null;
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
                    var empty = reader.IsEmptyElement;
                    AddAttributes(reader, element);
                    if (current is null)
                    {
                        root = element;
                        begun?.Invoke(root);
                    }
                    else
                    {
                        current.Add(element);
                    }

                    if (!empty) current = element;
                    break;
                case XmlNodeType.EndElement:
                    // A pair of tags around nothing is kept apart from an empty tag, as a signature over the element would.
                    if (current!.IsEmpty) current.Add(string.Empty);
                    current = current.Parent;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    current?.Add(new XText(reader.Value));
                    break;
                case XmlNodeType.Comment:
                    current?.Add(new XComment(reader.Value));
                    break;
                case XmlNodeType.ProcessingInstruction:
                    current?.Add(new XProcessingInstruction(reader.Name, reader.Value));
                    break;
            }
        }

        return root;
    }

    private static void AddAttributes(XmlReader reader, XElement element)
    {
        while (reader.MoveToNextAttribute())
        {
            // A default namespace declaration has no prefix and, in LINQ to XML, no namespace.
            var name = reader.Prefix.Length == 0 ? XName.Get(reader.LocalName) : XName.Get(reader.LocalName, reader.NamespaceURI);
            element.Add(new XAttribute(name, reader.Value));
        }
    }
}
