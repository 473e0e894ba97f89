namespace Hub.Ebxml.Envelope;

/// <summary>One attachment: the octets after transfer decoding, which are what digests cover.</summary>
/// <param name="ContentId">Content id without angle brackets.</param>
/// <param name="ContentType">The media type with parameters, as written.</param>
/// <param name="Content">The decoded octets.</param>
public sealed record Attachment(string ContentId, string ContentType, ReadOnlyMemory<byte> Content);
