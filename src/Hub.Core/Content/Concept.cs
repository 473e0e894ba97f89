namespace Hub.Core.Content;

/// <summary>A coded notion: the codes the source gave, and its words.</summary>
/// <param name="Codings">The codes, in the order received.</param>
/// <param name="Text">The source's own words, null when it had none.</param>
public sealed record Concept(IReadOnlyList<Coding> Codings, string? Text = null);
