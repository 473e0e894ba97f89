namespace Hub.Ebxml.Agreements;

/// <summary>One direction of a document exchange (CPPA 2.0, ebXMLSenderBinding or ebXMLReceiverBinding).</summary>
/// <param name="Reliability">Resends and their end; null when the channel is not reliable.</param>
/// <param name="Signature">Algorithms; null when nothing is said.</param>
public sealed record ExchangeTerms(ReliabilityTerms? Reliability, SignatureTerms? Signature)
{
    /// <summary>Nothing said.</summary>
    public static ExchangeTerms None { get; } = new(null, null);
}
