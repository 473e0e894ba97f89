namespace Hub.Kith.Xml;

/// <summary>What a document may cost before it is refused.</summary>
/// <param name="MaxBytes">Largest document in bytes. Default 16 MiB: a message of 10 MB whose attachments are base64.</param>
/// <param name="MaxDepth">Deepest nesting of elements. Default 100; official documents stay under 30.</param>
/// <param name="MaxNodes">Most elements, attributes and texts. Default 500,000.</param>
public sealed record KithXmlLimits(int MaxBytes = 16 * 1024 * 1024, int MaxDepth = 100, int MaxNodes = 500_000)
{
    /// <summary>The defaults.</summary>
    public static KithXmlLimits Default { get; } = new();
}
