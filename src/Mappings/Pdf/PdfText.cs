namespace Hub.Mappings.Pdf;

/// <summary>Measures and breaks text.</summary>
internal sealed class PdfText(PdfEncoding encoding)
{
    public PdfEncoding Encoding => encoding;

    /// <summary>Width in points.</summary>
    public static decimal Width(string showable, decimal size, bool bold) => showable.Sum(c => HelveticaWidths.Of(c, bold)) * size / 1000;

    /// <summary>The text in lines no wider than <paramref name="width"/>: broken at blanks, and inside a word only where the word alone is too wide. Its own line breaks and leading blanks are kept.</summary>
    public IEnumerable<string> Lines(string text, decimal width, decimal size, bool bold)
    {
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var rest = encoding.Showable(line).TrimEnd();
            if (rest.Length == 0)
                yield return "";
            while (rest.Length > 0)
            {
                var fit = Fit(rest, width, size, bold);
                yield return rest[..fit].TrimEnd();
                rest = rest[fit..].TrimStart();
            }
        }
    }

    private static int Fit(string text, decimal width, decimal size, bool bold)
    {
        var used = 0m;
        var blank = -1;
        for (var i = 0; i < text.Length; i++)
        {
            used += HelveticaWidths.Of(text[i], bold) * size / 1000;
            if (used > width && i > 0)
                return blank > 0 ? blank : i;
            if (text[i] == ' ' && text[..i].Trim().Length > 0)
                blank = i + 1;
            else if (text[i] is '-' or '/' && i > 0)
                blank = i + 1;
        }

        return text.Length;
    }
}
