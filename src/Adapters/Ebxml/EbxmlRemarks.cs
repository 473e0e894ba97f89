using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using Hub.Adapters.Ebxml.Parties;
using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Ebxml.AddressRegister;
using Hub.Ebxml.Agreements;
using Hub.Ebxml.Certificates;

namespace Hub.Adapters.Ebxml;

/// <summary>What a person should see of keys, register and certificates before a message shows it. None of it keeps the hub from starting: an entry that one partner lets lapse must not stop all others.</summary>
internal static class EbxmlRemarks
{
    /// <summary>How long before its end a certificate is spoken of: ordering one and telling the register takes weeks.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromDays(45);

    public static IEnumerable<HubError> Of(PartnerConfig partner, TenantConfig tenant, ISecretReader secrets, DateTimeOffset now)
    {
        if (partner.Her is not { } her || TenantParty.Load(tenant, secrets) is not { IsOk: true, Value: var own })
            return [];
        return [.. own.Remarks, .. Ours(own, her.Party, now), .. Theirs(own, partner, her.Party, now)];
    }

    private static IEnumerable<HubError> Ours(TenantParty own, int her, DateTimeOffset now)
    {
        if (Ends(own.Signing, now) is { } signing)
            yield return EbxmlErrors.KeyUnusable.At("/messaging.signing", signing);
        if (Ends(own.Decryption[0], now) is { } newest)
            yield return EbxmlErrors.KeyUnusable.At("/messaging.decryption[0]", newest);
        if (CertificateMatch.OwnSigning(own, her) is { } unknown)
            yield return EbxmlErrors.KeyUnusable.At("/messaging.signing", unknown);
        if (CertificateMatch.OwnDecryption(own, her) is { } closed)
            yield return EbxmlErrors.KeyUnusable.At("/messaging.decryption", closed);
        if (own.Book.Find(own.Messaging.Her) is not { } entry)
        {
            yield return EbxmlErrors.NotInRegister.At("/messaging.her", $"The register directory has no entry for the tenant's own HER-id {own.Messaging.Her}: it cannot be compared with the keys");
            yield break;
        }

        if (!entry.IsMessageLevel)
            yield return EbxmlErrors.NotInRegister.At("/messaging.her", $"HER-id {entry.Her} is an enterprise: messages go to and from services");
    }

    private static IEnumerable<HubError> Theirs(TenantParty own, PartnerConfig partner, int her, DateTimeOffset now)
    {
        var entry = own.Book.Find(her);
        var agreed = own.Agreements.Values.Select(a => a.Party(her)).OfType<AgreementParty>().ToList();
        if (entry is null && agreed.Count == 0)
        {
            yield return EbxmlErrors.NotInRegister.At("her", $"Neither the register directory nor an agreement has HER-id {her}");
            yield break;
        }

        if (entry is { IsMessageLevel: false })
            yield return EbxmlErrors.NotInRegister.At("her", $"HER-id {her} is an enterprise: messages go to and from services");
        var endpoint = own.EndpointOf(partner);
        if (endpoint is null)
            yield return EbxmlErrors.NotInRegister.At("her", "Neither tenant file, agreement nor register has an address for this partner");
        else if (endpoint.Scheme == "mailto" && own.Mail is null)
            yield return EbxmlErrors.NotInRegister.At("/messaging.mail", "A partner takes mail, and the tenant has no address to send from: neither this setting nor an own entry in the register directory");
        if (endpoint?.Scheme == "mailto" && EbxmlOptions.Read(partner) is { IsOk: true, Value.Sync: true })
            yield return ConfigErrors.BadValue.At("options.sync", "The partner takes mail, where no answer comes on the same connection; the setting has no effect");
        foreach (var error in Certificates(own, entry, agreed, now))
            yield return error;
    }

    private static IEnumerable<HubError> Certificates(TenantParty own, CommunicationParty? entry, List<AgreementParty> agreed, DateTimeOffset now)
    {
        var signing = entry?.SigningCertificate ?? agreed.SelectMany(a => a.SigningCertificates).FirstOrDefault();
        if (signing is null)
            yield return EbxmlErrors.PartnerCertificate.At("her", "There is no signing certificate of the partner: what it sends will be refused");
        else if ((Judge(own, signing, CertificatePurpose.Signing, now) ?? CertificateMatch.Theirs(signing, agreed.SelectMany(a => a.SigningCertificates))) is { } wrong)
            yield return EbxmlErrors.PartnerCertificate.At("her", $"Signing certificate of the partner: {wrong}");
        var encryption = entry?.EncryptionCertificate ?? CertificateMatch.Encryption(agreed).FirstOrDefault();
        if (encryption is not { IsComplete: true })
            yield return EbxmlErrors.PartnerCertificate.At("her", "There is no encryption certificate of the partner: nothing can be sent to it");
        else if ((Judge(own, encryption, CertificatePurpose.Encryption, now) ?? CertificateMatch.Theirs(encryption, CertificateMatch.Encryption(agreed))) is { } wrong)
            yield return EbxmlErrors.PartnerCertificate.At("her", $"Encryption certificate of the partner: {wrong}");
    }

    private static string? Judge(TenantParty own, PartnerCertificate named, CertificatePurpose purpose, DateTimeOffset now)
    {
        if (!named.IsComplete)
            return null;
        using var certificate = named.Load();
        return own.Certificates.Decide(certificate, purpose, now, now) switch
        {
            CertificateRefused refused => refused.Text,
            CertificateUndecided undecided => undecided.Text,
            _ => Ends(certificate, now),
        };
    }

    private static string? Ends(X509Certificate2 certificate, DateTimeOffset now)
    {
        var (from, to) = (new DateTimeOffset(certificate.NotBefore), new DateTimeOffset(certificate.NotAfter));
        if (now < from)
            return string.Create(CultureInfo.InvariantCulture, $"The certificate is valid from {from.UtcDateTime:yyyy-MM-dd} only");
        if (now > to)
            return string.Create(CultureInfo.InvariantCulture, $"The certificate expired on {to.UtcDateTime:yyyy-MM-dd}");
        return to - now < Soon ? string.Create(CultureInfo.InvariantCulture, $"The certificate expires on {to.UtcDateTime:yyyy-MM-dd}, in {(int)(to - now).TotalDays} days") : null;
    }
}
