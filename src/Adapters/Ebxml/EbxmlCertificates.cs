using System.Security.Cryptography.X509Certificates;
using Hub.Adapters.Ebxml.Parties;
using Hub.Core.Adapters;
using Hub.Core.Tenants;
using Hub.Ebxml.Agreements;

namespace Hub.Adapters.Ebxml;

/// <summary>The certificates that messages between a tenant and a partner need.</summary>
internal static class EbxmlCertificates
{
    private const string Organization = "2.5.4.10";

    public static IReadOnlyList<CertificateUse> Of(PartnerConfig partner, TenantConfig tenant, ISecretReader secrets)
    {
        if (TenantParty.Load(tenant, secrets) is not { IsOk: true, Value: var own })
            return [];
        List<CertificateUse> uses =
        [
            Use("own-signing", own.Signing) with { Mismatch = CertificateMatch.OwnSigning(own, partner.Her?.Party) },
            Use("own-decryption", own.Decryption[0]) with { Mismatch = CertificateMatch.OwnDecryption(own, partner.Her?.Party) },
        ];
        if (partner.Her is not { } her)
            return uses;
        var entry = own.Book.Find(her.Party);
        var agreed = own.Agreements.Values.Select(a => a.Party(her.Party)).OfType<AgreementParty>().ToList();
        var signing = entry?.SigningCertificate ?? agreed.SelectMany(a => a.SigningCertificates).FirstOrDefault();
        var encryption = entry?.EncryptionCertificate ?? CertificateMatch.Encryption(agreed).FirstOrDefault();
        Add(uses, "partner-signing", signing, CertificateMatch.Theirs(signing, agreed.SelectMany(a => a.SigningCertificates)));
        Add(uses, "partner-encryption", encryption, CertificateMatch.Theirs(encryption, CertificateMatch.Encryption(agreed)));
        return uses;
    }

    private static void Add(List<CertificateUse> uses, string use, PartnerCertificate? named, string? mismatch)
    {
        if (named is not { IsComplete: true })
            return;
        using var certificate = named.Load();
        uses.Add(Use(use, certificate) with { Mismatch = mismatch });
    }

    private static CertificateUse Use(string use, X509Certificate2 certificate) => new(
        use,
        certificate.SubjectName.EnumerateRelativeDistinguishedNames().Where(n => !n.HasMultipleElements && n.GetSingleElementType().Value == Organization)
            .Select(n => n.GetSingleElementValue()).FirstOrDefault() ?? "",
        new DateTimeOffset(certificate.NotAfter.ToUniversalTime()));
}
