namespace Hub.Ebxml.Markup;

/// <summary>An element with what stands on and in it.</summary>
internal sealed class TreeElement(string prefix, string name, string ns) : TreeNode
{
    public string Prefix { get; } = prefix;

    public string Name { get; } = name;

    public string Namespace { get; } = ns;

    public TreeAttribute[] Attributes { get; set; } = [];

    public TreeDeclaration[] Declarations { get; set; } = [];

    public List<TreeNode> Children { get; } = [];

    /// <summary>Elements directly inside, in document order.</summary>
    public IEnumerable<TreeElement> Elements => Children.OfType<TreeElement>();

    public bool Is(string ns, string name) => Name == name && Namespace == ns;

    /// <summary>The first child element of that name; null when there is none.</summary>
    public TreeElement? Child(string ns, string name)
    {
        foreach (var node in Children)
        {
            if (node is TreeElement element && element.Is(ns, name))
                return element;
        }

        return null;
    }

    public int Count(string ns, string name)
    {
        var count = 0;
        foreach (var node in Children)
        {
            if (node is TreeElement element && element.Is(ns, name))
                count++;
        }

        return count;
    }

    public string? Attribute(string ns, string name)
    {
        foreach (var attribute in Attributes)
        {
            if (attribute.Name == name && attribute.Namespace == ns)
                return attribute.Value;
        }

        return null;
    }

    /// <summary>All character data directly inside, joined over comments: the same characters that a canonical form without comments has.</summary>
    public string Text
    {
        get
        {
            string? single = null;
            System.Text.StringBuilder? joined = null;
            foreach (var node in Children)
            {
                if (node is not TreeText text)
                    continue;
                if (single is null)
                    single = text.Value;
                else
                    (joined ??= new System.Text.StringBuilder(single)).Append(text.Value);
            }

            return joined?.ToString() ?? single ?? "";
        }
    }

    /// <summary>The namespace a prefix is bound to here; null when it is not bound.</summary>
    public string? Lookup(string prefix)
    {
        for (var element = this; element is not null; element = element.Parent)
        {
            foreach (var declaration in element.Declarations)
            {
                if (declaration.Prefix == prefix)
                    return declaration.Uri;
            }
        }

        return null;
    }

    /// <summary>This element and all below it, in document order.</summary>
    public IEnumerable<TreeElement> SelfAndDescendants()
    {
        var stack = new Stack<TreeElement>();
        stack.Push(this);
        while (stack.TryPop(out var element))
        {
            yield return element;
            for (var i = element.Children.Count - 1; i >= 0; i--)
            {
                if (element.Children[i] is TreeElement child)
                    stack.Push(child);
            }
        }
    }
}
