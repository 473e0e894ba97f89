using System.Xml.Linq;

namespace Hub.Kith.Xml;

/// <summary>What became of the bytes.</summary>
/// <param name="Root">The root element with all white space kept, or <see langword="null"/> when the bytes could not be read.</param>
/// <param name="Findings">Why not, or what was noticed.</param>
public sealed record KithXmlResult(XElement? Root, IReadOnlyList<KithFinding> Findings);
