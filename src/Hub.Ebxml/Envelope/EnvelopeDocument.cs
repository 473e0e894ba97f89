using Hub.Ebxml.Markup;

namespace Hub.Ebxml.Envelope;

/// <summary>A SOAP envelope as it was received: the bytes read once, so that what is read and what is verified are the same nodes.</summary>
public sealed class EnvelopeDocument
{
    private EnvelopeDocument(EnvelopeParts? parts, EbxmlMessage? message, IReadOnlyList<Finding> findings)
    {
        Parts = parts;
        Message = message;
        Findings = findings;
    }

    /// <summary>The message; null when the bytes are not an ebXML message that can be answered (see <see cref="Findings"/>).</summary>
    public EbxmlMessage? Message { get; }

    /// <summary>What is wrong with the structure. Rules that need more than the structure are in <c>Inspection</c>.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>Whether the bytes were well-formed XML within the limits and a SOAP 1.1 envelope with one header and one body.</summary>
    public bool IsSoap => Parts is not null;

    internal EnvelopeParts? Parts { get; }

    /// <summary>Reads an envelope; never throws on bad input.</summary>
    /// <param name="bytes">The octets after transfer decoding. They must not change while the document is in use.</param>
    /// <param name="limits">Bounds; <see cref="MarkupLimits.Envelope"/> when null.</param>
    public static EnvelopeDocument Read(ReadOnlyMemory<byte> bytes, MarkupLimits? limits = null)
    {
        var findings = new List<Finding>();
        var (tree, fault) = TreeReader.Read(bytes, limits ?? MarkupLimits.Envelope);
        if (tree is null)
        {
            findings.Add(new Finding(16, FindingSeverity.Error, ErrorCodes.OtherXml, "", $"The envelope cannot be read as XML: {fault}."));
            return new EnvelopeDocument(null, null, findings);
        }

        var parts = EnvelopeParts.Find(tree, findings);
        var message = parts is null ? null : MessageReading.Read(parts, findings);
        return new EnvelopeDocument(parts, message, findings);
    }
}
