namespace Hub.Kith.Xml;

/// <summary>A document as bytes.</summary>
/// <param name="Bytes">UTF-8 without byte order mark, with XML declaration.</param>
/// <param name="Findings">What was changed to make it writable, such as characters that XML forbids.</param>
public sealed record KithWritten(byte[] Bytes, IReadOnlyList<KithFinding> Findings);
