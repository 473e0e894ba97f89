using System.Globalization;
using System.Xml.Linq;

namespace Hub.Kith.Xml;

/// <summary>
/// An element being read. Children are taken by name in any order (the schema judges order); what was not taken when <see cref="Done"/> is called
/// is kept and reported. Names without namespace are looked up in the element's own namespace.
/// </summary>
public sealed class KithElement
{
    private readonly HashSet<XObject> taken = [];

    /// <summary>Begins to read an element.</summary>
    /// <param name="element">The element.</param>
    /// <param name="path">Its path.</param>
    /// <param name="notes">Where findings go.</param>
    /// <param name="names">Namespace of its children's names; its own when <see langword="null"/>.</param>
    public KithElement(XElement element, string path, ReadNotes notes, XNamespace? names = null)
    {
        ArgumentNullException.ThrowIfNull(element);
        Namespace = names ?? element.Name.Namespace;
        Xml = element;
        Path = path;
        Notes = notes;
    }

    /// <summary>The element itself.</summary>
    public XElement Xml { get; }

    /// <summary>Its path.</summary>
    public string Path { get; }

    /// <summary>Where findings go.</summary>
    public ReadNotes Notes { get; }

    /// <summary>Namespace in which the names of its children are looked up.</summary>
    public XNamespace Namespace { get; }

    /// <summary>
    /// This element with names looked up where its children stand: in felleskomponent 1 when the first child does, else in its own namespace.
    /// An element of a message may have a type of felleskomponent 1.
    /// </summary>
    public KithElement Content() =>
        Xml.Elements().FirstOrDefault()?.Name.Namespace is { } first && first != Namespace && first.NamespaceName == KithNamespaces.Fk1
            ? new KithElement(Xml, Path, Notes, first)
            : this;

    /// <summary>All children of a name, in document order.</summary>
    /// <param name="name">Local name in this element's namespace.</param>
    public IReadOnlyList<KithElement> All(string name) => All(Namespace + name);

    /// <summary>All children of a name, in document order.</summary>
    /// <param name="name">Name.</param>
    public IReadOnlyList<KithElement> All(XName name)
    {
        List<KithElement>? found = null;
        var many = false;
        foreach (var child in Xml.Elements(name))
        {
            taken.Add(child);
            many |= found is not null;
            (found ??= []).Add(new KithElement(child, $"{Path}/{name.LocalName}", Notes));
        }

        if (!many) return found ?? (IReadOnlyList<KithElement>)[];
        return [.. found!.Select((e, i) => new KithElement(e.Xml, string.Create(CultureInfo.InvariantCulture, $"{e.Path}[{i + 1}]"), Notes))];
    }

    /// <summary>The only child of a name, or <see langword="null"/>. Further ones are left for <see cref="Done"/> to keep and are reported as errors.</summary>
    /// <param name="name">Local name in this element's namespace.</param>
    public KithElement? One(string name) => One(Namespace + name);

    /// <summary>The only child of a name, or <see langword="null"/>.</summary>
    /// <param name="name">Name.</param>
    public KithElement? One(XName name)
    {
        KithElement? found = null;
        foreach (var child in Xml.Elements(name))
        {
            if (found is null)
            {
                taken.Add(child);
                found = new KithElement(child, $"{Path}/{name.LocalName}", Notes);
            }
            else
            {
                Notes.Add(KithCodes.Repeated, $"{Path}/{name.LocalName}", KithSeverity.Error, "Occurs more often than the standard allows; the first is used.");
            }
        }

        return found;
    }

    /// <summary>The only child of a name; reports it when it is missing.</summary>
    /// <param name="name">Local name in this element's namespace.</param>
    public KithElement? Required(string name)
    {
        var child = One(name);
        if (child is null) Notes.Add(KithCodes.Missing, $"{Path}/{name}", KithSeverity.Error, "A required element is missing.");
        return child;
    }

    /// <summary>The text of this element, its own words only. Line breaks are as the XML parser gives them.</summary>
    public string Value
    {
        get
        {
            foreach (var node in Xml.Nodes()) if (node is XText) taken.Add(node);
            return string.Concat(Xml.Nodes().OfType<XText>().Select(t => t.Value));
        }
    }

    /// <summary>The value of an attribute without namespace, or <see langword="null"/>.</summary>
    /// <param name="name">Its name.</param>
    public string? Attribute(string name)
    {
        if (Xml.Attribute(name) is not { } attribute) return null;
        taken.Add(attribute);
        return attribute.Value;
    }

    /// <summary>The text of the child of a name, or <see langword="null"/>.</summary>
    /// <param name="name">Local name in this element's namespace.</param>
    public string? Text(string name)
    {
        if (One(name) is not { } child) return null;
        var value = child.Value;
        child.Done();
        return value;
    }

    /// <summary>The text of a required child; empty, and reported, when it is missing.</summary>
    /// <param name="name">Local name in this element's namespace.</param>
    public string RequiredText(string name)
    {
        if (Required(name) is not { } child) return string.Empty;
        var value = child.Value;
        child.Done();
        return value;
    }

    /// <summary>Marks a child as taken by the caller, who reads it in its own way.</summary>
    /// <param name="part">A child or attribute of this element.</param>
    public void Take(XObject part) => taken.Add(part);

    /// <summary>Marks everything in this element as taken by the caller.</summary>
    public void TakeAll()
    {
        foreach (var part in Xml.Attributes()) taken.Add(part);
        foreach (var part in Xml.Nodes()) taken.Add(part);
    }

    /// <summary>Keeps and reports what was not taken. Comments, instructions, white space, namespace declarations and <c>xsi:</c> attributes mean nothing and are passed over.</summary>
    public void Done()
    {
        foreach (var attribute in Xml.Attributes())
        {
            if (!attribute.IsNamespaceDeclaration && attribute.Name.NamespaceName != KithNamespaces.Xsi && !taken.Contains(attribute))
                Notes.Keep($"{Path}/@{attribute.Name.LocalName}", attribute);
        }

        foreach (var node in Xml.Nodes())
        {
            if (taken.Contains(node)) continue;
            if (node is XElement child) Notes.Keep($"{Path}/{child.Name.LocalName}", child);
            else if (node is XText text && !string.IsNullOrWhiteSpace(text.Value)) Notes.Keep($"{Path}/text()", text);
        }
    }
}
