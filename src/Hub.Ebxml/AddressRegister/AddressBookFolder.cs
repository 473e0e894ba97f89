using Hub.Ebxml.Agreements;

namespace Hub.Ebxml.AddressRegister;

/// <summary>What a folder of register entries gave.</summary>
/// <param name="Book">The entries that could be read.</param>
/// <param name="Failures">Files that could not, each with its name as path; remarks on entries that could.</param>
public sealed record AddressBookReading(AddressBook Book, IReadOnlyList<Failure> Failures);

/// <summary>
/// Reads a folder of JSON files as the register gives them: entries, and certificates in files of their own. An entry names its
/// certificates by thumbprint, and the bytes are filled in from the certificate file with that thumbprint.
/// </summary>
public static class AddressBookFolder
{
    /// <summary>A file could not be opened.</summary>
    public const string Unreadable = "ar-unreadable";

    /// <summary>An entry names a certificate whose bytes are in no file.</summary>
    public const string CertificateMissing = "ar-certificate-missing";

    /// <summary>Reads every <c>*.json</c> file of a folder, in order of name.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The book and what went wrong.</returns>
    public static AddressBookReading Read(string folder)
    {
        var parties = new List<(string File, CommunicationParty Party)>();
        var certificates = new Dictionary<string, PartnerCertificate>(StringComparer.Ordinal);
        var failures = new List<Failure>();
        if (!Directory.Exists(folder))
            return new(new([]), [new(Unreadable, "The folder of the address book does not exist.", folder)]);
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            try
            {
                Sort(Path.GetFileName(file), File.ReadAllBytes(file), parties, certificates, failures);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                failures.Add(new(Unreadable, "The file cannot be read.", Path.GetFileName(file), Retryable: true));
            }
        }
        var complete = parties.Select(p => p.Party with
        {
            SigningCertificate = Complete(p.Party.SigningCertificate, p.File, certificates, failures),
            EncryptionCertificate = Complete(p.Party.EncryptionCertificate, p.File, certificates, failures),
        }).ToList();
        return new(new(complete), failures);
    }

    private static void Sort(
        string file, byte[] bytes, List<(string, CommunicationParty)> parties, Dictionary<string, PartnerCertificate> certificates, List<Failure> failures)
    {
        var parsed = CommunicationPartyReader.Parse(bytes);
        failures.AddRange(parsed.Failures.Select(f => f with { Path = $"{file} {f.Path}" }));
        if (parsed.Value is not { } document)
            return;
        using (document)
        {
            var root = document.RootElement;
            if (root.Member("certificateValue") is not null && root.Member("herId") is null)
            {
                if (CommunicationPartyReader.Certificate(root) is { } certificate)
                    certificates[certificate.Thumbprint] = certificate;
                else
                    failures.Add(new(CommunicationPartyReader.BadCertificate, "The certificate cannot be read.", $"{file} $.certificateValue"));
                return;
            }
            var party = CommunicationPartyReader.Read(root);
            failures.AddRange((party.Value?.Remarks ?? party.Failures).Select(f => f with { Path = $"{file} {f.Path}" }));
            if (party.Value is not null)
                parties.Add((file, party.Value));
        }
    }

    private static PartnerCertificate? Complete(
        PartnerCertificate? named, string file, Dictionary<string, PartnerCertificate> certificates, List<Failure> failures)
    {
        if (named is null || named.IsComplete)
            return named;
        if (certificates.TryGetValue(named.Thumbprint, out var found))
            return found;
        failures.Add(new(CertificateMissing, "The bytes of a certificate are in no file of the folder.", $"{file} {named.Thumbprint}"));
        return named;
    }
}
