using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Hub.Ebxml.Envelope;
using Hub.Ebxml.Markup;

namespace Hub.Ebxml.Signing;

/// <summary>Signs messages with one enterprise certificate: rsa-sha256, three transforms, one certificate in the key info.</summary>
/// <remarks>The signer may be used from many threads at a time.</remarks>
public sealed class MessageSigner : IDisposable
{
    private const string ProfileXPath =
        "not(ancestor-or-self::node()[@SOAP-ENV:actor=\"urn:oasis:names:tc:ebxml-msg:actor:nextMSH\"] | ancestor-or-self::node()[@SOAP-ENV:actor=\"http://schemas.xmlsoap.org/soap/actor/next\"])";

    private static readonly ReferenceTransform[] EnvelopeTransforms =
    [
        new(SignatureAlgorithms.Enveloped),
        new(SignatureAlgorithms.XPath, ProfileXPath, "SOAP-ENV", EbxmlNames.Soap),
        new(SignatureAlgorithms.C14N),
    ];

    private readonly RSA _key;
    private readonly byte[] _keyInfo;

    /// <summary>Takes a certificate with its private RSA key.</summary>
    /// <param name="certificate">The signing certificate (key usage nonRepudiation). It stays the caller's to dispose.</param>
    /// <exception cref="ArgumentException">The certificate has no private RSA key.</exception>
    public MessageSigner(X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        _key = certificate.GetRSAPrivateKey() ?? throw new ArgumentException("The certificate has no private RSA key.", nameof(certificate));
        Certificate = certificate;
        using var info = new ByteBuffer();
        info.Add("<ds:KeyInfo><ds:X509Data><ds:X509Certificate>"u8);
        info.AddBase64(certificate.RawData);
        info.Add("</ds:X509Certificate></ds:X509Data></ds:KeyInfo></ds:Signature>"u8);
        _keyInfo = info.ToArray();
    }

    /// <summary>The certificate that goes with every signature.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>Writes and signs a message.</summary>
    /// <param name="message">The message; its manifest must name exactly the attachments given.</param>
    /// <param name="attachments">The attachments as they will be sent, after encryption and before transfer encoding.</param>
    /// <param name="testMarker">Whether the envelope carries the marker of messages sent for testing (HITS 1171).</param>
    /// <exception cref="ArgumentException">A value has a character XML cannot carry, or manifest and attachments differ.</exception>
    public SignedEnvelope Sign(EbxmlMessage message, IReadOnlyList<Attachment> attachments, bool testMarker = false)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(attachments);
        var references = new DigestReference[attachments.Count + 1];
        for (var i = 0; i < attachments.Count; i++)
        {
            var uri = HrefOf(message, attachments, i);
            references[i + 1] = new DigestReference(uri, [], SignatureAlgorithms.Sha256, Hash(attachments[i].Content.Span));
        }

        using var canonical = new ByteBuffer(4096);
        EnvelopeWriter.Head(canonical, message);
        var split = canonical.Length;
        EnvelopeWriter.Tail(canonical, message);
        references[0] = new DigestReference("", EnvelopeTransforms, SignatureAlgorithms.Sha256, Hash(canonical.Written));

        using var signature = new ByteBuffer(8192);
        EnvelopeWriter.Unsigned(signature, message);
        WriteSignature(signature, references);
        return new SignedEnvelope(Assemble(canonical.Written, split, signature.Written, testMarker), references);
    }

    /// <inheritdoc />
    public void Dispose() => _key.Dispose();

    private static string HrefOf(EbxmlMessage message, IReadOnlyList<Attachment> attachments, int index)
    {
        if (message.Body is not PayloadBody { Manifest.References: var named } || named.Count != attachments.Count)
            throw new ArgumentException("The manifest does not name as many attachments as are given.");
        foreach (var reference in named)
        {
            if (reference.ContentId == attachments[index].ContentId)
                return reference.Href;
        }

        throw new ArgumentException("The manifest does not name an attachment that is given.");
    }

    private static string Hash(ReadOnlySpan<byte> bytes)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, digest);
        return Convert.ToBase64String(digest);
    }

    private static byte[] Assemble(ReadOnlySpan<byte> canonical, int split, ReadOnlySpan<byte> signature, bool testMarker)
    {
        var declaration = EnvelopeWriter.Declaration;
        var marker = testMarker ? EnvelopeWriter.TestMarker : default;
        var opening = EnvelopeWriter.Opening.Length;
        var bytes = new byte[declaration.Length + marker.Length + canonical.Length + signature.Length];
        var at = Put(bytes, 0, declaration);
        at = Put(bytes, at, canonical[..opening]);
        at = Put(bytes, at, marker);
        at = Put(bytes, at, canonical[opening..split]);
        at = Put(bytes, at, signature);
        Put(bytes, at, canonical[split..]);
        return bytes;
    }

    private static int Put(byte[] bytes, int at, ReadOnlySpan<byte> part)
    {
        part.CopyTo(bytes.AsSpan(at));
        return at + part.Length;
    }

    private void WriteSignature(ByteBuffer to, DigestReference[] references)
    {
        using var info = new ByteBuffer();
        info.Add("<ds:SignedInfo"u8);
        info.Add(EnvelopeWriter.ScopeWithSignature);
        var inside = info.Length;
        info.Add("><ds:CanonicalizationMethod Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315\"></ds:CanonicalizationMethod><ds:SignatureMethod Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#rsa-sha256\"></ds:SignatureMethod>"u8);
        foreach (var reference in references)
            DigestWriter.Write(info, reference, declared: true);
        info.Add("</ds:SignedInfo>"u8);

        Span<byte> value = stackalloc byte[1024];
        if (!_key.TrySignData(info.Written, value, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1, out var written))
            throw new CryptographicException("The key is larger than 8192 bits.");

        to.Add("<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><ds:SignedInfo"u8);
        to.Add(info.Written[inside..]);
        to.Add("<ds:SignatureValue>"u8);
        to.AddBase64(value[..written]);
        to.Add("</ds:SignatureValue>"u8);
        to.Add(_keyInfo);
    }
}
