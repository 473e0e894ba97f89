using System.Security.Cryptography.X509Certificates;
using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Ebxml.AddressRegister;
using Hub.Ebxml.Agreements;
using Hub.Ebxml.Certificates;
using Hub.Ebxml.Encryption;
using Hub.Ebxml.Signing;

namespace Hub.Adapters.Ebxml.Parties;

/// <summary>A tenant's end of the message network, loaded: keys, register, agreements, trusted issuers. Immutable; a changed directory gives a new one.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Messaging">Its settings.</param>
/// <param name="Signing">Certificate and key that sign.</param>
/// <param name="Decryption">Certificates and keys that open.</param>
/// <param name="Book">Entries of the address register.</param>
/// <param name="Agreements">Agreements by id.</param>
/// <param name="Certificates">Whom partners' certificates are believed by, and which are revoked.</param>
/// <param name="Remarks">Files that could not be read; the rest is used.</param>
internal sealed record TenantParty(
    TenantConfig Tenant,
    MessagingConfig Messaging,
    X509Certificate2 Signing,
    IReadOnlyList<X509Certificate2> Decryption,
    AddressBook Book,
    IReadOnlyDictionary<string, Agreement> Agreements,
    CertificateCheck Certificates,
    IReadOnlyList<HubError> Remarks)
{
    /// <summary>Signs with <see cref="Signing"/>.</summary>
    public MessageSigner Signer { get; } = new(Signing);

    /// <summary>Opens with <see cref="Decryption"/>.</summary>
    public PayloadDecryptor Decryptor { get; } = new(Decryption);

    /// <summary>Where a partner takes messages: as the tenant file says, else as the agreement, else as the register.</summary>
    /// <param name="partner">The partner; its <see cref="PartnerConfig.Her"/> is set.</param>
    /// <returns>An https or mailto address; null when none is known, or what is registered is no address.</returns>
    public Uri? EndpointOf(PartnerConfig partner)
    {
        if (partner.Url is { } configured)
            return configured;
        var her = partner.Her!.Party;
        var agreed = Agreements.Values.Select(a => a.Kind == AgreementKind.Agreement && a.Party(Messaging.Her) is not null ? a.Party(her) : null)
            .OfType<AgreementParty>().Select(p => p.DefaultChannel?.EndpointFor("allPurpose")).OfType<ChannelEndpoint>().FirstOrDefault();
        if (agreed?.Url is { } url)
            return url;
        var mail = agreed?.MailAddress ?? Book.Find(her)?.EdiAddress;
        return mail is not null && Uri.TryCreate($"mailto:{mail}", UriKind.Absolute, out var address) ? address : null;
    }

    /// <summary>Mail address of the tenant's communication party; null when it has none.</summary>
    public string? Mail => Messaging.Mail ?? Book.Find(Messaging.Her)?.EdiAddress;

    /// <summary>Loads it from its files.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="secrets">Reads keys and files.</param>
    /// <returns>The party, or every fault whose path starts with <c>/messaging</c>.</returns>
    public static Result<TenantParty> Load(TenantConfig tenant, ISecretReader secrets)
    {
        if (tenant.Messaging is not { } messaging)
            return EbxmlErrors.NotConfigured.At("/messaging");
        var errors = new List<HubError>();
        var signing = OwnKey.Load(messaging.Signing, "/messaging.signing", X509KeyUsageFlags.NonRepudiation, secrets);
        errors.AddRange(signing.Errors);
        var decryption = new List<X509Certificate2>();
        for (var i = 0; i < messaging.Decryption.Count; i++)
        {
            var key = OwnKey.Load(messaging.Decryption[i], $"/messaging.decryption[{i}]", X509KeyUsageFlags.KeyEncipherment, secrets);
            errors.AddRange(key.Errors);
            if (key.IsOk)
                decryption.Add(key.Value);
        }

        var files = PartyFiles.Read(messaging, secrets);
        errors.AddRange(files.Errors);
        if (errors.Count > 0)
            return Result<TenantParty>.Failed(errors);
        return new TenantParty(
            tenant, messaging, signing.Value, decryption, files.Book, files.Agreements, files.Certificates, files.Remarks);
    }
}
