using Hub.Ebxml.Envelope;
using Hub.Ebxml.Mime;

namespace Hub.Ebxml.Messages;

/// <summary>A message as it goes out. Keep it: a resend must be the same bytes.</summary>
/// <param name="Mime">What the transport sends.</param>
/// <param name="Envelope">The signed SOAP part.</param>
/// <param name="References">What was signed, to be compared with the receipt.</param>
public sealed record SealedMessage(MimeMessage Mime, ReadOnlyMemory<byte> Envelope, IReadOnlyList<DigestReference> References);
