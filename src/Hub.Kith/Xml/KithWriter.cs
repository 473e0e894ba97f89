using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Hub.Kith.Xml;

/// <summary>
/// Writes one document: UTF-8, no indentation (white space would change what a signature covers), names in a current namespace that nests with the
/// elements. Line breaks of every kind become <c>&amp;#xD;&amp;#xA;</c> (HIS 1165): written as themselves a parser would turn them into a single LF.
/// Members that take a value write nothing when it is <see langword="null"/>.
/// </summary>
public sealed class KithWriter : IDisposable
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = false,
        NewLineHandling = NewLineHandling.Entitize,
        CloseOutput = false,
    };

    private readonly MemoryStream? stream;
    private readonly XDocument? tree;
    private readonly XmlWriter writer;
    private readonly Stack<(string Name, string Namespace)> open = new();
    private readonly List<KithFinding> findings = [];

    /// <summary>Begins a document of bytes.</summary>
    public KithWriter()
    {
        stream = new MemoryStream(16 * 1024);
        writer = XmlWriter.Create(stream, Settings);
    }

    private KithWriter(XDocument tree)
    {
        this.tree = tree;
        writer = tree.CreateWriter();
    }

    /// <summary>Begins a document of elements, to be put into another one: bytes would be made only to be read again.</summary>
    public static KithWriter ToTree() => new(new XDocument());

    /// <summary>Namespace of names given without one: that of the innermost open element.</summary>
    public string Namespace => open.Count == 0 ? string.Empty : open.Peek().Namespace;

    /// <summary>Opens an element in a namespace, which becomes the current one until it is ended.</summary>
    /// <param name="ns">Namespace.</param>
    /// <param name="name">Local name.</param>
    public void Start(string ns, string name)
    {
        writer.WriteStartElement(name, ns);
        open.Push((name, ns));
    }

    /// <summary>Opens an element in the current namespace.</summary>
    /// <param name="name">Local name.</param>
    public void Start(string name) => Start(Namespace, name);

    /// <summary>
    /// Opens an element in the current namespace whose children stand in another one. Needed where a message's element has a type of felleskomponent 1.
    /// </summary>
    /// <param name="name">Local name.</param>
    /// <param name="childNamespace">Namespace of the children.</param>
    public void StartTyped(string name, string childNamespace)
    {
        writer.WriteStartElement(name, Namespace);
        open.Push((name, childNamespace));
    }

    /// <summary>Ends the innermost open element.</summary>
    public void End()
    {
        open.Pop();
        writer.WriteEndElement();
    }

    /// <summary>Declares a prefix on the element just opened, so that it need not be declared again and again within.</summary>
    /// <param name="prefix">Prefix.</param>
    /// <param name="ns">Namespace.</param>
    public void DeclarePrefix(string prefix, string ns) => writer.WriteAttributeString("xmlns", prefix, XNamespace.Xmlns.NamespaceName, ns);

    /// <summary>Writes an attribute without namespace.</summary>
    /// <param name="name">Name.</param>
    /// <param name="value">Value.</param>
    public void Attribute(string name, string? value)
    {
        if (value is not null) writer.WriteAttributeString(name, Checked(value));
    }

    /// <summary>Writes an attribute in a namespace whose prefix is declared.</summary>
    /// <param name="ns">Namespace.</param>
    /// <param name="name">Local name.</param>
    /// <param name="value">Value.</param>
    public void Attribute(string ns, string name, string? value)
    {
        if (value is not null) writer.WriteAttributeString(name, ns, Checked(value));
    }

    /// <summary>Writes an element with text.</summary>
    /// <param name="name">Local name.</param>
    /// <param name="value">Text.</param>
    public void Text(string name, string? value)
    {
        if (value is null) return;
        Start(name);
        Text(value);
        End();
    }

    /// <summary>Writes text into the open element.</summary>
    /// <param name="value">Text.</param>
    public void Text(string value)
    {
        if (tree is not null)
        {
            // In one piece: elements join the pieces of a text by copying all that went before.
            writer.WriteString(Checked(value).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\n", "\r\n", StringComparison.Ordinal));
            return;
        }

        var rest = Checked(value).AsSpan();
        while (rest.IndexOfAny('\r', '\n') is >= 0 and var at)
        {
            writer.WriteString(rest[..at].ToString());
            writer.WriteCharEntity('\r');
            writer.WriteCharEntity('\n');
            rest = rest[(rest[at] == '\r' && at + 1 < rest.Length && rest[at + 1] == '\n' ? at + 2 : at + 1)..];
        }

        writer.WriteString(rest.ToString());
    }

    /// <summary>Writes an element with base64 of bytes.</summary>
    /// <param name="name">Local name.</param>
    /// <param name="bytes">The bytes.</param>
    public void Base64(string name, ReadOnlyMemory<byte> bytes)
    {
        Start(name);
        if (System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out var part)) writer.WriteBase64(part.Array!, part.Offset, part.Count);
        else writer.WriteBase64(bytes.ToArray(), 0, bytes.Length);
        End();
    }

    /// <summary>Writes an element as it stands, white space and prefixes included.</summary>
    /// <param name="element">The element.</param>
    public void Verbatim(XElement element)
    {
        ArgumentNullException.ThrowIfNull(element);
        element.WriteTo(writer);
    }

    /// <summary>Writes nodes as they stand into the open element.</summary>
    /// <param name="nodes">The nodes.</param>
    public void Verbatim(IEnumerable<XNode> nodes)
    {
        foreach (var node in nodes)
        {
            if (node is XText text) Text(text.Value);
            else node.WriteTo(writer);
        }
    }

    /// <summary>Ends the document.</summary>
    /// <exception cref="InvalidOperationException">The document is one of elements.</exception>
    public KithWritten Finish()
    {
        writer.Flush();
        return new KithWritten(stream?.ToArray() ?? throw new InvalidOperationException("The document was begun as elements."), findings);
    }

    /// <summary>Ends a document of elements.</summary>
    /// <returns>Its root, in no document, with what was changed to make it writable.</returns>
    /// <exception cref="InvalidOperationException">The document is one of bytes.</exception>
    public (XElement Root, IReadOnlyList<KithFinding> Findings) FinishTree()
    {
        writer.Close();
        var root = tree?.Root ?? throw new InvalidOperationException("The document was begun as bytes.");
        root.Remove();
        return (root, findings);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        writer.Dispose();
        stream?.Dispose();
    }

    private string Checked(string value)
    {
        if (XmlText.IsAllowed(value)) return value;
        var path = "/" + string.Join('/', open.Reverse().Select(e => e.Name));
        findings.Add(new KithFinding(KithCodes.CharacterReplaced, path, KithSeverity.Warning, "A character that XML forbids was replaced by U+FFFD."));
        return XmlText.Replace(value);
    }
}
