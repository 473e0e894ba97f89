namespace Hub.Ebxml.Agreements;

/// <summary>One delivery channel of a party, with what its transport and its document exchange say.</summary>
/// <param name="Id">The channel's id within the party.</param>
/// <param name="Protocol">Transport protocol as written: <c>SMTP</c>, <c>HTTP</c>, <c>AMQP</c>.</param>
/// <param name="Endpoints">Where the party receives; several may be given for several purposes.</param>
/// <param name="SyncReply">What comes back in the same HTTP exchange.</param>
/// <param name="AckRequested">Whether messages ask for an Acknowledgment.</param>
/// <param name="AckSignature">Whether that Acknowledgment is signed.</param>
/// <param name="DuplicateElimination">Whether duplicates are removed.</param>
/// <param name="Sending">Terms when the party sends over this channel.</param>
/// <param name="Receiving">Terms when the party receives over this channel.</param>
public sealed record ChannelTerms(
    string Id,
    string Protocol,
    IReadOnlyList<ChannelEndpoint> Endpoints,
    SyncReplyMode SyncReply,
    Usage AckRequested,
    Usage AckSignature,
    Usage DuplicateElimination,
    ExchangeTerms Sending,
    ExchangeTerms Receiving)
{
    /// <summary>The endpoint for a purpose: the one that names it, else the one for all purposes, else the first.</summary>
    /// <param name="purpose">CPPA endpoint type.</param>
    /// <returns>The endpoint, or null when the channel has none.</returns>
    public ChannelEndpoint? EndpointFor(string purpose) =>
        Endpoints.FirstOrDefault(e => e.Purpose == purpose) ?? Endpoints.FirstOrDefault(e => e.Purpose == "allPurpose") ?? (Endpoints.Count > 0 ? Endpoints[0] : null);
}
