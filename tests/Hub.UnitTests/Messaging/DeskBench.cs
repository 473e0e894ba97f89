using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Hub.Adapters.Ebxml;
using Hub.Adapters.Ebxml.Receiving;
using Hub.Core.Adapters;
using Hub.Core.Lookups;
using Hub.Core.Tenants;
using Hub.Ebxml.Addressing;
using Hub.Ebxml.Encryption;
using Hub.Ebxml.Envelope;
using Hub.Ebxml.Messages;
using Hub.Ebxml.Mime;
using Hub.Ebxml.Signing;
using Hub.Host.Configuration;
using Hub.Kith.MsgHead;
using Hub.Kith.Plo;
using Hub.Kith.Types;
using Hub.UnitTests.Ebxml;
using Hub.UnitTests.Kith.Plo;

namespace Hub.UnitTests.Messaging;

/// <summary>A tenant on the message network with its keys and register on disk, a hospital that speaks to it, and fakes around the desk.</summary>
internal sealed class DeskBench : IDisposable
{
    public const int OurHer = 8094867;
    public const int TheirHer = 79768;

    private static readonly X509Certificate2 OurSigning = TestAuthority.Trusted.Signing("Larvik");
    private static readonly X509Certificate2 OurEncryption = TestAuthority.Trusted.Encryption("Larvik");
    private static readonly X509Certificate2 TheirSigning = TestAuthority.Trusted.Signing("Sykehuset");
    private static readonly X509Certificate2 TheirEncryption = TestAuthority.Trusted.Encryption("Sykehuset");

    private readonly string _folder = Directory.CreateTempSubdirectory("hub-desk").FullName;

    public DeskBench(params (string Name, string Value)[] options)
    {
        Write("sign", OurSigning);
        Write("open", OurEncryption);
        Directory.CreateDirectory(Path.Combine(_folder, "register"));
        Register(TheirHer, TheirSigning, TheirEncryption);
        Register(OurHer, OurSigning, OurEncryption);
        Directory.CreateDirectory(Path.Combine(_folder, "crl"));
        Partner = new PartnerConfig("larvik", "sykehus", EbxmlAdapter.AdapterName)
        {
            Her = new Hub.Core.Tenants.HerAddress(4242, TheirHer),
            Url = new Uri("https://hospital.example/ebxml"),
            Inbound = new InboundConfig([]) { Auth = InboundAuth.Signature },
            Options = options.ToDictionary(o => o.Name, o => o.Value),
        };
        Tenant = new TenantConfig(
            "larvik", TenantEnvironment.Test, new OrganizationConfig("312229544", 4343, "Larvik kommune"),
            new Dictionary<string, PartnerConfig> { ["sykehus"] = Partner }, [], UnroutedPolicy.Keep)
        {
            Messaging = new MessagingConfig(
                OurHer,
                new KeyPairReference("sign.pem", new SecretReference("file:sign.key")),
                [new KeyPairReference("open.pem", new SecretReference("file:open.key"))],
                "register"),
        };
        Intake = new FakeIntake(() => Tenant);
        Desk = new MessageDesk(new DeskParts(
            new ChangingSnapshot(() => Tenant), new SecretReader(_folder), Exchanges, new PlainVault(), () => Intake, () => Receipts, Time));
    }

    /// <summary>False for a partner that receives only.</summary>
    public bool MaySend
    {
        init => Change(p => p with { Inbound = value ? p.Inbound : null });
    }

    /// <summary>Takes the partner's URL away and gives it another mail address in the register.</summary>
    public string Address
    {
        init
        {
            Change(p => p with { Url = null });
            Register(TheirHer, TheirSigning, TheirEncryption, value);
        }
    }

    /// <summary>Lets the partner stand for all general practitioners, with the register's entry of this type (Person, Service ...) and, after a space, its service code.</summary>
    public string Gps
    {
        init
        {
            Change(p => p with { Url = null, Her = null, PatientsGp = "gerica" });
            Register(TheirHer, TheirSigning, TheirEncryption, type: value.Split(' ')[0], code: value.Split(' ').ElementAtOrDefault(1));
        }
    }

    /// <summary>When the sender's entry in the register lapsed.</summary>
    public DateTimeOffset Lapsed
    {
        init => Register(TheirHer, TheirSigning, TheirEncryption, type: "Person", validTo: value, code: "KA01");
    }

    /// <summary>True to check revocation by a folder that has no list.</summary>
    public bool Revocation
    {
        init => Tenant = Tenant with { Messaging = Tenant.Messaging! with { Revocation = value ? "crl" : null } };
    }

    public MovingTime Time { get; } = new();

    public PartnerConfig Partner { get; private set; }

    public TenantConfig Tenant { get; private set; }

    public MemoryExchanges Exchanges { get; } = new();

    public FakeIntake Intake { get; }

    public FakeReceipts Receipts { get; } = new();

    public MessageDesk Desk { get; }

    public ISender Sender => new EbxmlAdapter().Open(Partner, new SenderContext(new FixedTime(), new SecretReader(_folder), Tenant) { Lookups = Lookups });

    /// <summary>Who knows the patients' practitioners; null when there is nobody to ask.</summary>
    public ILookups? Lookups { get; init; }

    public static MessageSigner TheirSigner { get; } = new(TheirSigning);

    public static PayloadEncryptor ToUs { get; } = new(OurEncryption);

    public static OpenOptions Theirs { get; } = new() { Decryptor = new PayloadDecryptor([TheirEncryption]) };

    public void Dispose()
    {
        Desk.Post.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The hospital renews its signing certificate; its earlier entry is kept beside the new one or not.</summary>
    public X509Certificate2 Renew(bool keepEarlier)
    {
        var current = Path.Combine(_folder, "register", $"{TheirHer}.json");
        if (keepEarlier)
            File.Copy(current, Path.Combine(_folder, "register", $"{TheirHer}-earlier.json"));
        var renewed = TestAuthority.Trusted.Signing("Sykehuset");
        Register(TheirHer, renewed, TheirEncryption);
        return renewed;
    }

    public ISecretReader Secrets => new SecretReader(_folder);

    public void RegisterAsOurs(X509Certificate2 signing, X509Certificate2 encryption) => Register(OurHer, signing, encryption);

    /// <summary>Another practitioner in the register, with keys of the same authority.</summary>
    public void RegisterGp(int her) => Register(her, TheirSigning, TheirEncryption, type: "Person", code: "KA01");

    public void Put(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);

    public void Remove(string file) => File.Delete(Path.Combine(_folder, file));

    public Task<DeskAnswer> TakeAsync(MimeMessage message, bool onSameConnection = false) =>
        Desk.TakeAsync("larvik", message.Body, message.ContentType, onSameConnection, TestContext());

    /// <summary>A PLO message of the hospital about a synthetic patient.</summary>
    public static (Guid MsgId, byte[] Bytes) Letter(PloType type = PloType.InnlagtPasient, int fromHer = TheirHer, Person? patient = null, Guid? id = null)
    {
        var msgId = id ?? Guid.NewGuid();
        var message = new Message
        {
            Info = new MsgInfo
            {
                Type = PloMessages.TypeOf(type),
                GenDate = TS.Of(FixedTime.At),
                MsgId = msgId.ToString(),
                Sender = new Hub.Kith.MsgHead.Party(HerAddress2("Sykehuset", "4242", "Medisinsk avdeling", $"{fromHer}")),
                Receiver = new Hub.Kith.MsgHead.Party(HerAddress2("Larvik kommune", "4343", "Hjemmeoppfølging", $"{OurHer}")),
                Patient = patient ?? Someone,
            },
            Documents = [PloMessages.ToDocument(PloExamples.Of(type), msgId, FixedTime.At)],
        };
        return (msgId, MessageWriter.Write(message).Bytes.ToArray());
    }

    public static Person Someone => new()
    {
        GivenName = "Kari",
        FamilyName = "Prøve",
        Idents = [new Ident("13116900216", new CV("FNR", "2.16.578.1.12.4.1.1.8116", "Fødselsnummer"))],
    };

    public static EbxmlMessage Envelope(string type, string contentId, Func<MessageHeader, MessageHeader>? change = null, bool sync = false, int from = TheirHer, int to = OurHer)
    {
        var header = MessageAddress.For(type).Header(from, to, DefaultAgreement.IdFor(from, to), Guid.NewGuid().ToString(), Guid.NewGuid().ToString(), FixedTime.At);
        return new(change?.Invoke(header) ?? header, new PayloadBody(new AckRequested(), sync, new Manifest([ManifestReference.To(contentId)])));
    }

    public static MimeMessage Seal(EbxmlMessage message, byte[]? document, MessageSigner? signer = null) => OutgoingMessage.Seal(
        message, document is null ? [] : [new OutgoingPayload("p1@sykehus", document)],
        new SealOptions { Signer = signer ?? TheirSigner, Encryptor = document is null ? null : ToUs, SoapEncoding = SoapEncoding.EightBit }).Mime;

    public static MimeMessage Sealed(byte[] document, string type = "LOG_INNLAGT", Func<MessageHeader, MessageHeader>? change = null, bool sync = false) =>
        Seal(Envelope(type, "p1@sykehus", change, sync), document);

    /// <summary>The answer that was stored and is due.</summary>
    public EbxmlMessage Answer(int number = 0)
    {
        var stored = Encoding.Latin1.GetString(Exchanges.Due[number].SealedAnswer.Span);
        var split = stored.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var type = stored.Split("\r\n")[0]["Content-Type: ".Length..];
        var received = IncomingMessage.Read(Exchanges.Due[number].SealedAnswer[(split + 4)..], type);
        Xunit.Assert.True(received.Verify(SignaturePolicy.Profile).IsValid);
        return received.Message!;
    }

    private static Organisation HerAddress2(string enterprise, string her, string service, string serviceHer) =>
        Hub.Kith.MsgHead.HerAddress.ToService(enterprise, her, service, serviceHer);

    private void Write(string name, X509Certificate2 certificate)
    {
        File.WriteAllText(Path.Combine(_folder, $"{name}.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(_folder, $"{name}.key"), certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem());
    }

    private void Change(Func<PartnerConfig, PartnerConfig> change)
    {
        Partner = change(Partner);
        Tenant = Tenant with { Partners = new Dictionary<string, PartnerConfig> { ["sykehus"] = Partner } };
    }

    private void Register(int her, X509Certificate2 signing, X509Certificate2 encryption, string? address = null, string type = "Service", DateTimeOffset? validTo = null, string? code = null) => File.WriteAllText(
        Path.Combine(_folder, "register", $"{her}.json"),
        JsonSerializer.Serialize(new
        {
            herId = her,
            name = $"Tjeneste {her}",
            type,
            validTo,
            serviceDetails = code is null ? null : new { code = new { codeListId = "8663", value = code } },
            ediAddress = address ?? $"post{her}@edi.example",
            currentSigningCertificate = Entry(signing),
            currentEncryptionCertificate = Entry(encryption),
        }));

    private static object Entry(X509Certificate2 certificate) => new
    {
        thumbprint = certificate.Thumbprint,
        validFrom = certificate.NotBefore.ToUniversalTime(),
        validTo = certificate.NotAfter.ToUniversalTime(),
        certificateValue = Convert.ToBase64String(certificate.RawData),
    };

    private static CancellationToken TestContext() => Xunit.TestContext.Current.CancellationToken;
}
