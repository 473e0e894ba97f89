using Hub.Ebxml.Messages;
using Hub.Ebxml.Signing;

namespace Hub.Ebxml.Inspection;

/// <summary>One attachment, or the file itself when it is a business document.</summary>
/// <param name="ContentId">Content id; empty for a file without envelope.</param>
/// <param name="ContentType">Media type as written.</param>
/// <param name="Size">Size in bytes as received.</param>
/// <param name="Document">The document inside, to be validated by whoever knows its format; null when it could not be opened.</param>
/// <param name="Opened">How it was opened; null for a file without envelope.</param>
/// <param name="Signature">The document's own signature (business signature).</param>
public sealed record InspectedAttachment(
    string ContentId, string ContentType, int Size, ReadOnlyMemory<byte>? Document, OpenedPayload? Opened, SignatureVerdict Signature);
