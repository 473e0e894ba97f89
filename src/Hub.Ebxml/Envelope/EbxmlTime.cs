using System.Globalization;

namespace Hub.Ebxml.Envelope;

/// <summary>Times of ebXML headers: UTC, and UTC is meant where no zone is written (HIS 1037).</summary>
public static class EbxmlTime
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";
    private const string ReadForm = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";

    /// <summary>The written form, in UTC with Z and no more decimals than needed.</summary>
    /// <param name="time">The instant.</param>
    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>Reads a time; more than seven decimals are cut.</summary>
    /// <param name="text">The text as written.</param>
    /// <returns>The instant in UTC, or null when the text is not an <c>xs:dateTime</c>.</returns>
    public static DateTimeOffset? Read(string? text)
    {
        if (text is null)
            return null;
        text = CutDecimals(text.Trim());
        return DateTimeOffset.TryParseExact(text, ReadForm, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;
    }

    private static string CutDecimals(string text)
    {
        var dot = text.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
            return text;
        var end = dot + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return end - dot - 1 <= 7 ? text : string.Concat(text.AsSpan(0, dot + 8), text.AsSpan(end));
    }
}
