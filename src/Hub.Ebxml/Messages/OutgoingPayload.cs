namespace Hub.Ebxml.Messages;

/// <summary>A document to send.</summary>
/// <param name="ContentId">Content id without angle brackets, as the manifest names it.</param>
/// <param name="Document">The octets of the document, before compression and encryption.</param>
public sealed record OutgoingPayload(string ContentId, ReadOnlyMemory<byte> Document);
