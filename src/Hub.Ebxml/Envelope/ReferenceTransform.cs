namespace Hub.Ebxml.Envelope;

/// <summary>One <c>ds:Transform</c> of a reference.</summary>
/// <param name="Algorithm">URI of the transform.</param>
/// <param name="XPath">Text of the XPath expression exactly as written; null when there is none.</param>
/// <param name="Prefix">The prefix the expression uses for SOAP attributes; null when there is no expression or the prefix is not bound.</param>
/// <param name="PrefixNamespace">What <paramref name="Prefix"/> is bound to.</param>
public sealed record ReferenceTransform(string Algorithm, string? XPath = null, string? Prefix = null, string? PrefixNamespace = null);
