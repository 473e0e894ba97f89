using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Hub.Ebxml.Encryption;

/// <summary>Encrypts payloads to one receiver: CMS EnvelopedData (RFC 5652), AES-256-CBC, RSA key transport (PKCS #1 v1.5).</summary>
/// <remarks>The DER is written directly, since the framework's class copies the content several times. May be used from many threads at a time.</remarks>
public sealed class PayloadEncryptor : IDisposable
{
    private const int KeyLength = 32;
    private const int IvLength = 16;
    private readonly RSA _key;
    private readonly byte[] _recipient;

    /// <summary>Takes the receiver's encryption certificate.</summary>
    /// <param name="certificate">The certificate (key usage keyEncipherment).</param>
    /// <exception cref="ArgumentException">The certificate has no RSA key.</exception>
    public PayloadEncryptor(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        _key = certificate.GetRSAPublicKey() ?? throw new ArgumentException("The certificate has no RSA key.", nameof(certificate));
        _recipient = Recipient(certificate);
    }

    /// <summary>Encrypts one payload with a fresh key.</summary>
    /// <param name="plaintext">The octets to encrypt.</param>
    /// <returns>The DER of the CMS message.</returns>
    public byte[] Encrypt(ReadOnlySpan<byte> plaintext)
    {
        Span<byte> key = stackalloc byte[KeyLength];
        Span<byte> iv = stackalloc byte[IvLength];
        Span<byte> encryptedKey = stackalloc byte[1024];
        RandomNumberGenerator.Fill(key);
        RandomNumberGenerator.Fill(iv);
        encryptedKey = encryptedKey[.._key.Encrypt(key, encryptedKey, RSAEncryptionPadding.Pkcs1)];

        var cipherLength = (plaintext.Length / IvLength + 1) * IvLength;
        var lengths = new Lengths(_recipient.Length, encryptedKey.Length, cipherLength);
        var bytes = new byte[lengths.Total];
        var der = new DerSpan(bytes);
        lengths.Write(ref der, _recipient, encryptedKey, iv);
        using var aes = Aes.Create();
        aes.SetKey(key);
        aes.EncryptCbc(plaintext, iv, der.Rest, PaddingMode.PKCS7);
        CryptographicOperations.ZeroMemory(key);
        return bytes;
    }

    /// <inheritdoc />
    public void Dispose() => _key.Dispose();

    /// <summary>What is the same for every message: version, issuer and serial number, key transport algorithm.</summary>
    private static byte[] Recipient(X509Certificate2 certificate)
    {
        var writer = new System.Formats.Asn1.AsnWriter(System.Formats.Asn1.AsnEncodingRules.DER);
        writer.PushSequence();
        writer.WriteInteger(0);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(certificate.IssuerName.RawData);
            writer.WriteInteger(certificate.SerialNumberBytes.Span);
        }

        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(CmsOids.RsaEncryption);
            writer.WriteNull();
        }

        writer.PopSequence();
        var encoded = writer.Encode();
        var header = 1 + DerSpan.LengthBytes(encoded.Length - 1 - LengthOfLength(encoded));
        return encoded[header..];
    }

    private static int LengthOfLength(byte[] encoded) => encoded[1] < 0x80 ? 1 : 1 + (encoded[1] & 0x7F);

    /// <summary>Lengths of the nested values, from the inside out.</summary>
    private readonly struct Lengths
    {
        private readonly int _encryptedKey;
        private readonly int _cipher;
        private readonly int _recipientInfo;
        private readonly int _recipientSet;
        private readonly int _content;
        private readonly int _enveloped;
        private readonly int _explicit;
        private readonly int _info;

        public Lengths(int recipient, int encryptedKey, int cipher)
        {
            _encryptedKey = encryptedKey;
            _cipher = cipher;
            _recipientInfo = recipient + DerSpan.Size(encryptedKey);
            _recipientSet = DerSpan.Size(_recipientInfo);
            _content = DataOid.Length + Algorithm.Length + IvLength + DerSpan.Size(cipher);
            _enveloped = Version.Length + DerSpan.Size(_recipientSet) + DerSpan.Size(_content);
            _explicit = DerSpan.Size(_enveloped);
            _info = EnvelopedOid.Length + DerSpan.Size(_explicit);
            Total = DerSpan.Size(_info);
        }

        public int Total { get; }

        private static ReadOnlySpan<byte> Version => [0x02, 0x01, 0x00];

        private static ReadOnlySpan<byte> EnvelopedOid => [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x03];

        private static ReadOnlySpan<byte> DataOid => [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x01];

        /// <summary>The sequence of aes256-CBC and the header of its initialization vector.</summary>
        private static ReadOnlySpan<byte> Algorithm =>
            [0x30, 0x1D, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, 0x2A, 0x04, 0x10];

        public void Write(ref DerSpan der, scoped ReadOnlySpan<byte> recipient, scoped ReadOnlySpan<byte> encryptedKey, scoped ReadOnlySpan<byte> iv)
        {
            der.Header(0x30, _info);
            der.Add(EnvelopedOid);
            der.Header(0xA0, _explicit);
            der.Header(0x30, _enveloped);
            der.Add(Version);
            der.Header(0x31, _recipientSet);
            der.Header(0x30, _recipientInfo);
            der.Add(recipient);
            der.Header(0x04, _encryptedKey);
            der.Add(encryptedKey);
            der.Header(0x30, _content);
            der.Add(DataOid);
            der.Add(Algorithm);
            der.Add(iv);
            der.Header(0x80, _cipher);
        }
    }
}
