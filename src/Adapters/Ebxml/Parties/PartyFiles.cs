using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Hub.Core.Errors;
using Hub.Core.Tenants;
using Hub.Ebxml.AddressRegister;
using Hub.Ebxml.Agreements;
using Hub.Ebxml.Certificates;

namespace Hub.Adapters.Ebxml.Parties;

/// <summary>What the directories of a tenant's <c>messaging</c> section hold. A single bad file is a remark; a missing directory is an error.</summary>
internal sealed class PartyFiles
{
    // Lists are published once or twice a day; a fetch that fails for some hours must not stop the messages.
    private static readonly TimeSpan Grace = TimeSpan.FromHours(6);

    private readonly List<X509Certificate2> _issuers = [];
    private readonly List<HubError> _errors = [];
    private readonly List<HubError> _remarks = [];

    public IReadOnlyList<HubError> Errors => _errors;

    public IReadOnlyList<HubError> Remarks => _remarks;

    public AddressBook Book { get; private set; } = new([]);

    public Dictionary<string, Agreement> Agreements { get; } = new(StringComparer.Ordinal);

    public CertificateCheck Certificates { get; private set; } = new(null, null);

    public static PartyFiles Read(MessagingConfig messaging, ISecretReader secrets)
    {
        var files = new PartyFiles();
        var register = secrets.Locate(messaging.Register);
        if (files.Exists(register, "/messaging.register"))
        {
            var reading = AddressBookFolder.Read(register);
            files.Book = reading.Book;
            files._remarks.AddRange(reading.Failures.Select(f => EbxmlErrors.NotInRegister.At($"/messaging.register {f.Path}", f.Text)));
            foreach (var path in Directory.EnumerateFiles(register, "*.xml").Order(StringComparer.Ordinal))
                files.Open(path, "/messaging.register", files.Agreement);
        }

        if (messaging.Trust is { } trust && files.Exists(secrets.Locate(trust), "/messaging.trust"))
        {
            foreach (var path in Directory.EnumerateFiles(secrets.Locate(trust)).Order(StringComparer.Ordinal))
                files.Open(path, "/messaging.trust", files.Issuer);
            var roots = files._issuers.Where(i => i.SubjectName.RawData.AsSpan().SequenceEqual(i.IssuerName.RawData)).ToList();
            files.Certificates = files.Certificates with { Trust = new CertificateTrust(roots, [.. files._issuers.Except(roots)]) };
        }

        if (messaging.Revocation is { } lists && files.Exists(secrets.Locate(lists), "/messaging.revocation"))
            files.Certificates = files.Certificates with { Revocation = new RevocationFiles(secrets.Locate(lists)).Find, Grace = Grace };
        return files;
    }

    private bool Exists(string directory, string setting)
    {
        if (Directory.Exists(directory))
            return true;
        _errors.Add(ConfigErrors.BadValue.At(setting, "There is no such directory"));
        return false;
    }

    private void Open(string path, string setting, Action<string, byte[]> read)
    {
        try
        {
            read(path, File.ReadAllBytes(path));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CryptographicException)
        {
            _remarks.Add(EbxmlErrors.NotInRegister.At($"{setting} {Path.GetFileName(path)}", "The file cannot be read"));
        }
    }

    private void Agreement(string path, byte[] bytes)
    {
        var agreement = AgreementReader.Read(bytes);
        if (agreement.Value is { } read)
            Agreements[read.Id] = read;
        else
            _remarks.Add(EbxmlErrors.NotInRegister.At($"/messaging.register {Path.GetFileName(path)}", agreement.Failures[0].Text));
    }

    private void Issuer(string path, byte[] bytes)
    {
        if (bytes.AsSpan().IndexOf("-----BEGIN"u8) >= 0)
        {
            var pem = new X509Certificate2Collection();
            pem.ImportFromPem(System.Text.Encoding.ASCII.GetString(bytes));
            _issuers.AddRange(pem);
        }
        else
        {
            _issuers.Add(X509CertificateLoader.LoadCertificate(bytes));
        }
    }
}
