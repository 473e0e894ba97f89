namespace Hub.Ebxml.Encryption;

/// <summary>Object identifiers of CMS (RFC 5652) and of the algorithms of the network.</summary>
internal static class CmsOids
{
    public const string EnvelopedData = "1.2.840.113549.1.7.3";
    public const string RsaEncryption = "1.2.840.113549.1.1.1";

    public static ContentCipher? Cipher(string oid) => oid switch
    {
        "2.16.840.1.101.3.4.1.42" => ContentCipher.Aes256Cbc,
        "2.16.840.1.101.3.4.1.22" => ContentCipher.Aes192Cbc,
        "2.16.840.1.101.3.4.1.2" => ContentCipher.Aes128Cbc,
        "1.2.840.113549.3.7" => ContentCipher.TripleDesCbc,
        _ => null,
    };
}
