using System.Security.Cryptography.X509Certificates;

namespace Hub.Ebxml.Encryption;

/// <summary>One receiver of a CMS message: whose key, and the content key encrypted to it.</summary>
internal sealed record CmsRecipient(byte[]? Issuer, byte[]? Serial, byte[]? KeyId, string Algorithm, byte[] EncryptedKey)
{
    public bool Is(X509Certificate2 certificate)
    {
        if (Issuer is not null && Serial is not null)
            return Issuer.AsSpan().SequenceEqual(certificate.IssuerName.RawData) && Serial.AsSpan().SequenceEqual(certificate.SerialNumberBytes.Span);
        foreach (var extension in certificate.Extensions)
        {
            if (extension is X509SubjectKeyIdentifierExtension id && KeyId is not null)
                return id.SubjectKeyIdentifierBytes.Span.SequenceEqual(KeyId);
        }

        return false;
    }
}
