using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Hub.Ebxml.Encryption;

/// <summary>What an encrypted attachment tells without a key.</summary>
/// <param name="Cipher">The cipher.</param>
/// <param name="Recipients">Whose keys open it: serial number in hexadecimal and issuer of each certificate, or its key id.</param>
public sealed record EncryptionSummary(ContentCipher Cipher, IReadOnlyList<string> Recipients)
{
    /// <summary>Reads the summary.</summary>
    /// <param name="cms">The octets of the attachment.</param>
    /// <returns>The summary; null when the octets are no encrypted attachment that can be read.</returns>
    public static EncryptionSummary? Of(ReadOnlyMemory<byte> cms) =>
        CmsEnvelope.Read(cms).Envelope is { } envelope ? new EncryptionSummary(envelope.Cipher, [.. envelope.Recipients.Select(Name)]) : null;

    private static string Name(CmsRecipient recipient)
    {
        if (recipient is not { Issuer: { } issuer, Serial: { } serial })
            return $"key id {Convert.ToHexString(recipient.KeyId ?? [])}";
        try
        {
            return $"{Convert.ToHexString(serial)} of {new X500DistinguishedName(issuer).Name}";
        }
        catch (CryptographicException)
        {
            return Convert.ToHexString(serial);
        }
    }
}
