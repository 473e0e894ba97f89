namespace Hub.Core.Mappings;

/// <summary>A document ready to be sent. The bytes are made once and kept.</summary>
/// <param name="Form">What it is, by the name of the mapping that made it (<c>fhir.observation</c>, <c>journal.note</c> ...).</param>
/// <param name="MediaType">Media type of the bytes.</param>
/// <param name="Body">The bytes.</param>
/// <param name="DocumentId">The document's own id, the same whenever the mapping is run again.</param>
public sealed record OutboundDocument(string Form, string MediaType, ReadOnlyMemory<byte> Body, string DocumentId)
{
    /// <summary>What the sender must know to wrap it (message type, conversation, addresses), by names that mapping and adapter agree on. Not stored: it lives from mapping to sealing.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = NoProperties;

    private static readonly IReadOnlyDictionary<string, string> NoProperties = new Dictionary<string, string>();
}
