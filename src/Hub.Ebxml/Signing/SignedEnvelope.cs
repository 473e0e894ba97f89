using Hub.Ebxml.Envelope;

namespace Hub.Ebxml.Signing;

/// <summary>A written and signed envelope.</summary>
/// <param name="Bytes">The octets of the SOAP part, in UTF-8 with an XML declaration.</param>
/// <param name="References">What was signed, to be compared with the receipt (<see cref="Reliability.DigestComparison"/>).</param>
public sealed record SignedEnvelope(ReadOnlyMemory<byte> Bytes, IReadOnlyList<DigestReference> References);
