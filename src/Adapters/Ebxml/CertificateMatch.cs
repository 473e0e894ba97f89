using Hub.Adapters.Ebxml.Parties;
using Hub.Ebxml.Agreements;

namespace Hub.Adapters.Ebxml;

/// <summary>Whether the certificates in use are those that register and agreements name: partners believe and encrypt to no others.</summary>
internal static class CertificateMatch
{
    /// <summary>What is wrong with the tenant's signing certificate.</summary>
    /// <param name="own">The tenant's end.</param>
    /// <param name="her">HER-id of the partner; null for no one partner.</param>
    /// <returns>The fault; null when there is none.</returns>
    public static string? OwnSigning(TenantParty own, int? her) =>
        own.Book.Find(own.Messaging.Her)?.SigningCertificate is { } registered && registered.Thumbprint != own.Signing.Thumbprint
            ? "The register names another signing certificate than this one: partners will refuse what is signed"
            : Agreed(own, her).FirstOrDefault(a => a.Party.SigningCertificates is { Count: > 0 } named && named.All(c => c.Thumbprint != own.Signing.Thumbprint)) is { Id: { } id }
                ? $"The agreement {id} names another signing certificate than this one: the partner will refuse what is signed"
                : null;

    /// <summary>What is wrong with the keys that open what comes in.</summary>
    /// <param name="own">The tenant's end.</param>
    /// <param name="her">HER-id of the partner; null for no one partner.</param>
    /// <returns>The fault; null when there is none.</returns>
    public static string? OwnDecryption(TenantParty own, int? her) =>
        own.Book.Find(own.Messaging.Her)?.EncryptionCertificate is { } registered && !Opens(own, registered)
            ? "Partners encrypt to the certificate in the register, and none of these keys opens it"
            : Agreed(own, her).FirstOrDefault(a => Encryption([a.Party]).Any(c => !Opens(own, c))) is { Id: { } id }
                ? $"The partner encrypts to the certificate in the agreement {id}, and none of these keys opens it"
                : null;

    /// <summary>What is wrong with a certificate of the partner that the register names.</summary>
    /// <param name="named">The certificate; null for none.</param>
    /// <param name="agreed">Those of its agreements.</param>
    /// <returns>The fault; null when there is none.</returns>
    public static string? Theirs(PartnerCertificate? named, IEnumerable<PartnerCertificate> agreed) =>
        named is not null && agreed.ToList() is { Count: > 0 } others && !others.Contains(named)
            ? "Register and agreement name different certificates of the partner: one of them is old"
            : null;

    /// <summary>The certificates that parties of agreements are encrypted to.</summary>
    /// <param name="parties">The parties.</param>
    /// <returns>The certificates.</returns>
    public static IEnumerable<PartnerCertificate> Encryption(IEnumerable<AgreementParty> parties) =>
        parties.SelectMany(p => p.Processes).Select(p => p.EncryptionCertificate).OfType<PartnerCertificate>().Distinct();

    private static bool Opens(TenantParty own, PartnerCertificate certificate) => own.Decryption.Any(d => d.Thumbprint == certificate.Thumbprint);

    private static IEnumerable<(string Id, AgreementParty Party)> Agreed(TenantParty own, int? her) =>
        from agreement in own.Agreements.Values
        where her is { } partner && agreement.Kind == AgreementKind.Agreement && agreement.Party(partner) is not null
        let party = agreement.Party(own.Messaging.Her)
        where party is not null
        select (agreement.Id, party);
}
