using System.Text;
using System.Text.Unicode;

namespace Hub.Kith.Xml;

/// <summary>Compares the encoding that a document declares with the bytes it has; a wrong declaration garbles æ, ø and å without an error.</summary>
internal static class DeclaredEncoding
{
    /// <summary>Findings about the declaration of a document that could be read.</summary>
    public static IReadOnlyList<KithFinding> Check(ReadOnlySpan<byte> bytes)
    {
        var declared = Of(bytes);
        if (declared is not ("ISO-8859-1" or "LATIN1" or "WINDOWS-1252") || !HasHighBytes(bytes) || !Utf8.IsValid(bytes)) return [];
        return [new KithFinding(KithCodes.SuspectEncoding, "/", KithSeverity.Warning, $"Declares {declared}, but the bytes look like UTF-8; letters may be garbled.")];
    }

    /// <summary>Whether bytes taken for UTF-8 are not.</summary>
    public static bool IsBroken(ReadOnlySpan<byte> bytes) => Of(bytes) is "" or "UTF-8" && !IsUtf16(bytes) && !Utf8.IsValid(bytes);

    /// <summary>The encoding named in the XML declaration in upper case, empty when there is none.</summary>
    internal static string Of(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 200)]);
        var end = head.IndexOf("?>", StringComparison.Ordinal);
        var at = head.IndexOf("encoding", StringComparison.Ordinal);
        if (end < 0 || at < 0 || at > end) return string.Empty;
        var quote = head.IndexOfAny(['"', '\''], at, end - at);
        if (quote < 0) return string.Empty;
        var close = head.IndexOf(head[quote], quote + 1);
        return close < 0 ? string.Empty : head[(quote + 1)..close].ToUpperInvariant();
    }

    private static bool IsUtf16(ReadOnlySpan<byte> bytes) => bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [0, (byte)'<', ..] or [(byte)'<', 0, ..];

    private static bool HasHighBytes(ReadOnlySpan<byte> bytes) => bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) >= 0;
}
