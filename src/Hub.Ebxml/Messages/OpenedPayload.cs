using Hub.Ebxml.Encryption;
using Hub.Ebxml.Envelope;

namespace Hub.Ebxml.Messages;

/// <summary>One attachment, opened.</summary>
/// <param name="Attachment">The attachment as received.</param>
/// <param name="Document">The document inside; null when it could not be opened.</param>
/// <param name="Cipher">The cipher it was encrypted with; null when it was not encrypted.</param>
/// <param name="Fault">Why it could not be opened; null when it could.</param>
public sealed record OpenedPayload(Attachment Attachment, ReadOnlyMemory<byte>? Document, ContentCipher? Cipher, NotDecrypted? Fault);
