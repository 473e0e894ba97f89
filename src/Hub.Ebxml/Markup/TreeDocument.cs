namespace Hub.Ebxml.Markup;

/// <summary>A whole document.</summary>
/// <param name="Root">The document element.</param>
/// <param name="Before">Comments and instructions before it.</param>
/// <param name="After">Comments and instructions after it.</param>
/// <param name="Declared">Whether there was an XML declaration.</param>
/// <param name="Encoding">The encoding that declaration named; null for none.</param>
internal sealed record TreeDocument(
    TreeElement Root, IReadOnlyList<TreeNode> Before, IReadOnlyList<TreeNode> After, bool Declared, string? Encoding);
