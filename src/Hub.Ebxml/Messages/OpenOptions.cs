using Hub.Ebxml.Encryption;
using Hub.Ebxml.Signing;

namespace Hub.Ebxml.Messages;

/// <summary>What is accepted from a partner, and the keys to open it with.</summary>
public sealed record OpenOptions
{
    /// <summary>What the signature may look like. Default the profile.</summary>
    public SignaturePolicy Signatures { get; init; } = SignaturePolicy.Profile;

    /// <summary>Decrypts payloads; null leaves encrypted payloads closed.</summary>
    public PayloadDecryptor? Decryptor { get; init; }

    /// <summary>Whether triple DES is accepted. Default false.</summary>
    public bool AllowTripleDes { get; init; }

    /// <summary>Largest size of all documents together after decompression, in bytes.</summary>
    public int MaxDocumentBytes { get; init; } = PlaintextWrapping.DefaultLimit;
}
