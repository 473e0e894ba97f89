using Hub.Core.Errors;

namespace Hub.Adapters.Ebxml;

/// <summary>Faults of the message network: keys, register, agreements, signatures, mail.</summary>
[ErrorCatalogue.Area]
public static class EbxmlErrors
{
    /// <summary>The tenant has no end of the message network.</summary>
    public static readonly ErrorDefinition NotConfigured = new("HUB-EBXML-001", "The tenant file has no 'messaging' section", "Add the section: HER-id, certificates, register.");

    /// <summary>An own certificate or key cannot be used.</summary>
    public static readonly ErrorDefinition KeyUnusable = new("HUB-EBXML-002", "A certificate or key of the tenant cannot be used", "Check the files: PEM form, the key belongs to the certificate, key usage, validity.");

    /// <summary>The partner is not in the register.</summary>
    public static readonly ErrorDefinition NotInRegister = new("HUB-EBXML-003", "The address register directory has no entry for this HER-id", "Fetch the partner's entry into the register directory, or correct the HER-id.", Retryable: true);

    /// <summary>The partner's certificate cannot be used.</summary>
    public static readonly ErrorDefinition PartnerCertificate = new("HUB-EBXML-004", "The partner's certificate cannot be used", "Fetch the partner's current entry of the address register; ask the partner if it has expired there too.", Retryable: true);

    /// <summary>The agreement does not cover the message.</summary>
    public static readonly ErrorDefinition NotAgreed = new("HUB-EBXML-005", "Register or agreement do not allow this message to this partner", "Read which part on the timeline; correct the HER-id, the agreement or the route.");

    /// <summary>The document is none that the message network carries.</summary>
    public static readonly ErrorDefinition NotADocument = new("HUB-EBXML-006", "The mapping of this route makes no KITH document", "Use a mapping such as plo.helseopplysninger or dialog.helsefaglig.");

    /// <summary>The message is larger than the network takes.</summary>
    public static readonly ErrorDefinition TooLarge = new("HUB-EBXML-007", "The message is larger than 10 MB", "Send fewer or smaller attachments.", HttpStatus: 413);

    /// <summary>The mail program did not take the message.</summary>
    public static readonly ErrorDefinition MailNotTaken = new("HUB-EBXML-008", "The mail program did not take the message", "Check the mail program of this machine and its queue.", Retryable: true);

    /// <summary>The mail program refuses the message.</summary>
    public static readonly ErrorDefinition MailRefused = new("HUB-EBXML-009", "The mail program refuses the message", "Check the partner's mail address in the address register.");

    /// <summary>What came in is no ebXML message.</summary>
    public static readonly ErrorDefinition Unreadable = new("HUB-EBXML-010", "The message cannot be read as ebXML", "Ask the sender; 'hub msh inspect' shows what is wrong with it.", HttpStatus: 400);

    /// <summary>The signature does not hold.</summary>
    public static readonly ErrorDefinition SignatureInvalid = new("HUB-EBXML-011", "The signature of the message does not hold", "Ask the sender; 'hub msh inspect' names the reason.", HttpStatus: 400);

    /// <summary>Nobody we know sent it.</summary>
    public static readonly ErrorDefinition SenderUnknown = new("HUB-EBXML-012", "The sender is no partner of this tenant", "Add the sender as a partner with adapter ebxml and 'inbound: { auth: signature }', if it is to be trusted.", HttpStatus: 403);

    /// <summary>It is not for us.</summary>
    public static readonly ErrorDefinition WrongReceiver = new("HUB-EBXML-013", "The message is addressed to another HER-id", "Ask the sender to read the address register anew.", HttpStatus: 400);

    /// <summary>It cannot be opened.</summary>
    public static readonly ErrorDefinition NotDecrypted = new("HUB-EBXML-014", "The message is encrypted to none of the tenant's certificates, or damaged", "Keep older decryption keys in the tenant file; ask the sender to read the address register anew.", HttpStatus: 400);

    /// <summary>The document inside cannot be read.</summary>
    public static readonly ErrorDefinition DocumentUnreadable = new("HUB-EBXML-015", "The document in the message cannot be read", "Ask the sender; the message is kept as received.", HttpStatus: 400);

    /// <summary>It cannot be told whether the sender's certificate was revoked.</summary>
    public static readonly ErrorDefinition RevocationUnknown = new("HUB-EBXML-017", "There is no fresh revocation list of the issuer of the sender's certificate", "Fetch the issuer's revocation list into the revocation directory; the sender tries again by itself.", Retryable: true, HttpStatus: 503);

    /// <summary>The tenant's own end cannot be used right now.</summary>
    public static readonly ErrorDefinition NotReady = new("HUB-EBXML-018", "This end of the message network cannot be used right now", "Run 'hub config check': it names the key or directory that cannot be read.", Retryable: true, HttpStatus: 503);

    /// <summary>The kind of document is not taken.</summary>
    public static readonly ErrorDefinition NotSupported = new("HUB-EBXML-016", "The hub does not take this kind of document", "Ask the sender to send it to the system that does.", HttpStatus: 400);

    /// <summary>The patient has no practitioner who can be written to.</summary>
    public static readonly ErrorDefinition NoGp = new("HUB-EBXML-019", "The journal names no general practitioner for the patient who can be written to", "Register the practitioner with HER-id in the journal, or fetch its entry into the register directory.");
}
