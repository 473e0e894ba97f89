using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace Hub.Simulators.Messaging;

/// <summary>Writes what a hub needs to know of the network: entries of the address register as NHN's service gives them, issuers, revocation lists.</summary>
public static class RegisterFiles
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    /// <summary>Writes the entry of an enterprise, that of its service, and their certificates in files of their own.</summary>
    /// <param name="folder">Where to; made when missing.</param>
    /// <param name="party">The party.</param>
    /// <param name="signing">Certificate it signs with.</param>
    /// <param name="encryption">Certificate others encrypt to.</param>
    public static void Write(string folder, CounterpartParty party, X509Certificate2 signing, X509Certificate2 encryption)
    {
        ArgumentNullException.ThrowIfNull(party);
        Directory.CreateDirectory(folder);
        var organization = new { organizationNumber = party.OrganizationNumber, services = new[] { new { herId = party.ServiceHer } } };
        Put(folder, $"{party.EnterpriseHer}", Entry(party, party.EnterpriseHer, party.EnterpriseName, "Organization", signing, encryption, organization, null));
        Put(folder, $"{party.ServiceHer}", Entry(party, party.ServiceHer, party.ServiceName, "Service", signing, encryption, null, party.EnterpriseHer));
        foreach (var certificate in new[] { signing, encryption })
            Put(folder, certificate.Thumbprint, Certificate(certificate, Convert.ToBase64String(certificate.RawData)));
    }

    /// <summary>Writes an issuer's certificate, to be trusted.</summary>
    /// <param name="folder">Where to; made when missing.</param>
    /// <param name="issuer">The issuer.</param>
    public static void WriteTrust(string folder, MessagingCa issuer)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "simulator-ca.pem"), issuer.Root.ExportCertificatePem() + "\n");
    }

    /// <summary>Writes an issuer's revocation list of now in the place of the one before.</summary>
    /// <param name="folder">Where to; made when missing.</param>
    /// <param name="issuer">The issuer.</param>
    public static void WriteRevocations(string folder, MessagingCa issuer)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, "simulator-ca.crl");
        File.WriteAllBytes(file + ".new", issuer.RevocationList());
        File.Move(file + ".new", file, overwrite: true);
    }

    private static object Entry(
        CounterpartParty party, int her, string name, string type, X509Certificate2 signing, X509Certificate2 encryption, object? organization, int? parent) => new
        {
            herId = her,
            name,
            displayName = name,
            type,
            parentHerId = parent,
            parentOrganization = parent is null ? null : new { herId = parent, organizationNumber = party.OrganizationNumber, name = party.EnterpriseName },
            organizationDetails = organization,
            serviceDetails = type == "Service" && party.ServiceCode is { } code ? new { code = new { codeListId = "8663", value = code } } : null,
            currentSigningCertificate = Certificate(signing, null),
            currentEncryptionCertificate = Certificate(encryption, null),
            phoneNumber = party.Phone,
            ediAddress = party.EdiAddress,
            validFrom = "2020-01-01T00:00:00+00:00",
            validTo = "2050-12-31T00:00:00+00:00",
        };

    private static Dictionary<string, object> Certificate(X509Certificate2 certificate, string? value)
    {
        var entry = new Dictionary<string, object>
        {
            ["thumbprint"] = certificate.Thumbprint,
            ["validFrom"] = new DateTimeOffset(certificate.NotBefore.ToUniversalTime()),
            ["validTo"] = new DateTimeOffset(certificate.NotAfter.ToUniversalTime()),
        };
        if (value is not null)
            entry["certificateValue"] = value;
        return entry;
    }

    private static void Put(string folder, string name, object value) =>
        File.WriteAllBytes(Path.Combine(folder, name + ".json"), JsonSerializer.SerializeToUtf8Bytes(value, Json));
}
