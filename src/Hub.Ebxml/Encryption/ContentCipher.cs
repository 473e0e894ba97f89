namespace Hub.Ebxml.Encryption;

/// <summary>Content encryption of a CMS message.</summary>
public enum ContentCipher
{
    /// <summary>AES-256 in CBC mode: what is sent, and what most of the network sends.</summary>
    Aes256Cbc,

    /// <summary>AES-192 in CBC mode.</summary>
    Aes192Cbc,

    /// <summary>AES-128 in CBC mode.</summary>
    Aes128Cbc,

    /// <summary>Triple DES in CBC mode: read from partners that still use it, never sent.</summary>
    TripleDesCbc,
}
