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
        List<CertificateUse> uses = [Use("own-signing", own.Signing), Use("own-decryption", own.Decryption[0])];
        if (partner.Her is not { } her)
            return uses;
        var entry = own.Book.Find(her.Party);
        var agreed = own.Agreements.Values.Select(a => a.Party(her.Party)).OfType<AgreementParty>().ToList();
        Add(uses, "partner-signing", entry?.SigningCertificate ?? agreed.SelectMany(a => a.SigningCertificates).FirstOrDefault());
        Add(uses, "partner-encryption", entry?.EncryptionCertificate ?? agreed.SelectMany(a => a.Processes).Select(p => p.EncryptionCertificate).OfType<PartnerCertificate>().FirstOrDefault());
        return uses;
    }

    private static void Add(List<CertificateUse> uses, string use, PartnerCertificate? named)
    {
        if (named is not { IsComplete: true })
            return;
        using var certificate = named.Load();
        uses.Add(Use(use, certificate));
    }

    private static CertificateUse Use(string use, X509Certificate2 certificate) => new(
        use,
        certificate.SubjectName.EnumerateRelativeDistinguishedNames().Where(n => !n.HasMultipleElements && n.GetSingleElementType().Value == Organization)
            .Select(n => n.GetSingleElementValue()).FirstOrDefault() ?? "",
        new DateTimeOffset(certificate.NotAfter.ToUniversalTime()));
}
