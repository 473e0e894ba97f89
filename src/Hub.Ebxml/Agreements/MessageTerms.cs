namespace Hub.Ebxml.Agreements;

/// <summary>Everything an agreement says about one message from one party to another.</summary>
/// <param name="CpaId">eb:CPAId.</param>
/// <param name="FromHer">HER-id of the sender.</param>
/// <param name="ToHer">HER-id of the receiver.</param>
/// <param name="Service">eb:Service.</param>
/// <param name="ServiceType">eb:Service/@type; null when not said.</param>
/// <param name="Action">eb:Action.</param>
/// <param name="FromRole">eb:Role of the sender.</param>
/// <param name="ToRole">eb:Role of the receiver.</param>
/// <param name="Endpoint">Where the receiver takes it; null when the agreement names none.</param>
/// <param name="Reliability">Resends and their end.</param>
/// <param name="AckRequested">Whether an Acknowledgment is asked for.</param>
/// <param name="AckSignature">Whether it must be signed.</param>
/// <param name="DuplicateElimination">Whether duplicates are removed.</param>
/// <param name="SyncReply">What comes back in the same HTTP exchange.</param>
/// <param name="Signature">Algorithms of the sender.</param>
/// <param name="SigningCertificates">The certificates the sender may have signed with.</param>
/// <param name="EncryptionCertificate">The certificate of the receiver; null when there is none.</param>
/// <param name="Package">How the payload is wrapped; null when not said.</param>
public sealed record MessageTerms(
    string CpaId,
    int FromHer,
    int ToHer,
    string Service,
    string? ServiceType,
    string Action,
    string FromRole,
    string ToRole,
    ChannelEndpoint? Endpoint,
    ReliabilityTerms Reliability,
    Usage AckRequested,
    Usage AckSignature,
    Usage DuplicateElimination,
    SyncReplyMode SyncReply,
    SignatureTerms Signature,
    IReadOnlyList<PartnerCertificate> SigningCertificates,
    PartnerCertificate? EncryptionCertificate,
    PackageTerms? Package);
