namespace Hub.Ebxml.Encryption;

/// <summary>What became of decrypting.</summary>
public abstract record Decryption
{
    private protected Decryption()
    {
    }
}

/// <summary>The content was decrypted.</summary>
/// <param name="Plaintext">The octets inside, not yet unwrapped.</param>
/// <param name="Cipher">The cipher the sender used.</param>
public sealed record Decrypted(ReadOnlyMemory<byte> Plaintext, ContentCipher Cipher) : Decryption;

/// <summary>The content could not be decrypted; trying again with the same keys will not help.</summary>
/// <param name="Reason">Stable reason: <c>not-cms</c>, <c>wrong-recipient</c>, <c>cipher-refused</c> or <c>undecryptable</c>.</param>
/// <param name="Text">What is wrong, for people.</param>
public sealed record NotDecrypted(string Reason, string Text) : Decryption;
