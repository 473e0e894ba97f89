using System.Buffers.Text;
using System.Security.Cryptography;

namespace Hub.Host.Security;

/// <summary>A key as a caller holds it: <c>hub_KEYID_SECRET</c>. The id is for people (logs, support); the whole text is what is hashed.</summary>
public static class ApiKey
{
    /// <summary>Longest text that is looked at.</summary>
    public const int MaxLength = 128;

    private const string Prefix = "hub_";

    /// <summary>Makes a key: 32 random bits of id, 256 of secret.</summary>
    /// <returns>The key. It is shown once and kept nowhere.</returns>
    public static string New() =>
        $"{Prefix}{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))}";

    /// <summary>Whether a text has the form of a key.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True for <c>hub_..._...</c>.</returns>
    public static bool IsKey(ReadOnlySpan<char> text) =>
        text.Length is > 8 and <= MaxLength && text.StartsWith(Prefix, StringComparison.Ordinal) && text[Prefix.Length..].Contains('_');
}
