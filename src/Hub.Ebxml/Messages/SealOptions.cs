using Hub.Ebxml.Encryption;
using Hub.Ebxml.Mime;
using Hub.Ebxml.Signing;

namespace Hub.Ebxml.Messages;

/// <summary>How a message to one partner is encrypted, signed and packed.</summary>
public sealed record SealOptions
{
    /// <summary>Signs with the sender's certificate.</summary>
    public required MessageSigner Signer { get; init; }

    /// <summary>Encrypts to the receiver's certificate; null sends payloads in the clear, which only some synchronous services want.</summary>
    public PayloadEncryptor? Encryptor { get; init; }

    /// <summary>What the payload looks like inside the encryption. Default a MIME part.</summary>
    public PlaintextForm Form { get; init; }

    /// <summary>Whether payloads are compressed before encryption. Default false.</summary>
    public bool Gzip { get; init; }

    /// <summary>Transfer encoding of the SOAP part. Default base64.</summary>
    public SoapEncoding SoapEncoding { get; init; }

    /// <summary>Whether the envelope is marked as sent for testing. Default false.</summary>
    public bool TestMarker { get; init; }
}
