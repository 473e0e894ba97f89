namespace Hub.Ebxml.Markup;

/// <summary>Writes a tree in canonical form (Canonical XML 1.0, W3C 2001, and Exclusive XML Canonicalization 1.0).</summary>
/// <remarks>Left-out parts are whole subtrees, so a node's output parent is its parent; the general node-set case is not needed by the profile.</remarks>
internal sealed class Canonicalizer(CanonicalMethod method, ByteBuffer output, Func<TreeElement, bool>? leaveOut = null)
{
    private const string XmlNamespace = "http://www.w3.org/XML/1998/namespace";
    private readonly List<TreeDeclaration> _rendered = [];
    private readonly List<TreeDeclaration> _fresh = [];

    /// <summary>Writes the whole document with the comments and instructions around its element.</summary>
    public void Document(TreeDocument document)
    {
        foreach (var node in document.Before)
        {
            if (Outside(node))
                output.Add((byte)'\n');
        }

        if (leaveOut?.Invoke(document.Root) != true)
            Element(document.Root, apex: true);
        foreach (var node in document.After)
        {
            if (node is TreeComment && !method.Comments)
                continue;
            output.Add((byte)'\n');
            Outside(node);
        }
    }

    /// <summary>Writes one element as the top of a document subset: inherited namespaces and xml attributes appear on it.</summary>
    public void Subtree(TreeElement apex) => Element(apex, apex: true);

    private bool Outside(TreeNode node)
    {
        if (node is TreeInstruction instruction)
            Instruction(instruction);
        else if (node is TreeComment comment && method.Comments)
            Comment(comment);
        else
            return false;
        return true;
    }

    private void Element(TreeElement element, bool apex)
    {
        var frame = _rendered.Count;
        output.Add((byte)'<');
        Name(element.Prefix, element.Name);
        Namespaces(element, apex);
        Attributes(element, apex);
        output.Add((byte)'>');
        foreach (var node in element.Children)
            Node(node);
        output.Add("</"u8);
        Name(element.Prefix, element.Name);
        output.Add((byte)'>');
        _rendered.RemoveRange(frame, _rendered.Count - frame);
    }

    private void Node(TreeNode node)
    {
        switch (node)
        {
            case TreeElement child when leaveOut?.Invoke(child) != true:
                Element(child, apex: false);
                break;
            case TreeText text:
                output.AddText(text.Value);
                break;
            case TreeInstruction instruction:
                Instruction(instruction);
                break;
            case TreeComment comment when method.Comments:
                Comment(comment);
                break;
        }
    }

    private void Namespaces(TreeElement element, bool apex)
    {
        _fresh.Clear();
        if (method.Exclusive)
            VisiblyUsed(element);
        else if (apex)
            InScope(element);
        else
            foreach (var declaration in element.Declarations)
                Consider(declaration);
        if (_fresh.Count > 1)
            _fresh.Sort(static (x, y) => string.CompareOrdinal(x.Prefix, y.Prefix));
        foreach (var declaration in _fresh)
        {
            output.Add(declaration.Prefix.Length == 0 ? " xmlns"u8 : " xmlns:"u8);
            output.AddRaw(declaration.Prefix);
            output.Add("=\""u8);
            output.AddAttribute(declaration.Uri);
            output.Add((byte)'"');
            _rendered.Add(declaration);
        }
    }

    private void InScope(TreeElement element)
    {
        for (var at = element; at is not null; at = at.Parent)
        {
            foreach (var declaration in at.Declarations)
            {
                if (!_fresh.Exists(f => f.Prefix == declaration.Prefix))
                    _fresh.Add(declaration);
            }
        }

        _fresh.RemoveAll(static d => (d.Prefix.Length == 0 && d.Uri.Length == 0) || d.Prefix == "xml");
    }

    private void VisiblyUsed(TreeElement element)
    {
        Use(element.Prefix, element.Namespace);
        foreach (var attribute in element.Attributes)
        {
            if (attribute.Prefix.Length > 0)
                Use(attribute.Prefix, attribute.Namespace);
        }
    }

    private void Use(string prefix, string uri)
    {
        if (!_fresh.Exists(f => f.Prefix == prefix))
            Consider(new TreeDeclaration(prefix, uri));
    }

    private void Consider(TreeDeclaration declaration)
    {
        if (declaration.Prefix == "xml")
            return;
        var current = declaration.Prefix.Length == 0 ? "" : null;
        for (var i = _rendered.Count - 1; i >= 0; i--)
        {
            if (_rendered[i].Prefix == declaration.Prefix)
            {
                current = _rendered[i].Uri;
                break;
            }
        }

        if (current != declaration.Uri)
            _fresh.Add(declaration);
    }

    private void Attributes(TreeElement element, bool apex)
    {
        var attributes = apex && !method.Exclusive ? WithInherited(element) : element.Attributes;
        if (attributes.Length > 1)
        {
            attributes = [.. attributes];
            Array.Sort(attributes, static (x, y) =>
                string.CompareOrdinal(x.Namespace, y.Namespace) is var order and not 0 ? order : string.CompareOrdinal(x.Name, y.Name));
        }

        foreach (var attribute in attributes)
        {
            output.Add((byte)' ');
            Name(attribute.Prefix, attribute.Name);
            output.Add("=\""u8);
            output.AddAttribute(attribute.Value);
            output.Add((byte)'"');
        }
    }

    private static TreeAttribute[] WithInherited(TreeElement element)
    {
        List<TreeAttribute>? all = null;
        for (var at = element.Parent; at is not null; at = at.Parent)
        {
            foreach (var attribute in at.Attributes)
            {
                if (attribute.Namespace != XmlNamespace)
                    continue;
                all ??= [.. element.Attributes];
                if (!all.Exists(a => a.Namespace == XmlNamespace && a.Name == attribute.Name))
                    all.Add(attribute);
            }
        }

        return all?.ToArray() ?? element.Attributes;
    }

    private void Name(string prefix, string name)
    {
        if (prefix.Length > 0)
        {
            output.AddRaw(prefix);
            output.Add((byte)':');
        }

        output.AddRaw(name);
    }

    private void Instruction(TreeInstruction instruction)
    {
        output.Add("<?"u8);
        output.AddRaw(instruction.Target);
        if (instruction.Data.Length > 0)
        {
            output.Add((byte)' ');
            output.AddRaw(instruction.Data);
        }

        output.Add("?>"u8);
    }

    private void Comment(TreeComment comment)
    {
        output.Add("<!--"u8);
        output.AddRaw(comment.Value);
        output.Add("-->"u8);
    }
}
