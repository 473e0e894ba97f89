using System.Buffers;
using Hub.Ebxml.Encryption;

namespace Hub.Host.Commands.Inspect;

/// <summary>Takes off what a file saved on its way may still be wrapped in: encryption, compression.</summary>
internal static class Unpacking
{
    private static readonly SearchValues<byte> Base64Characters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=\r\n \t"u8);

    /// <summary>Unpacks a file.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="keys">Keys; null for none.</param>
    /// <returns>The bytes inside with what was taken off, or why it cannot be opened.</returns>
    public static (ReadOnlyMemory<byte> Bytes, IReadOnlyList<string> Layers, string? Fault) Open(ReadOnlyMemory<byte> bytes, PayloadDecryptor? keys)
    {
        var layers = new List<string>();
        if (Base64(bytes.Span) is { } decoded)
        {
            bytes = decoded;
            layers.Add("base64");
        }

        if (IsCms(bytes.Span))
        {
            if (keys is null)
                return (bytes, [], "The file is encrypted (CMS); --key opens it.");
            var decryption = keys.Decrypt(bytes, allowTripleDes: true);
            if (decryption is not Decrypted opened)
                return (bytes, [], ((NotDecrypted)decryption).Text);
            bytes = opened.Plaintext;
            layers.Add("cms");
        }

        var isGzip = bytes.Span.StartsWith<byte>([0x1F, 0x8B]);
        if (!isGzip && !layers.Contains("cms"))
            return (bytes, layers, null);
        if (isGzip)
            layers.Add("gzip");
        var (document, fault) = PlaintextWrapping.Unwrap(bytes);
        return document is null ? (bytes, layers, fault) : (document.Value, layers, null);
    }

    /// <summary>Bytes of a file that is nothing but base64, as an attachment copied out of a mail.</summary>
    private static byte[]? Base64(ReadOnlySpan<byte> text)
    {
        if (text.Length < 64 || text.ContainsAnyExcept(Base64Characters))
            return null;
        var bytes = new byte[text.Length];
        return System.Buffers.Text.Base64.DecodeFromUtf8(text, bytes, out _, out var written) == OperationStatus.Done ? bytes[..written] : null;
    }

    // A long DER or BER sequence; text that begins with the digit 0 has no such second byte.
    private static bool IsCms(ReadOnlySpan<byte> bytes) => bytes is [0x30, >= 0x80, ..];
}
