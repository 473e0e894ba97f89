namespace Hub.Ebxml.Envelope;

/// <summary>Request for a receipt; mandatory on business messages, never on signals.</summary>
/// <param name="Signed">Whether the receipt must be signed; always true in the profile.</param>
/// <param name="Actor">The SOAP actor; null when absent.</param>
public sealed record AckRequested(bool Signed = true, string? Actor = EbxmlNames.ToPartyMsh);
