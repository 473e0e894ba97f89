using System.Runtime.InteropServices;
using System.Xml;

namespace Hub.Ebxml.Markup;

/// <summary>Reads bytes into a tree. DTDs are refused, nothing is fetched, and size, depth and number of nodes are bounded.</summary>
internal static class TreeReader
{
    /// <summary>Reads a document; never throws on bad input.</summary>
    /// <returns>The document, or null and why not; the reason never quotes the document.</returns>
    public static (TreeDocument? Document, string? Fault) Read(ReadOnlyMemory<byte> bytes, MarkupLimits limits)
    {
        if (bytes.Length > limits.MaxBytes)
            return (null, $"larger than {limits.MaxBytes} bytes");
        try
        {
            var stream = MemoryMarshal.TryGetArray(bytes, out var segment)
                ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
                : new MemoryStream(bytes.ToArray(), writable: false);
            using var reader = XmlReader.Create(stream, new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = limits.MaxBytes,
                CloseInput = true,
            });
            return new Building(limits).Run(reader);
        }
        catch (XmlException e)
        {
            return (null, $"not well-formed, or with a DTD (line {e.LineNumber}, position {e.LinePosition})");
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException or FormatException)
        {
            return (null, "not readable in the encoding it names");
        }
    }

    private sealed class Building(MarkupLimits limits)
    {
        private readonly List<TreeNode> _before = [];
        private readonly List<TreeNode> _after = [];
        private TreeElement? _root;
        private TreeElement? _open;
        private int _nodes;
        private bool _declared;
        private string? _encoding;

        public (TreeDocument?, string?) Run(XmlReader reader)
        {
            while (reader.Read())
            {
                if (++_nodes > limits.MaxNodes)
                    return (null, $"more than {limits.MaxNodes} nodes");
                if (reader.Depth > limits.MaxDepth)
                    return (null, $"nested deeper than {limits.MaxDepth}");
                if (reader.NodeType == XmlNodeType.Element && reader.AttributeCount > limits.MaxAttributes)
                    return (null, $"more than {limits.MaxAttributes} attributes on one element");
                Take(reader);
            }

            return _root is null ? (null, "no document element") : (new TreeDocument(_root, _before, _after, _declared, _encoding), null);
        }

        private void Take(XmlReader reader)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.XmlDeclaration:
                    _declared = true;
                    _encoding = reader.GetAttribute("encoding");
                    break;
                case XmlNodeType.Element:
                    Open(reader);
                    break;
                case XmlNodeType.EndElement:
                    _open = _open!.Parent;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    if (_open is not null)
                        Add(new TreeText(reader.Value));
                    break;
                case XmlNodeType.Comment:
                    Add(new TreeComment(reader.Value));
                    break;
                case XmlNodeType.ProcessingInstruction:
                    Add(new TreeInstruction(reader.Name, reader.Value));
                    break;
            }
        }

        private void Open(XmlReader reader)
        {
            var element = new TreeElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
            var empty = reader.IsEmptyElement;
            if (reader.AttributeCount > 0)
                Attributes(reader, element);
            Add(element);
            _root ??= element;
            if (!empty)
                _open = element;
        }

        private void Attributes(XmlReader reader, TreeElement element)
        {
            var count = reader.AttributeCount;
            _nodes += count;
            var declarations = 0;
            for (var i = 0; i < count; i++)
            {
                reader.MoveToAttribute(i);
                if (IsDeclaration(reader))
                    declarations++;
            }

            var declared = declarations == 0 ? [] : new TreeDeclaration[declarations];
            var attributes = declarations == count ? [] : new TreeAttribute[count - declarations];
            int d = 0, a = 0;
            for (var i = 0; i < count; i++)
            {
                reader.MoveToAttribute(i);
                if (IsDeclaration(reader))
                    declared[d++] = new TreeDeclaration(reader.Prefix.Length == 0 ? "" : reader.LocalName, reader.Value);
                else
                    attributes[a++] = new TreeAttribute(reader.Prefix, reader.LocalName, reader.NamespaceURI, reader.Value);
            }

            reader.MoveToElement();
            element.Declarations = declared;
            element.Attributes = attributes;
        }

        private static bool IsDeclaration(XmlReader reader) =>
            reader.Prefix == "xmlns" || (reader.Prefix.Length == 0 && reader.LocalName == "xmlns");

        private void Add(TreeNode node)
        {
            if (_open is not null)
            {
                node.Parent = _open;
                _open.Children.Add(node);
            }
            else if (node is not TreeElement)
            {
                (_root is null ? _before : _after).Add(node);
            }
        }
    }
}
