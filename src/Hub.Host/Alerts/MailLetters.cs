using System.Globalization;
using System.Text;

namespace Hub.Host.Alerts;

/// <summary>Writes letters beyond ASCII as mail carries them. Pure.</summary>
internal static class MailLetters
{
    private const string Opens = "=?utf-8?Q?";
    private const string Closes = "?=";

    // RFC 2047: a line with encoded words has 76 characters at most; the first one begins with the name of the header.
    private const int MostInWord = 52;

    // RFC 2045: a line of quoted-printable has 76 characters at most, the sign that it goes on included.
    private const int MostInLine = 75;

    /// <summary>The value of a header: as it is where it is ASCII, else in encoded words (RFC 2047).</summary>
    /// <param name="text">The text; control characters become spaces.</param>
    /// <returns>ASCII, encoded words with a space between them.</returns>
    public static string Header(string text)
    {
        var clean = new string([.. text.Select(c => char.IsControl(c) ? ' ' : c)]);
        if (Ascii.IsValid(clean))
            return clean;
        var (words, word) = (new List<string>(), new StringBuilder());
        foreach (var rune in clean.EnumerateRunes())
        {
            var letter = rune.Value == ' ' ? "_" : rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || "[]():;,./-+!".Contains((char)rune.Value)) ? rune.ToString() : Octets(rune);
            if (word.Length + letter.Length > MostInWord)
            {
                words.Add(Opens + word + Closes);
                word.Clear();
            }

            word.Append(letter);
        }

        words.Add(Opens + word + Closes);
        return string.Join(' ', words);
    }

    /// <summary>A text as quoted-printable (RFC 2045), in UTF-8.</summary>
    /// <param name="text">The text; its lines end in LF.</param>
    /// <returns>ASCII; its lines end in LF.</returns>
    public static string Body(string text)
    {
        var body = new StringBuilder();
        foreach (var line in text.Split('\n'))
        {
            var length = 0;
            foreach (var rune in line.EnumerateRunes())
            {
                var letter = rune.Value is >= ' ' and <= '~' and not '=' ? rune.ToString() : Octets(rune);
                if (length + letter.Length > MostInLine)
                {
                    body.Append("=\n");
                    length = 0;
                }

                body.Append(letter);
                length += letter.Length;
            }

            // A space at the end of a line may be lost on the way.
            if (body.Length > 0 && body[^1] == ' ')
                body.Remove(body.Length - 1, 1).Append("=20");
            body.Append('\n');
        }

        return body.Remove(body.Length - 1, 1).ToString();
    }

    private static string Octets(Rune rune)
    {
        Span<byte> bytes = stackalloc byte[4];
        var octets = new StringBuilder();
        foreach (var octet in bytes[..rune.EncodeToUtf8(bytes)])
            octets.Append(CultureInfo.InvariantCulture, $"={octet:X2}");
        return octets.ToString();
    }
}
