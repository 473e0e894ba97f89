namespace Hub.Ebxml.Envelope;

/// <summary>Which standard the attached business document follows (HITS 1210).</summary>
/// <param name="Location">Namespace of the root of the first business document, not of its MsgHead.</param>
/// <param name="Version">Version of the standard, for example <c>1.6</c>; null or empty when not given (empty breaks the schema, but occurs).</param>
public sealed record SchemaReference(string Location, string? Version);
