using System.Buffers;
using System.Text;

namespace Hub.Store.Text;

/// <summary>Makes any string storable in both databases: PostgreSQL has no NUL character in text, and neither can hold half a surrogate pair. Both become U+FFFD, so that the reader sees that something stood there. The raw bytes of the message keep what was sent.</summary>
internal static class CleanText
{
    private static readonly SearchValues<char> Suspects = SearchValues.Create([.. Enumerable.Range(0xD800, 0x800).Select(c => (char)c), '\0']);

    public static string Of(string text)
    {
        var first = text.AsSpan().IndexOfAny(Suspects);
        return first < 0 ? text : Rewrite(text);
    }

    public static string? OrNull(string? text) => text is null ? null : Of(text);

    /// <summary>Cuts to a number of characters without cutting a pair.</summary>
    public static string? AtMost(string? text, int length)
    {
        if (text is null || text.Length <= length)
            return text;
        return char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];
    }

    private static string Rewrite(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(rune.Value == 0 ? Rune.ReplacementChar.ToString() : rune.ToString());
        return clean.ToString();
    }
}
