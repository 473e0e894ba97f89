using System.Security.Cryptography;
using System.Text;

namespace Hub.Host.Security;

/// <summary>SHA-256 of a key: all that is kept of it. Keys are 256 random bits, so a plain hash cannot be guessed back.</summary>
/// <param name="A">First 64 bits.</param>
/// <param name="B">Second 64 bits.</param>
/// <param name="C">Third 64 bits.</param>
/// <param name="D">Fourth 64 bits.</param>
public readonly record struct KeyHash(ulong A, ulong B, ulong C, ulong D)
{
    private const string Prefix = "sha256:";

    /// <summary>The hash of a key.</summary>
    /// <param name="key">The key as the caller sent it.</param>
    /// <returns>The hash.</returns>
    public static KeyHash Of(ReadOnlySpan<char> key)
    {
        Span<byte> text = stackalloc byte[ApiKey.MaxLength * 3];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var used = Encoding.UTF8.GetBytes(key.Length <= ApiKey.MaxLength ? key : key[..ApiKey.MaxLength], text);
        SHA256.HashData(text[..used], hash);
        return From(hash);
    }

    /// <summary>Reads the form in configuration files.</summary>
    /// <param name="text"><c>sha256:</c> and 64 hexadecimal digits.</param>
    /// <returns>The hash, null when the text has another form.</returns>
    public static KeyHash? Parse(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        return text.StartsWith(Prefix, StringComparison.Ordinal)
            && text.Length == Prefix.Length + (2 * hash.Length)
            && Convert.FromHexString(text.AsSpan(Prefix.Length), hash, out _, out _) == System.Buffers.OperationStatus.Done
                ? From(hash)
                : null;
    }

    /// <summary>Compares in a time that does not depend on where the two differ.</summary>
    /// <param name="other">The other hash.</param>
    /// <returns>True when they are the same.</returns>
    public bool SameAs(KeyHash other) => ((A ^ other.A) | (B ^ other.B) | (C ^ other.C) | (D ^ other.D)) == 0;

    /// <summary>The form for configuration files.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Prefix}{A:x16}{B:x16}{C:x16}{D:x16}";

    private static KeyHash From(ReadOnlySpan<byte> hash) => new(
        System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(hash),
        System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(hash[8..]),
        System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(hash[16..]),
        System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(hash[24..]));
}
