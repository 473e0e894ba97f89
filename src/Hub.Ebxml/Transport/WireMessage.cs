using Hub.Ebxml.Mime;

namespace Hub.Ebxml.Transport;

/// <summary>A message as it goes over the wire: its top headers and its body, both exactly as signed and stored.</summary>
/// <param name="Headers">Top headers, among them Content-Type and SOAPAction.</param>
/// <param name="Body">The octets after the empty line.</param>
public sealed record WireMessage(IReadOnlyList<MimeHeader> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>Largest message of the network: 10 MB (HITS 1171).</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>The first header of a name; null when there is none.</summary>
    /// <param name="name">The name, in any case.</param>
    /// <returns>Its value.</returns>
    public string? Header(string name) => Headers.FirstOrDefault(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;
}
