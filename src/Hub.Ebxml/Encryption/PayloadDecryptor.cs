using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Hub.Ebxml.Encryption;

/// <summary>Decrypts payloads with one of several keys: after a renewal, messages to the old certificate are still under way.</summary>
public sealed class PayloadDecryptor : IDisposable
{
    private readonly (X509Certificate2 Certificate, RSA Key)[] _keys;

    /// <summary>Takes the certificates with private keys; the newest first by habit, though the message names its own.</summary>
    /// <param name="certificates">Encryption certificates with private RSA keys. They stay the caller's to dispose.</param>
    /// <exception cref="ArgumentException">A certificate has no private RSA key.</exception>
    public PayloadDecryptor(IEnumerable<X509Certificate2> certificates)
    {
        ArgumentNullException.ThrowIfNull(certificates);
        _keys = [.. certificates.Select(c => (c, c.GetRSAPrivateKey() ?? throw new ArgumentException("A certificate has no private RSA key.")))];
    }

    /// <summary>Decrypts one CMS message; never throws on bad input.</summary>
    /// <param name="cms">The octets of the attachment.</param>
    /// <param name="allowTripleDes">Whether the partner may still use triple DES.</param>
    public Decryption Decrypt(ReadOnlyMemory<byte> cms, bool allowTripleDes = false)
    {
        var (envelope, fault) = CmsEnvelope.Read(cms);
        if (envelope is null)
            return new NotDecrypted("not-cms", $"The attachment cannot be decrypted: {fault}.");
        if (envelope.Cipher == ContentCipher.TripleDesCbc && !allowTripleDes)
            return new NotDecrypted("cipher-refused", "The attachment is encrypted with triple DES, which this partner may not use.");
        foreach (var (certificate, key) in _keys)
        {
            if (envelope.Recipients.FirstOrDefault(r => r.Is(certificate)) is { } recipient)
                return Open(envelope, recipient, key);
        }

        return new NotDecrypted("wrong-recipient", "The attachment is encrypted to a certificate whose key is not here.");
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var (_, key) in _keys)
            key.Dispose();
    }

    /// <summary>A wrong key and a wrong padding look the same from outside, so that nobody learns by asking.</summary>
    private static Decryption Open(CmsEnvelope envelope, CmsRecipient recipient, RSA key)
    {
        try
        {
            if (recipient.Algorithm != CmsOids.RsaEncryption)
                return new NotDecrypted("cipher-refused", "The key transport is not RSA (PKCS #1 v1.5).");
            var contentKey = key.Decrypt(recipient.EncryptedKey, RSAEncryptionPadding.Pkcs1);
            using var cipher = Create(envelope.Cipher);
            cipher.Key = contentKey;
            CryptographicOperations.ZeroMemory(contentKey);
            return new Decrypted(cipher.DecryptCbc(envelope.Ciphertext, envelope.Iv, PaddingMode.PKCS7), envelope.Cipher);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            return new NotDecrypted("undecryptable", "The attachment cannot be decrypted.");
        }
    }

    private static SymmetricAlgorithm Create(ContentCipher cipher)
    {
#pragma warning disable CA5350 // Old partners still send triple DES; whether it is accepted is the partner's policy.
        SymmetricAlgorithm algorithm = cipher == ContentCipher.TripleDesCbc ? TripleDES.Create() : Aes.Create();
#pragma warning restore CA5350
        return algorithm;
    }
}
