namespace Hub.Ebxml.Agreements;

/// <summary>One business process a party takes part in (CPPA 2.0, CollaborationRole).</summary>
/// <param name="Name">Name of the process.</param>
/// <param name="Version">Its version.</param>
/// <param name="Uuid">Its uuid as written, trimmed; not every one is a well-formed uuid. Null when missing.</param>
/// <param name="Role">eb:Role of the party.</param>
/// <param name="Service">eb:Service.</param>
/// <param name="ServiceType">eb:Service/@type, commonly <c>string</c>.</param>
/// <param name="Actions">What may be sent and received.</param>
/// <param name="EncryptionCertificate">The certificate others encrypt to, when the process names one.</param>
public sealed record ProcessBinding(
    string Name,
    string Version,
    string? Uuid,
    string Role,
    string Service,
    string? ServiceType,
    IReadOnlyList<ActionBinding> Actions,
    PartnerCertificate? EncryptionCertificate);
