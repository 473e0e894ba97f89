namespace Hub.Ebxml.Markup;

/// <summary>A node of an XML document, with just what reading and canonical form need.</summary>
internal abstract class TreeNode
{
    /// <summary>The element around it; null at the top.</summary>
    public TreeElement? Parent { get; set; }
}

/// <summary>Character data; CDATA and character references are already resolved.</summary>
internal sealed class TreeText(string value) : TreeNode
{
    public string Value { get; } = value;
}

/// <summary>A comment. It is not part of what a signature without comments covers.</summary>
internal sealed class TreeComment(string value) : TreeNode
{
    public string Value { get; } = value;
}

/// <summary>A processing instruction. It is part of what a signature covers.</summary>
internal sealed class TreeInstruction(string target, string data) : TreeNode
{
    public string Target { get; } = target;

    public string Data { get; } = data;
}
