using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace Hub.Benchmarks.Crypto;

/// <summary>The floor: the cryptography that no message can do without, by the framework's own classes and with nothing around it.</summary>
public sealed class BareCrypto(BenchParty sender, BenchParty receiver) : IDisposable
{
    private static readonly AlgorithmIdentifier Aes256 = new(new Oid("2.16.840.1.101.3.4.1.42"));

    private readonly RSA _signs = sender.Signing.GetRSAPrivateKey()!;
    private readonly RSA _answers = receiver.Signing.GetRSAPrivateKey()!;
    private readonly RSA _verifies = sender.Signing.GetRSAPublicKey()!;
    private readonly CmsRecipient _recipient = new(receiver.Encryption);
    private readonly X509Certificate2Collection _keys = [receiver.Encryption];

    public byte[] Sign(byte[] bytes) => _signs.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    /// <summary>The receiver's signature, which a receipt needs.</summary>
    public byte[] Answer(byte[] bytes) => _answers.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public bool Verify(byte[] bytes, byte[] signature) => _verifies.VerifyData(bytes, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public byte[] Encrypt(byte[] plaintext)
    {
        var cms = new EnvelopedCms(new ContentInfo(plaintext), Aes256);
        cms.Encrypt(_recipient);
        return cms.Encode();
    }

    public byte[] Decrypt(byte[] encrypted)
    {
        var cms = new EnvelopedCms();
        cms.Decode(encrypted);
        cms.Decrypt(_keys);
        return cms.ContentInfo.Content;
    }

    public void Dispose()
    {
        _signs.Dispose();
        _answers.Dispose();
        _verifies.Dispose();
    }
}
