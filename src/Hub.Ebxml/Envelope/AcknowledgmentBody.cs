namespace Hub.Ebxml.Envelope;

/// <summary>Receipt of one message (HITS 1172 rules 106-117).</summary>
/// <param name="Timestamp">When the acknowledged message was received.</param>
/// <param name="RefToMessageId">The acknowledged message; receipts are matched by this, never by the header's reference.</param>
/// <param name="References">The references of the acknowledged signature, copied: the proof that the very same bytes were received.</param>
/// <param name="Actor">The SOAP actor; null when absent.</param>
public sealed record AcknowledgmentBody(
    DateTimeOffset Timestamp, string RefToMessageId, IReadOnlyList<DigestReference> References,
    string? Actor = EbxmlNames.ToPartyMsh) : MessageBody
{
    /// <inheritdoc />
    public bool Equals(AcknowledgmentBody? other) => other is not null && Timestamp == other.Timestamp
        && RefToMessageId == other.RefToMessageId && Actor == other.Actor && References.SequenceEqual(other.References);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Timestamp, RefToMessageId);
}
