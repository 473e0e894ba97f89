namespace Hub.Core.Mappings;

/// <summary>A document ready to be sent. The bytes are made once and kept.</summary>
/// <param name="Form">What it is, by the name of the mapping that made it (<c>fhir.observation</c>, <c>journal.note</c> ...).</param>
/// <param name="MediaType">Media type of the bytes.</param>
/// <param name="Body">The bytes.</param>
/// <param name="DocumentId">The document's own id, the same whenever the mapping is run again.</param>
public sealed record OutboundDocument(string Form, string MediaType, ReadOnlyMemory<byte> Body, string DocumentId);
