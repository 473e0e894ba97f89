namespace Hub.Simulators.Messaging;

/// <summary>Ways in which a message can be other than it claims. Every one must be refused, but for the two replays, which must have no second effect.</summary>
public enum Forgery
{
    /// <summary>Signed with a certificate of the trusted issuer in the party's name that the register does not have.</summary>
    OtherCertificate,

    /// <summary>Signed with a certificate in the party's name from an issuer that nobody trusts.</summary>
    ForeignIssuer,

    /// <summary>Signed with a certificate that expired yesterday.</summary>
    ExpiredCertificate,

    /// <summary>Signed with the party's encryption certificate.</summary>
    WrongPurpose,

    /// <summary>The signature taken off.</summary>
    NoSignature,

    /// <summary>A second, empty signature.</summary>
    SecondSignature,

    /// <summary>Another message header before the signed one.</summary>
    HeaderBefore,

    /// <summary>Another message header after the signed one.</summary>
    HeaderAfter,

    /// <summary>Another message header in the body.</summary>
    HeaderInBody,

    /// <summary>Another message header in the signature's key info.</summary>
    HeaderInKeyInfo,

    /// <summary>Another message header in an object of the signature.</summary>
    HeaderInObject,

    /// <summary>Another message header in a block for the next actor, which the signature leaves out.</summary>
    HeaderForNextActor,

    /// <summary>A second body.</summary>
    SecondBody,

    /// <summary>The signed envelope inside another one.</summary>
    EnvelopeInEnvelope,

    /// <summary>A value of the envelope changed after signing.</summary>
    ChangedEnvelope,

    /// <summary>The attachment changed after signing.</summary>
    ChangedAttachment,

    /// <summary>An attachment added after signing.</summary>
    AddedAttachment,

    /// <summary>The attachment left out.</summary>
    MissingAttachment,

    /// <summary>The signature's algorithm changed to rsa-sha1.</summary>
    Sha1,

    /// <summary>The signature's algorithm changed to HMAC.</summary>
    Hmac,

    /// <summary>Sent in another party's name, with one's own signature.</summary>
    OtherSender,

    /// <summary>Addressed to a HER-id that is not at this address.</summary>
    OtherReceiver,

    /// <summary>Encrypted to somebody else's certificate.</summary>
    OtherKey,

    /// <summary>The time to live is over.</summary>
    TooLate,

    /// <summary>The bytes of an earlier message once more.</summary>
    Replay,

    /// <summary>The document of an earlier message in a new envelope.</summary>
    ReplayInNewEnvelope,

    /// <summary>Another message under the id of an earlier one.</summary>
    FalseDuplicate,
}

/// <summary>What a receiver may do with a forgery.</summary>
public static class Forgeries
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Forgery> All { get; } = Enum.GetValues<Forgery>();

    /// <summary>Whether the message as such is sound, so that an acknowledgment is right and only a second effect would be wrong.</summary>
    /// <param name="forgery">The forgery.</param>
    /// <returns>True for replays.</returns>
    public static bool MayBeAcknowledged(this Forgery forgery) => forgery is Forgery.Replay or Forgery.ReplayInNewEnvelope;
}
