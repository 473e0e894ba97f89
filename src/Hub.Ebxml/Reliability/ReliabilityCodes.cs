namespace Hub.Ebxml.Reliability;

/// <summary>Stable codes of what can go wrong between sending and receipt.</summary>
public static class ReliabilityCodes
{
    /// <summary>No receipt after all sends (ebXML DeliveryFailure).</summary>
    public const string DeliveryFailure = "msh-delivery-failure";

    /// <summary>The Acknowledgment has other digests than were sent: the receiver does not have our message (non-repudiation failure).</summary>
    public const string DigestMismatch = "msh-ack-digest-mismatch";

    /// <summary>The Acknowledgment lacks references that the policy wants.</summary>
    public const string DigestsMissing = "msh-ack-digests-missing";

    /// <summary>The receiver answered with an error.</summary>
    public const string Refused = "msh-refused";

    /// <summary>The receipt is not from the party the message was sent to.</summary>
    public const string WrongParty = "msh-receipt-wrong-party";

    /// <summary>The receipt is for a message that was never sent, or is forgotten.</summary>
    public const string UnknownMessage = "msh-receipt-unknown-message";

    /// <summary>A receipt contradicts an earlier one.</summary>
    public const string Contradiction = "msh-receipt-contradiction";

    /// <summary>The mail system says it could not deliver.</summary>
    public const string Bounced = "msh-bounced";
}
