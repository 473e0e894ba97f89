namespace Hub.Ebxml.Markup;

/// <summary>Bounds on what an XML document may cost to read.</summary>
/// <param name="MaxBytes">Largest document in bytes. Default 10 MB, the largest message on the network (HITS 1171).</param>
/// <param name="MaxDepth">Deepest nesting of elements. Default 100.</param>
/// <param name="MaxNodes">Most elements, attributes and texts together. Default 400,000.</param>
/// <param name="MaxAttributes">Most attributes and namespace declarations on one element. Default 200.</param>
public sealed record MarkupLimits(int MaxBytes = 10_000_000, int MaxDepth = 100, int MaxNodes = 400_000, int MaxAttributes = 200)
{
    /// <summary>The limits used when none are given.</summary>
    public static MarkupLimits Default { get; } = new();

    /// <summary>Narrower limits for a SOAP envelope, which carries headers only, and is put into canonical form before anybody knows who sent it.</summary>
    public static MarkupLimits Envelope { get; } = new(2_000_000, 40, 20_000, 50);
}
